import { among, integer, nullable, type Type, type Types, text } from '../../output/types.ts'
import type { Task } from '../../repositories/tasks.ts'
import { taskTypes } from './view.ts'

/** The parts of the screen, in their order. */
const sections = ['running', 'overdue', 'due today', 'in progress', 'reminders', 'habits', 'next'] as const

/** What a habit has, too. */
const always = ['title', 'tags', 'depends_on'] as const

/** Why something is on today's screen, and what it is when it is no task. */
interface Why {
  readonly section: (typeof sections)[number]
  /** How many the section has in all. */
  readonly section_total: number
  readonly why: string
  /** The reminder or the habit a row is about; null for a task by itself. */
  readonly reminder_id: number | null
  readonly habit_id: number | null
}

/** A task that today is about. A habit and a reminder of no task have its keys too, and of them only a title: no verb takes them for a task. */
export type TodayRow = TaskOrOther & Why

type TaskOrOther = { readonly [K in keyof Task]: K extends (typeof always)[number] ? Task[K] : Task[K] | null }

const orNull = Object.entries(taskTypes as Readonly<Record<string, Type<unknown>>>).map(([key, type]) => [
  key,
  (always as readonly string[]).includes(key) ? type : nullable(type),
])

/** A row of the screen in JSON. */
export const todayTypes: Types<TodayRow> = {
  ...(Object.fromEntries(orNull) as Types<TaskOrOther>),
  reminder_id: nullable(integer),
  habit_id: nullable(integer),
  section: among(sections),
  section_total: integer,
  why: text,
}

type Said = Pick<Why, 'section' | 'section_total' | 'why'> & Partial<Why>

/** A part of today's screen: how many there are, and the rows of the first so many. */
export interface Section {
  readonly total: number
  readonly take: (limit: number) => Promise<TodayRow[]>
}

/** A row about a task. */
export function taskRow(task: Task, said: Said): TodayRow {
  return { ...task, reminder_id: null, habit_id: null, ...said }
}

/** A row about something that is no task: what it has not of one is null, or an empty list. */
export function otherRow(title: string, said: Said): TodayRow {
  const nothing = Object.fromEntries(Object.keys(taskTypes).map((key) => [key, null])) as unknown as Task
  return taskRow({ ...nothing, tags: [], depends_on: [], title }, said)
}
