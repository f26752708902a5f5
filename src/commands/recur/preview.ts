import type { BareContext } from '../../cli/context.ts'
import { Failure } from '../../domain/errors.ts'
import { firstAnchor } from '../../domain/recurrence/following.ts'
import { hasTime, neverHappens, occurrences } from '../../domain/recurrence/occurrences.ts'
import { isShort } from '../../domain/recurrence/short-periods.ts'
import { readStart } from '../../domain/recurrence/start.ts'
import { type Recurrence, readRecurrence } from '../../domain/recurrence/words.ts'
import { dayOf } from '../../domain/when/civil.ts'
import type { Clock } from '../../domain/when/clock.ts'
import { readWhole } from '../../domain/whole-number.ts'
import { rowsOf } from '../../output/answers.ts'
import { reply } from '../../output/view.ts'
import { occurrenceView, occursType, toRow } from './view.ts'

interface PreviewOptions {
  readonly dtstart?: string
  readonly count?: string
}

const most = 10_000

export const answers = [rowsOf(occurrenceView, { item: occursType }), rowsOf(occurrenceView, { when: '--fields' })]

/** Lists when something comes round, from now on or from --dtstart. A rule that has ended gives none; one that never happens is refused. */
export async function run({ clock }: BareContext, words: readonly string[], options: PreviewOptions) {
  const count = readWhole('--count', options.count) ?? 10
  if (count > most) throw new Failure('usage', `--count ${options.count} is too many`, `at most ${most}`)
  const given = options.dtstart === undefined ? undefined : readStart(options.dtstart, clock)
  const text = words.join(' ')
  const said = readRecurrence(text, given ?? clock.today, clock)
  const { rule, exceptions = [] } = said
  const earliest = startOf(said, given, clock)
  const isSaid = given !== undefined || said.starts !== undefined
  const start = isSaid ? earliest : firstAnchor({ rule, anchor: earliest, exceptions }, clock)
  if (neverHappens(rule, start))
    throw new Failure('usage', `"${text}" never happens`, 'its parts never meet; leave one of them out')
  const now = hasTime(rule, start) ? clock.civilNow : clock.today
  const from = given === undefined ? now : start
  const times = first(count, occurrences(rule, start, { exceptions, from }))
  return reply(
    occurrenceView,
    times.map((time) => toRow(time, clock.today)),
  )
}

function first(count: number, times: Iterable<string>): string[] {
  const some: string[] = []
  if (count > 0)
    for (const time of times) {
      some.push(time)
      if (some.length === count) break
    }
  return some
}

/** Where it counts from: what was given, the day that was said or today, at the time that was said; hours count from this minute. */
function startOf({ rule, starts, time }: Recurrence, given: string | undefined, clock: Clock): string {
  if (given !== undefined && starts !== undefined)
    throw new Failure('usage', 'both --dtstart and "starting" say when it starts', 'leave one of them out')
  if (given !== undefined && given.length > 10 && time !== undefined)
    throw new Failure('usage', 'both --dtstart and the words have a time', `such as --dtstart ${dayOf(given)}`)
  const day = given ?? starts
  if (time !== undefined) return `${day ?? clock.today}T${time}`
  return (day ?? (isShort(rule) ? clock.civilNow : clock.today)).replace('Z', '')
}
