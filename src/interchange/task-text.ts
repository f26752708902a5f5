import { parse, TomlDate, type TomlValue } from 'smol-toml'
import { showMinutes } from '../domain/duration.ts'
import { Failure } from '../domain/errors.ts'
import { nearest } from '../domain/nearest.ts'
import { describeRecurrence } from '../domain/recurrence/describe.ts'
import { readRule } from '../domain/recurrence/rule.ts'
import type { Token } from '../domain/words/split.ts'

/** What of a task a person may change in an editor. */
export interface EditableTask {
  readonly id: number
  readonly title: string
  readonly status: string
  readonly priority: string
  readonly due: string | null
  readonly wait_until: string | null
  readonly estimate_minutes: number | null
  readonly project: string | null
  readonly client: string | null
  readonly tags: readonly string[]
  readonly parent_id: number | null
  readonly depends_on: readonly number[]
  readonly notes: string | null
  readonly recurrence: string | null
  readonly recurrence_mode: 'schedule' | 'completion' | null
}

/** Each key of the text, the word it stands for, and its value as text; empty where there is none. */
const keys: Readonly<Record<string, { readonly word: string; readonly of: (task: EditableTask) => Value }>> = {
  title: { word: 'title', of: ({ title }) => title },
  status: { word: 'status', of: ({ status }) => status },
  priority: { word: 'priority', of: ({ priority }) => priority },
  due: { word: 'due', of: ({ due }) => due ?? '' },
  wait: { word: 'wait', of: ({ wait_until }) => wait_until ?? '' },
  estimate: { word: 'est', of: ({ estimate_minutes: minutes }) => (minutes === null ? '' : showMinutes(minutes)) },
  every: { word: 'every', of: (task) => (task.recurrence_mode === 'schedule' ? wordsOf(task) : '') },
  after: { word: 'after', of: (task) => (task.recurrence_mode === 'completion' ? wordsOf(task) : '') },
  project: { word: 'project', of: ({ project }) => project ?? '' },
  client: { word: 'client', of: ({ client }) => client ?? '' },
  tags: { word: 'tag', of: ({ tags }) => tags },
  parent: { word: 'parent', of: ({ parent_id }) => (parent_id === null ? '' : String(parent_id)) },
  depends: { word: 'depends', of: ({ depends_on }) => depends_on.map(String) },
  notes: { word: 'notes', of: ({ notes }) => notes ?? '' },
}

/** A recurrence in the words its key takes: without the `every` and the `after completion` that the keys say. */
function wordsOf({ recurrence, recurrence_mode }: EditableTask): string {
  const words = describeRecurrence(readRule(recurrence!), recurrence_mode!)
  return words.replace(/^every /, '').replace(/ after completion$/, '')
}

type Value = string | readonly string[]

/** Tasks as TOML (toml.io/en/v1.0.0), a table each, for a person to change. */
export function tasksToText(tasks: readonly EditableTask[]): string {
  return tasks.map(taskToText).join('\n')
}

/** One task's table: what two readings of it have in common when nothing a person could see has changed. */
export function taskToText(task: EditableTask): string {
  const lines = Object.entries(keys).map(([key, { of }]) => {
    const value = of(task)
    return `${key} = ${typeof value === 'string' ? quoted(value) : `[${value.map(quoted).join(', ')}]`}`
  })
  return `[${task.id}]\n${lines.join('\n')}\n`
}

/** A basic string; over several lines where the text has several. JSON's escapes are TOML's, but for DEL. */
function quoted(text: string): string {
  const escaped = (part: string) => JSON.stringify(part).slice(1, -1).replaceAll('\x7f', '\\u007f')
  if (!text.includes('\n')) return `"${escaped(text)}"`
  return `"""\n${text.split('\n').map(escaped).join('\n')}"""`
}

/** What a text says anew of the tasks it was made of: words of `edit` for each that differs, tags that go as `-tag`. */
export function changesInText(text: string, tasks: readonly EditableTask[]): Map<number, Token[]> {
  const changes = new Map<number, Token[]>()
  for (const [id, table] of Object.entries(readToml(text))) {
    if (!isTable(table))
      throw new Failure('usage', `"${id}" stands outside of any task`, `a task begins with [${tasks[0]?.id}]`)
    const task = tasks.find((one) => String(one.id) === id)
    if (task === undefined)
      throw new Failure('usage', `[${id}] is none of the tasks in this text`, 'larry add makes new ones')
    const tokens = Object.entries(table).flatMap(([key, value]) => readKey(task, key, value))
    if (tokens.length > 0) changes.set(task.id, tokens)
  }
  return changes
}

function readToml(text: string): Record<string, TomlValue> {
  try {
    return parse(text)
  } catch (error) {
    const reason = error instanceof Error ? error.message.split('\n')[0]!.replace(/^Invalid TOML document: /, '') : ''
    const line = (error as { line?: number }).line
    throw new Failure('usage', `line ${line ?? '?'} of the text cannot be read: ${reason}`, undefined, { cause: error })
  }
}

function isTable(value: TomlValue): value is Record<string, TomlValue> {
  return typeof value === 'object' && !Array.isArray(value) && !(value instanceof Date)
}

function readKey(task: EditableTask, key: string, value: TomlValue): Token[] {
  const known = Object.hasOwn(keys, key) ? keys[key]! : undefined
  if (known === undefined) {
    const near = nearest(key, Object.keys(keys))
    throw new Failure(
      'usage',
      `[${task.id}] has an unknown key "${key}"`,
      near === undefined ? `keys: ${Object.keys(keys).join(', ')}` : `did you mean ${near}?`,
    )
  }
  const before = known.of(task)
  const after = typeof before === 'string' ? readText(task, key, value) : readList(task, key, value)
  if (typeof after === 'string') {
    if (after === before) return []
    const isText = key === 'title' || key === 'notes'
    return [{ key: known.word, value: after === '' && !isText ? 'none' : after, text: `${key} = ${after}` }]
  }
  const [gone, come] = [missing(before as readonly string[], after), missing(after, before as readonly string[])]
  if (gone.length + come.length === 0) return []
  if (key === 'depends')
    return [{ key: 'depends', value: after.join(',') || 'none', text: `depends = ${after.join(', ')}` }]
  return [
    ...come.map((tag): Token => ({ key: 'tag', value: tag, text: `+${tag}` })),
    ...gone.map((tag): Token => ({ text: `-${tag}` })),
  ]
}

function missing(list: readonly string[], other: readonly string[]): string[] {
  return list.filter((one) => !other.includes(one))
}

function readText(task: EditableTask, key: string, value: TomlValue): string {
  if (typeof value === 'string') return value
  if (typeof value === 'number' || typeof value === 'bigint') return String(value)
  // A date without quotes; its time, where it has one, is kept to the minute.
  if (value instanceof TomlDate) return value.toISOString().replace(/:00(\.0+)?$/, '')
  throw new Failure('usage', `[${task.id}] ${key} is not text`, `${key} = "..."`)
}

function readList(task: EditableTask, key: string, value: TomlValue): string[] {
  if (!Array.isArray(value)) throw new Failure('usage', `[${task.id}] ${key} is not a list`, `${key} = ["...", "..."]`)
  return value.map((one) => readText(task, key, one))
}
