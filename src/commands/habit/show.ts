import type { ReadContext } from '../../cli/context.ts'
import { oneOf } from '../../output/answers.ts'
import { boolean, date, listOf, nullable, number, objectOf, text } from '../../output/types.ts'
import { reply, type View } from '../../output/view.ts'
import { lastChecks, type StoredCheck } from '../../repositories/habit-checks.ts'
import { getStandings, type Habit } from '../../repositories/habit-standings.ts'
import { habitNamed } from './names.ts'
import { habitView } from './view.ts'

/** How many of its checks a habit is shown with. */
const shown = 10

interface Detail extends Habit {
  /** Newest first. */
  readonly last_checks: readonly ShownCheck[]
}

interface ShownCheck extends Pick<StoredCheck, 'on' | 'amount' | 'note'> {
  readonly skipped: boolean
}

const detailView: View<Detail> = {
  ...habitView,
  types: {
    ...habitView.types,
    last_checks: listOf(
      objectOf<ShownCheck>({ on: date, amount: nullable(number), note: nullable(text), skipped: boolean }),
    ),
  },
  words: {
    ...habitView.words,
    last_checks: (detail) => detail.last_checks.map((check) => lineOf(check, detail.unit)).join('\n'),
  },
  tone: (detail, key) => (key === 'last_checks' ? undefined : habitView.tone?.(detail, key)),
}

export const answers = oneOf(detailView)

/** Shows one habit with how it stands and what was checked last. */
export async function run({ db, clock }: ReadContext, words: readonly string[]) {
  const { id } = await habitNamed(db, words)
  const [habit] = await getStandings(db, [id], clock)
  const checks = await lastChecks(db, id, shown)
  const last_checks = checks.map(({ on, amount, note, skipped }) => ({ on, amount, note, skipped: skipped === 1 }))
  return reply(detailView, [{ ...habit!, last_checks }], { one: true })
}

/** `2026-11-22  5 km · along the river`. */
function lineOf({ on, amount, note, skipped }: ShownCheck, unit: string | null): string {
  const what = skipped ? 'skipped' : amount === null ? 'done' : `${amount}${unit === null ? '' : ` ${unit}`}`
  return `${on}  ${what}${note === null ? '' : ` · ${note}`}`
}
