import type { Db } from '../../db/handles.ts'
import { showMinutes } from '../../domain/duration.ts'
import type { Clock } from '../../domain/when/clock.ts'
import { describeWhen } from '../../domain/when/describe.ts'
import { getTaskLines, type Task } from '../../repositories/tasks.ts'

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
