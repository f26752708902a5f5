import type { Command } from 'commander'
import type { WriteContext } from '../../cli/context.ts'
import { Failure } from '../../domain/errors.ts'
import { parseFilterText } from '../../domain/filter/parse.ts'
import { readRefLines, readRefs } from '../../domain/refs.ts'
import { toCondition } from '../../repositories/task-filter.ts'
import { resolveRefs } from '../../repositories/task-refs.ts'
import { findTaskIds } from '../../repositories/tasks.ts'

export interface SelectionOptions {
  readonly where?: string
}

/** More rows than this, chosen by a filter, are asked about on a terminal. */
const askFrom = 4

export function declareSelection(verb: Command): Command {
  return verb.option('--where <filter>', "the tasks a filter finds, in place of ids, such as '+home due:..today'")
}

/** The tasks a changing verb is about: ids as typed, those a pipe holds, or those a filter finds. An empty pipe is no tasks. */
export async function selectTasks(
  context: WriteContext,
  words: readonly string[],
  { where }: SelectionOptions,
): Promise<number[]> {
  const { db, clock, input, confirmOnTerminal } = context
  if (where !== undefined) {
    if (words.length > 0) throw new Failure('usage', `ids (${words.join(' ')}) and --where are both given`)
    const filter = parseFilterText(where, clock)
    if (filter === undefined) throw new Failure('usage', '--where is empty', "such as --where '+home due:..today'")
    const ids = await findTaskIds(db, await toCondition(db, filter, clock))
    if (ids.length >= askFrom) confirmOnTerminal(`Change ${ids.length} tasks?`)
    return ids
  }
  if (words.length === 0)
    throw new Failure('usage', 'no task is named', 'ids such as 3, 3,4 or 7-9, - to read them from a pipe, or --where')
  const typed = readRefs(words.filter((word) => word !== '-'))
  return resolveRefs(db, [...typed, ...(input === undefined ? [] : readRefLines(input))])
}
