import type { ReadContext } from '../../cli/context.ts'
import { readWindow } from '../../domain/time-window.ts'
import { readPage } from '../../domain/whole-number.ts'
import { rowsOf } from '../../output/answers.ts'
import { reply } from '../../output/view.ts'
import { beganIn } from '../../repositories/entry-filter.ts'
import { allOf } from '../../repositories/task-filter.ts'
import { listEntries } from '../../repositories/time-entries.ts'
import { entryCondition } from './entry-condition.ts'
import type { ChoosingOptions } from './options.ts'
import { entryView } from './view.ts'

interface ListOptions extends ChoosingOptions {
  readonly limit?: string
  readonly offset?: string
}

export const answers = rowsOf(entryView)

/** Lists time entries, the last begun first; words are about their tasks. */
export async function run(context: ReadContext, words: readonly string[], options: ListOptions) {
  const { db, clock, now } = context
  const { from, before } = readWindow(options, clock)
  const window = {
    ...(from === undefined ? {} : { from: clock.zone.instantOf(from) }),
    ...(before === undefined ? {} : { before: clock.zone.instantOf(before) }),
  }
  const where = allOf([...beganIn(window), await entryCondition(context, words, options)])
  return reply(entryView(clock), listEntries(db, { where, ...readPage(options) }, now))
}
