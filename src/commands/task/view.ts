import type { Clock } from '../../domain/when/clock.ts'
import { isPast } from '../../domain/when/overdue.ts'
import type { View } from '../../output/view.ts'
import type { Task } from '../../repositories/tasks.ts'

/** The keys of a task in JSON, in their frozen order. */
export const taskKeys = [
  'id',
  'uid',
  'title',
  'status',
  'priority',
  'due',
  'wait_until',
  'estimate_minutes',
  'progress',
  'tags',
  'project',
  'client',
  'project_id',
  'client_id',
  'parent_id',
  'depends_on',
  'notes',
  'recurrence',
  'recurrence_mode',
  'started_at',
  'completed_at',
  'created_at',
  'updated_at',
] as const satisfies readonly (keyof Task)[]

/** Tasks in every format: the keys of JSON and the columns of the rest, in their frozen order (spec part 6). */
export function taskView(clock: Clock): View<Task> {
  return {
    singular: 'task',
    plural: 'tasks',
    keys: taskKeys,
    columns: ['id', 'status', 'priority', 'due', 'project', 'client', 'tags', 'title'],
    id: 'id',
    words: { due: ({ due }) => due?.replace('T', ' ') ?? '', tags: ({ tags }) => tags.join(' ') },
    tone: (task, key) => {
      if (task.completed_at !== null) return 'quiet'
      if (key === 'due' && task.due !== null)
        return isPast(task.due, clock) ? 'alarm' : task.due.startsWith(clock.today) ? 'notice' : undefined
      if (key === 'priority' && (task.priority === 'urgent' || task.priority === 'critical')) return 'alarm'
      if (key === 'status' && task.status === 'in-progress') return 'good'
      return undefined
    },
  }
}

/** A view of tasks that know more of themselves: the keys added stand behind the others, and have no tone of their own unless told. */
export function widerTaskView<T extends Task>(
  clock: Clock,
  added: readonly (Exclude<keyof T, keyof Task> & string)[],
  { columns, words, tone }: Partial<Pick<View<T>, 'columns' | 'words' | 'tone'>>,
): View<T> {
  const base = taskView(clock)
  const isBase = (key: string): key is keyof Task => (base.keys as readonly string[]).includes(key)
  return {
    ...base,
    keys: [...base.keys, ...added],
    columns: columns ?? base.columns,
    words: { ...base.words, ...words },
    tone: (task, key) => tone?.(task, key) ?? (isBase(key) ? base.tone?.(task, key) : undefined),
  }
}
