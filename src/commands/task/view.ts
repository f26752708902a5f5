import { priorities, statuses } from '../../domain/task.ts'
import type { Clock } from '../../domain/when/clock.ts'
import { isPast } from '../../domain/when/overdue.ts'
import {
  among,
  civil,
  described,
  instant,
  integer,
  listOf,
  minutes,
  nullable,
  percent,
  type Types,
  text,
  uid,
} from '../../output/types.ts'
import type { View } from '../../output/view.ts'
import type { Task } from '../../repositories/tasks.ts'

/** A task in JSON, its keys in their frozen order. */
export const taskTypes: Types<Task> = {
  id: integer,
  uid,
  title: text,
  status: among(statuses),
  priority: among(priorities),
  due: nullable(civil),
  wait_until: nullable(civil),
  estimate_minutes: nullable(minutes),
  progress: percent,
  tags: listOf(text),
  project: nullable(text),
  client: nullable(text),
  project_id: nullable(integer),
  client_id: nullable(integer),
  parent_id: nullable(integer),
  depends_on: listOf(integer),
  notes: nullable(text),
  recurrence: nullable(described(text, 'RFC 5545 RRULE')),
  recurrence_mode: nullable(among(['schedule', 'completion'])),
  started_at: nullable(instant),
  completed_at: nullable(instant),
  created_at: instant,
  updated_at: instant,
}

/** Tasks in every format: the keys of JSON and the columns of the rest, in their frozen order (spec part 6). */
export function taskView(clock: Clock): View<Task> {
  return {
    singular: 'task',
    plural: 'tasks',
    types: taskTypes,
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

/** A view of tasks that know more of themselves: the keys added have no tone of their own unless told. */
export function widerTaskView<T extends Task>(
  clock: Clock,
  { types, columns, words, tone }: Pick<View<T>, 'types'> & Partial<Pick<View<T>, 'columns' | 'words' | 'tone'>>,
): View<T> {
  const base = taskView(clock)
  const isBase = (key: string): key is keyof Task => Object.hasOwn(base.types, key)
  return {
    ...base,
    types,
    columns: columns ?? base.columns,
    words: { ...base.words, ...words },
    tone: (task, key) => tone?.(task, key) ?? (isBase(key) ? base.tone?.(task, key) : undefined),
  }
}
