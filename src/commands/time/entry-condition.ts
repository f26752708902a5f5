import type { ReadContext } from '../../cli/context.ts'
import { parseFilter } from '../../domain/filter/parse.ts'
import { readTerm } from '../../domain/filter/terms.ts'
import { readRefs } from '../../domain/refs.ts'
import { readName } from '../../domain/words/values.ts'
import { requireClient } from '../../repositories/clients.ts'
import { forClient, isBillable, onTasks } from '../../repositories/entry-filter.ts'
import { resolveRefs } from '../../repositories/refs.ts'
import { allOf, toCondition } from '../../repositories/task-filter.ts'
import type { Condition } from '../../repositories/tasks.ts'
import type { ChoosingOptions } from './options.ts'

/** Which entries words about their tasks, and the options of list and report, choose; the window is not in it. */
export async function entryCondition(
  { db, clock, literal }: ReadContext,
  words: readonly string[],
  { task, client, project, billable }: ChoosingOptions,
): Promise<Condition> {
  const filter = parseFilter(words, literal, clock)
  const conditions: Condition[] = []
  if (filter !== undefined) conditions.push(await toCondition(db, filter, clock))
  if (task !== undefined) conditions.push(onTasks(await resolveRefs(db, readRefs([task]))))
  if (client !== undefined) {
    const isNone = client.toLowerCase() === 'none'
    conditions.push(forClient(isNone ? null : (await requireClient(db, readName('client', client))).id))
  }
  if (project !== undefined) conditions.push(await toCondition(db, readTerm('project', ':', project, clock), clock))
  if (billable !== undefined) conditions.push(isBillable(billable))
  return allOf(conditions)
}
