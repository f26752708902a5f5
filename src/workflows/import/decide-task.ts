import type { KnownTask } from '../../repositories/records/imported-tasks.ts'
import type { TakenTask } from './identify-tasks.ts'
import type { Links } from './resolve-links.ts'
import { type Outcome, outcomeOf, type Taking } from './taking.ts'
import { toldColumns } from './task-columns.ts'

/** A task of the file that is here already. */
export interface Known extends TakenTask {
  readonly here: KnownTask
}

/** With what becomes of it. */
export interface Decided extends TakenTask {
  readonly outcome: Outcome
}

/** What becomes of a task; of links that cannot be told yet the end of the import decides. */
export function decide(taking: Taking, task: TakenTask): Outcome {
  if (!isKnown(task)) return 'added'
  const { record, found, here } = task
  const differs =
    Object.entries(toldColumns(record, found, taking.clock.now, here)).some(
      ([key, value]) => here[key as keyof KnownTask] !== value,
    ) ||
    !isSame(record.tags, here.tags) ||
    !waitsAsTold(found.links, here)
  return outcomeOf(taking, { differs, told: record.updated_at, here: here.updated_at })
}

export function isKnown<T extends TakenTask>(task: T): task is T & Known {
  return task.here !== undefined
}

/** Whether a task waits for those that are told; where some of them are not known yet, for the others at least. */
function waitsAsTold({ depends_on, isWhole }: Links, here: KnownTask): boolean {
  return isWhole ? isSame(depends_on, here.depends_on) : depends_on!.every((id) => here.depends_on.includes(id))
}

/** Whether what is told is what is here; what is not told is no difference. Both are in order. */
function isSame(told: readonly (string | number)[] | undefined, here: readonly (string | number)[]): boolean {
  return told === undefined || (told.length === here.length && told.every((one, at) => one === here[at]))
}
