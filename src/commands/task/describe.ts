import type { WriteContext } from '../../cli/context.ts'
import type { Db } from '../../db/handles.ts'
import { showMinutes } from '../../domain/duration.ts'
import type { Clock } from '../../domain/when/clock.ts'
import { describeWhen } from '../../domain/when/describe.ts'
import { getTaskLines, type Task, type TaskLine } from '../../repositories/tasks.ts'

/** What was understood of a task, on one line: `12 "Pay rent" · due tomorrow (Tue 24 Nov) · +home · high`. */
export function describeTask(task: Task, { today }: Clock): string {
  const parts = [
    `${task.id} "${task.title}"`,
    task.due === null ? '' : `due ${describeWhen(task.due, today)}`,
    task.wait_until === null ? '' : `hidden until ${describeWhen(task.wait_until, today)}`,
    task.project === null ? '' : `project ${task.project}`,
    task.client === null ? '' : `client ${task.client}`,
    task.tags.map((tag) => `+${tag}`).join(' '),
    task.priority === 'medium' ? '' : task.priority,
    task.status === 'todo' ? '' : task.status,
    task.estimate_minutes === null ? '' : `about ${showMinutes(task.estimate_minutes)}`,
    task.parent_id === null ? '' : `part of ${task.parent_id}`,
    task.depends_on.length === 0 ? '' : `waits for ${task.depends_on.join(', ')}`,
  ]
  return parts.filter((part) => part !== '').join(' · ')
}

/** `3 "Pay rent"`, or how many when there are many. */
export async function nameTasks(db: Db, ids: readonly number[]): Promise<string> {
  if (ids.length > 3) return `${ids.length} tasks (${ids.slice(0, 3).join(', ')}, ...)`
  return (await getTaskLines(db, ids)).map(({ id, title }) => `${id} "${title}"`).join(', ')
}

/** `13 "Pay rent" due Thu 3 Dec`. */
export function nameWithDue({ id, title, due }: TaskLine, today: string): string {
  return `${id} "${title}"${due === null ? '' : ` due ${describeWhen(due, today)}`}`
}

/** How a task repeats and when it comes next, in words for a line about it; nothing for one that does not. */
export async function repetitionOf(db: Db, task: Task, clock: Clock): Promise<string[]> {
  if (task.recurrence === null) return []
  const { describeRepetition } = await import('./repetition.ts')
  return describeRepetition(db, task, clock)
}

/** What came next of tasks that repeat and were done when they were added. */
export async function cameNext({ db, clock }: WriteContext, next: readonly number[]): Promise<string[]> {
  if (next.length === 0) return []
  const { describeSequel } = await import('./sequel.ts')
  return describeSequel(db, { next, last: [], ended: [], paused: [] }, clock)
}
