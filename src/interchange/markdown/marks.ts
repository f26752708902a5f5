import { clearable } from '../../domain/clearable.ts'
import { readMinutes, showMinutes } from '../../domain/duration.ts'
import { Failure } from '../../domain/errors.ts'
import type { TaskRecord } from '../../domain/records/task-record.ts'
import { isClosed } from '../../domain/task.ts'
import { dayOf } from '../../domain/when/civil.ts'
import type { Clock } from '../../domain/when/clock.ts'
import { requirePoint } from '../../domain/when/read.ts'
import { isProse } from '../../domain/words/prose.ts'
import { isTag, readName, readPriority, readStatus } from '../../domain/words/values.ts'
import { keyNamed } from '../../domain/words/vocabulary.ts'
import { dayIn, signAtEnd } from './emoji.ts'
import { escaped, unescaped } from './inline.ts'
import { repetition, repetitionWords } from './repetition.ts'

type Fields = { -readonly [K in keyof TaskRecord]?: TaskRecord[K] }

/** The words of `larry add` that may end an item, and what each tells. */
const readers: Readonly<Record<string, (value: string, clock: Clock) => Fields>> = {
  due: (value, clock) => ({ due: requirePoint(value, clock) }),
  wait: (value, clock) => ({ wait_until: requirePoint(value, clock) }),
  priority: (value) => ({ priority: readPriority(value) }),
  est: (value) => ({ estimate_minutes: readMinutes(value) }),
  status: (value) => ({ status: readStatus(value) }),
  project: (value) => ({ project: clearable(value, () => readName('project', value)) }),
  client: (value) => ({ client: readName('client', value) }),
  completed: (value, { zone }) => ({ completed_at: zone.instantOf(dayIn(value)) }),
  created: (value, { zone }) => ({ created_at: zone.instantOf(dayIn(value)) }),
  every: () => ({}),
  after: () => ({}),
}

interface Mark {
  readonly key: string
  readonly value: string
}

/** What ends a line: a word, a sign of Obsidian's, or a key with a value in quotes. `before` is the text without it. */
function lastMark(text: string): (Mark & { readonly before: string; readonly raw: string }) | undefined {
  const end = text.trimEnd()
  const sign = signAtEnd(end)
  if (sign !== undefined) return { ...sign, before: end.slice(0, -sign.raw.length) }
  const quote = end.endsWith('"') ? end.lastIndexOf(':"', end.length - 2) : -1
  const at = startOfWord(end, quote < 0 ? end.length : quote)
  const raw = end.slice(at)
  const mark = tagMark(raw) ?? keyMark(raw)
  return mark && { ...mark, raw, before: end.slice(0, at) }
}

function startOfWord(text: string, from: number): number {
  let at = from
  while (at > 0 && !/\s/.test(text[at - 1]!)) at--
  return at
}

function tagMark(word: string): Mark | undefined {
  const tag = unescaped(word.slice(1))
  const isMark = (word.startsWith('+') || (word.startsWith('#') && !/^\d+$/.test(tag))) && isTag(tag)
  return isMark ? { key: 'tag', value: tag } : undefined
}

function keyMark(word: string): Mark | undefined {
  const [, spelling = '', quoted, bare] = /^([a-z]+):(?:"([^"]*)"|([^\s"]\S*))$/.exec(word) ?? []
  const key = spelling === 'completed' ? spelling : keyNamed(spelling, 'set')
  if (key === undefined || !Object.hasOwn(readers, key)) return undefined
  const value = unescaped(quoted ?? bare!)
  const isText = key === 'completed' ? !/^\d{4}-\d{2}-\d{2}$/.test(value) : isProse({ text: word, key, value })
  return isText ? undefined : { key, value }
}

/** The title of an item, and what the words at its end tell: `Pay rent due:2026-12-01 p:high +home`. A key given twice is refused. */
export function readMarks(text: string, clock: Clock): { readonly title: string; readonly fields: Fields } {
  const marks: Mark[] = []
  let rest = text
  for (let mark = lastMark(rest); mark !== undefined; mark = lastMark(rest)) {
    marks.unshift(mark)
    rest = mark.before
  }
  const fields: Fields = {
    tags: [...new Set(marks.flatMap(({ key, value }) => (key === 'tag' ? [value] : [])))].toSorted(),
  }
  const given = new Map<string, string>()
  for (const { key, value } of marks) {
    if (key === 'tag') continue
    if (given.has(key)) throw new Failure('usage', `${key} is given twice: "${given.get(key)}" and "${value}"`)
    given.set(key, value)
    Object.assign(fields, readers[key]!(value, clock))
  }
  const repeats = repetition(given.get('every'), given.get('after'), fields.due ?? null, clock)
  // An item of such words alone is its own title.
  return { title: unescaped(rest.trim() || text.trim()), fields: { ...fields, ...repeats } }
}

/** A title and the words behind it, as `readMarks` reads them. */
export function writeMarks(task: TaskRecord, project: readonly string[], clock: Clock): string {
  const { due, wait_until, priority = 'medium', estimate_minutes, status = 'todo', tags = [], client, client_id } = task
  return [
    titleOf(task),
    ...keyed('due', due),
    ...keyed('wait', wait_until),
    ...keyed('p', priority === 'medium' ? null : priority),
    ...keyed('est', estimate_minutes && showMinutes(estimate_minutes)),
    ...keyed('status', status === 'review' || status === 'blocked' ? status : null),
    ...Object.entries(repetitionWords(task)).flatMap(([key, value]) => keyed(key, value)),
    ...keyed('completed', completedOn(task, clock)),
    ...project.flatMap((name) => keyed('project', name)),
    ...keyed('client', client_id === null ? null : client),
    ...tags.map((tag) => `+${escaped(tag)}`),
  ].join(' ')
}

/**
 * The day a closed task was completed. One that came from a checklist as it is, closed already, was completed nobody knows
 * when: it goes out as it came.
 */
function completedOn({ status, completed_at, created_at, source }: TaskRecord, { zone }: Clock): string | null {
  if (!completed_at || status === undefined || !isClosed(status)) return null
  return source?.startsWith('md:') === true && completed_at === created_at ? null : dayOf(zone.civilOf(completed_at))
}

function keyed(name: string, value: string | number | null | undefined): string[] {
  if (!value) return []
  const text = escaped(String(value)).replaceAll('"', '&#34;')
  return [/[\s"]|&#34;/.test(text) ? `${name}:"${text}"` : `${name}:${text}`]
}

/** The title, with what ends it escaped where it would be read as one of these words. */
function titleOf({ title }: TaskRecord): string {
  let head = escaped(title)
  let tail = ''
  for (let mark = lastMark(head); mark !== undefined; mark = lastMark(head)) {
    const raw = /^[a-z]/.test(mark.raw) ? mark.raw.replace(':', '\\:') : literal(mark.raw)
    tail = raw + head.slice(mark.before.length + mark.raw.length) + tail
    head = mark.before
  }
  return head + tail
}

/** With its first character, `+`, `#` or a sign, as no mark begins. */
function literal(mark: string): string {
  const first = mark.codePointAt(0)!
  return first < 0x80 ? `\\${mark}` : `&#${first};${mark.slice(String.fromCodePoint(first).length)}`
}
