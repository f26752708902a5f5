import { Failure } from '../../domain/errors.ts'
import type { Priority } from '../../domain/task.ts'
import { isDate } from '../../domain/when/civil.ts'

/** The signs of Obsidian's Tasks before a date (publish.obsidian.md/tasks, "Tasks Emoji Format"), and what it is. */
const dates = { '📅': 'due', '⏳': 'wait', '✅': 'completed', '➕': 'created' } as const

/** Signs that stand alone. A task without one is between 🔼 and 🔽 there, and medium here. */
const priorities: Readonly<Record<string, Priority>> = {
  '🔺': 'urgent',
  '⏫': 'critical',
  '🔼': 'high',
  '🔽': 'low',
  '⏬': 'low',
}

interface Sign {
  readonly key: 'priority' | (typeof dates)[keyof typeof dates]
  readonly value: string
  readonly raw: string
}

// Made of strings: the built program is read as ASCII, in which a literal cannot hold these signs.
const [dated, alone] = [Object.keys(dates).join('|'), Object.keys(priorities).join('|')]
const last = new RegExp(String.raw`(?<=^|\s)(?:(${dated})\ufe0f?\s*(\d{4}-\d{2}-\d{2})|(${alone})\ufe0f?)$`, 'u')

/** The sign that ends a text. */
export function signAtEnd(text: string): Sign | undefined {
  const [raw, date, day, priority] = last.exec(text.slice(-40)) ?? []
  if (raw === undefined) return undefined
  if (priority !== undefined) return { key: 'priority', value: priorities[priority]!, raw }
  return { key: dates[date as keyof typeof dates], value: day!, raw }
}

/** The day behind a sign; one that does not exist is refused. */
export function dayIn(text: string): string {
  if (isDate(text)) return text
  throw new Failure('usage', `"${text}" is not a date that exists`, 'dates are YYYY-MM-DD')
}
