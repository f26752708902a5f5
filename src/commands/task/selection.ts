import type { WriteContext } from '../../cli/context.ts'
import type { Db } from '../../db/handles.ts'
import { Failure } from '../../domain/errors.ts'
import { parseFilterText } from '../../domain/filter/parse.ts'
import { task } from '../../repositories/refs.ts'
import { findTaskIds } from '../../repositories/tasks.ts'
import { namedIds } from '../named.ts'
import { listedCondition } from './listed-condition.ts'
import type { SelectionOptions } from './options.ts'

/** More rows than this, chosen by a filter, are asked about on a terminal. */
const askFrom = 4

interface Selecting {
  /** The verb asks a question of its own. */
  readonly asksItself?: boolean
  /** What --where finds is looked for among the open tasks a list shows, or among the finished. */
  readonly among?: 'listed' | 'closed'
}

/** The tasks a changing verb is about: ids as typed, those a pipe holds, or those a filter finds. An empty pipe is no tasks. */
export async function selectTasks(
  context: Pick<WriteContext, 'clock' | 'input' | 'confirmOnTerminal'> & { readonly db: Db },
  words: readonly string[],
  { where }: SelectionOptions,
  { asksItself = false, among = 'listed' }: Selecting = {},
): Promise<number[]> {
  const { db, clock, input, confirmOnTerminal } = context
  if (where !== undefined) {
    if (words.length > 0) throw new Failure('usage', `ids (${words.join(' ')}) and --where are both given`)
    const filter = parseFilterText(where, clock)
    if (filter === undefined) throw new Failure('usage', '--where is empty', "such as --where '+home due:..today'")
    const ids = await findTaskIds(db, await listedCondition(db, filter, clock, among))
    if (ids.length >= askFrom && !asksItself) confirmOnTerminal(`Change ${ids.length} tasks?`)
    return ids
  }
  return namedIds(db, task, words, input, 'ids such as 3, 3,4 or 7-9, - to read them from a pipe, or --where')
}
