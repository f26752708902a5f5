import type { WriteContext } from '../../cli/context.ts'
import { showSeconds } from '../../domain/duration.ts'
import { Failure } from '../../domain/errors.ts'
import { checkNote, readSpan, showSpan } from '../../domain/time-span.ts'
import { rowsOf } from '../../output/answers.ts'
import { reply } from '../../output/view.ts'
import { getEntries } from '../../repositories/time-entries.ts'
import { logTime } from '../../workflows/keep-time.ts'
import { oneId } from '../named.ts'
import { entryView } from './view.ts'

interface LogOptions {
  readonly at?: string
  readonly from?: string
  readonly to?: string
  readonly note?: string
  readonly billable: boolean
  readonly allowOverlap?: true
}

export const answers = rowsOf(entryView)

/** Notes work that is over: a length that ends now, or begins at --at; or a beginning and an end. */
export async function run({ db, clock, now }: WriteContext, words: readonly string[], options: LogOptions) {
  const { at, from, to, note, billable, allowOverlap = false } = options
  if (at !== undefined && from !== undefined)
    throw new Failure('usage', `--at ${at} and --from ${from} both say when it began`, 'give one of them')
  const work = {
    ...readSpan({ length: words[1], from: from ?? at, to }, clock),
    task_id: await oneId(db, words[0]!),
    note: note === undefined ? null : checkNote(note),
    billable,
  }
  const id = await logTime(db, work, { allowOverlap }, clock)
  const rows = await getEntries(db, [id], now)
  const { task_id, title, seconds } = rows[0]!
  const sentence = `Logged ${showSeconds(seconds)} on ${task_id} "${title}" · ${showSpan(work, clock)}`
  return reply(entryView(clock), rows, { sentences: [sentence], created: true })
}
