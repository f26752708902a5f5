import type { ReadContext } from '../../cli/context.ts'
import { showSeconds } from '../../domain/duration.ts'
import { earnedCents, showCents } from '../../domain/money.ts'
import type { Clock } from '../../domain/when/clock.ts'
import { oneOf } from '../../output/answers.ts'
import { cents, instant, nullable, seconds } from '../../output/types.ts'
import { reply, type View } from '../../output/view.ts'
import { type Client, getClients, tasksOfClient } from '../../repositories/client-lists.ts'
import { workOn } from '../../repositories/task-work.ts'
import { clientNamed } from './names.ts'
import { clientView } from './view.ts'

interface Detail extends Client {
  readonly tracked_seconds: number
  readonly billable_seconds: number
  /** Integer cents, rounded once over all hours; null without a rate. */
  readonly amount_cents: number | null
  readonly last_activity: string | null
}

function detailView({ zone }: Clock): View<Detail> {
  return {
    ...clientView,
    types: {
      ...clientView.types,
      tracked_seconds: seconds,
      billable_seconds: seconds,
      amount_cents: nullable(cents),
      last_activity: nullable(instant),
    },
    words: {
      ...clientView.words,
      tracked_seconds: (detail) => showSeconds(detail.tracked_seconds),
      billable_seconds: (detail) => showSeconds(detail.billable_seconds),
      amount_cents: ({ amount_cents, currency }) => (amount_cents === null ? '' : showCents(amount_cents, currency)),
      last_activity: (detail) =>
        detail.last_activity === null ? '' : zone.civilOf(detail.last_activity).replace('T', ' '),
    },
    tone: (detail, key) => (key === 'name' ? clientView.tone?.(detail, key) : undefined),
  }
}

export const answers = oneOf(detailView)

/** Shows one client with the hours its tasks took, what they earn, and when something happened last. */
export async function run({ db, clock }: ReadContext, words: readonly string[]) {
  const { id } = await clientNamed(db, words)
  const [client] = await getClients(db, [id])
  const { tracked_seconds, billable_seconds, last_activity } = await workOn(db, tasksOfClient(id), clock.now)
  const detail: Detail = {
    ...client!,
    tracked_seconds,
    billable_seconds,
    amount_cents: earnedCents([{ billable_seconds, rate_cents: client!.rate_cents }]),
    last_activity,
  }
  return reply(detailView(clock), [detail], { one: true })
}
