import type { ReadContext } from '../../cli/context.ts'
import { showMinutes } from '../../domain/duration.ts'
import { showCents } from '../../domain/money.ts'
import { earnedCents, wholeMinutes } from '../../domain/worked.ts'
import { reply, type View } from '../../output/view.ts'
import { type Client, getClients, tasksOfClient } from '../../repositories/client-lists.ts'
import { workOn } from '../../repositories/task-work.ts'
import { clientNamed } from './names.ts'
import { clientView } from './view.ts'

interface Detail extends Client {
  readonly tracked_minutes: number
  readonly billable_minutes: number
  /** Integer cents, rounded once over all hours; null without a rate. */
  readonly billable_cents: number | null
  readonly last_activity: string | null
}

/** Shows one client with the hours its tasks took, what they earn, and when something happened last. */
export async function run({ db, clock }: ReadContext, words: readonly string[]) {
  const { id } = await clientNamed(db, words)
  const [client] = await getClients(db, [id])
  const { tracked_ms, billable_ms, last_activity } = await workOn(db, tasksOfClient(id), clock.now)
  const view: View<Detail> = {
    ...clientView,
    keys: [...clientView.keys, 'tracked_minutes', 'billable_minutes', 'billable_cents', 'last_activity'],
    words: {
      ...clientView.words,
      tracked_minutes: (detail) => showMinutes(detail.tracked_minutes),
      billable_minutes: (detail) => showMinutes(detail.billable_minutes),
      billable_cents: ({ billable_cents, currency }) =>
        billable_cents === null ? '' : showCents(billable_cents, currency),
      last_activity: (detail) =>
        detail.last_activity === null ? '' : clock.zone.civilOf(detail.last_activity).replace('T', ' '),
    },
    tone: (detail, key) => (key === 'name' ? clientView.tone?.(detail, key) : undefined),
  }
  const detail: Detail = {
    ...client!,
    tracked_minutes: wholeMinutes(tracked_ms),
    billable_minutes: wholeMinutes(billable_ms),
    billable_cents: earnedCents(billable_ms, client!.rate_cents),
    last_activity,
  }
  return reply(view, [detail], { one: true })
}
