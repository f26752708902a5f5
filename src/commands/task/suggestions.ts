import type { Db } from '../../db/handles.ts'
import { showMinutes } from '../../domain/duration.ts'
import type { Filter } from '../../domain/filter/filter.ts'
import { reasonsOf } from '../../domain/urgency.ts'
import type { Clock } from '../../domain/when/clock.ts'
import { number, text } from '../../output/types.ts'
import type { View } from '../../output/view.ts'
import { allOf, toCondition } from '../../repositories/task-filter.ts'
import { isDoable } from '../../repositories/task-states.ts'
import { explainUrgency } from '../../repositories/task-urgency.ts'
import { type Condition, type Task, takeTasks } from '../../repositories/tasks.ts'
import { taskTypes, widerTaskView } from './view.ts'

/** A task that could be done now, with how urgent it is and why. */
export type Suggestion = Task & { readonly urgency: number; readonly why: string }

/** Suggestions in every format. */
export function suggestionView(clock: Clock): View<Suggestion> {
  return widerTaskView<Suggestion>(clock, {
    types: { ...taskTypes, urgency: number, why: text },
    columns: ['id', 'urgency', 'due', 'estimate_minutes', 'project', 'title', 'why'],
    words: { estimate_minutes: ({ estimate_minutes: minutes }) => (minutes === null ? '' : showMinutes(minutes)) },
  })
}

/** Which tasks can be done now and are asked for: not waiting, blocked by nothing, with no open subtask that comes first. */
export async function readyCondition(db: Db, filter: Filter | undefined, clock: Clock): Promise<Condition> {
  const parts = [isDoable(clock)]
  if (filter !== undefined) parts.push(await toCondition(db, filter, clock))
  return allOf(parts)
}

/** The most urgent tasks of those, each with its reasons. */
export async function suggest(db: Db, where: Condition, limit: number, clock: Clock): Promise<Suggestion[]> {
  const sort = [{ field: 'urgency', descending: true }] as const
  const tasks = await takeTasks(db, { where, sort, clock, limit })
  const ids = tasks.map(({ id }) => id)
  const urgencies = await explainUrgency(db, ids, clock)
  return tasks.map((task) => {
    const { total, terms } = urgencies.get(task.id)!
    return { ...task, urgency: total, why: reasonsOf(task, terms, clock) }
  })
}
