import type { WriteContext } from '../../cli/context.ts'
import { Failure } from '../../domain/errors.ts'
import { isClosed } from '../../domain/task.ts'
import { type RecurringTask, recurringOf } from '../../repositories/recurring-tasks.ts'
import { task } from '../../repositories/refs.ts'
import { namedIds } from '../named.ts'

/** The recurring tasks that words and a pipe name, by id; one that does not repeat is a conflict. */
export async function recurringNamed({ db, input }: WriteContext, words: readonly string[]): Promise<RecurringTask[]> {
  const ids = await namedIds(db, task, words, input)
  const found = await recurringOf(db, ids)
  const repeating = new Set(found.map(({ id }) => id))
  const other = ids.find((id) => !repeating.has(id))
  if (other !== undefined)
    throw new Failure('conflict', `task ${other} does not repeat`, `larry edit ${other} every:"2 weeks on mon,thu"`)
  return found
}

/** Refuses an occurrence that is closed, naming the open one where there is one. */
export function refuseClosed(tasks: readonly RecurringTask[]): void {
  const shut = tasks.find(({ status }) => isClosed(status))
  if (shut === undefined) return
  const hint = shut.other_open === null ? `larry task reopen ${shut.id}` : `its open occurrence is ${shut.other_open}`
  throw new Failure('conflict', `task ${shut.id} is ${shut.status}`, hint)
}
