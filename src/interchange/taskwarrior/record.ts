import { cutTo } from '../../domain/cut.ts'
import type { CommentRecord, TaskRecord } from '../../domain/records/task-record.ts'
import type { Priority, Status } from '../../domain/task.ts'
import { titleLimit } from '../../domain/task.ts'
import { isBlank } from '../../domain/title.ts'
import { isUid } from '../../domain/uid.ts'
import type { Zone } from '../../domain/when/clock.ts'
import { knownYears } from '../../domain/when/years.ts'
import { refusedAt } from '../refused-at.ts'
import { civilIn, instantOf } from './dates.ts'
import { type Entry, textOf } from './entries.ts'

/** A task as larry has it, and what of it had to be said otherwise. */
export interface Reading {
  readonly record: TaskRecord
  readonly adapted: readonly string[]
}

/** What an entry says of what larry knows of a task, all of it told: without a due date there is none. Refuses what cannot be read. */
export function recordOf(entry: Entry, zone: Zone, line: number): Reading {
  const adapted: string[] = []
  const instant = (name: string) => instantIn(entry, name, line)
  const civil = (name: string) => {
    const at = instant(name)
    return at === undefined ? null : (civilIn(zone, at) ?? refuse(line, name, entry[name], knownYears))
  }
  const started = instant('start')
  const [created, updated, ended] = [instant('entry'), instant('modified'), instant('end')]
  const status = statusOf(entry, started !== undefined, line)
  const record: TaskRecord = {
    kind: 'task',
    ...titleOf(entry, line, adapted),
    status,
    priority: priorityOf(entry, adapted),
    due: civil('due'),
    wait_until: civil('wait'),
    tags: tagsOf(entry, adapted),
    project: projectOf(entry, adapted),
    started_at: started ?? null,
    ...((status === 'done' || status === 'cancelled') && ended !== undefined && { completed_at: ended }),
    ...(created !== undefined && { created_at: created }),
    ...(updated !== undefined && { updated_at: updated }),
    depends_on_uids: textsIn(entry['depends']).filter(isUid),
    comments: commentsOf(entry, line, adapted),
  }
  return { record, adapted }
}

function instantIn(entry: Entry, name: string, line: number): string | undefined {
  const value = entry[name]
  if (value === undefined || value === '') return undefined
  const instant = instantOf(value)
  if (instant === undefined) throw refuse(line, name, value, 'such as 20260131T120000Z')
  return instant < '1970' ? refuse(line, name, value, knownYears) : instant
}

function refuse(line: number, name: string, value: unknown, hint: string): never {
  throw refusedAt(line, `${name} ${JSON.stringify(value)} is no date larry knows`, hint)
}

function titleOf(entry: Entry, line: number, adapted: string[]): { title: string; notes?: string } {
  const text = entry['description']
  if (typeof text !== 'string' || text === '') throw refusedAt(line, 'the task has no description')
  if (isBlank(text)) {
    adapted.push('a blank description became "untitled"')
    return { title: 'untitled' }
  }
  const characters = text.length > titleLimit ? Array.from(text) : []
  if (characters.length <= titleLimit) return { title: text }
  adapted.push(`a description of ${characters.length} characters became the notes, its beginning the title`)
  return { title: `${characters.slice(0, 100).join('')}...`, notes: text }
}

function statusOf(entry: Entry, isStarted: boolean, line: number): Status {
  const { status = 'pending' } = entry
  if (status === 'completed') return 'done'
  if (status === 'deleted') return 'cancelled'
  if (status !== 'pending' && status !== 'waiting' && status !== 'recurring')
    throw refusedAt(
      line,
      `unknown status ${JSON.stringify(status)}`,
      'one of pending, waiting, completed, deleted, recurring',
    )
  return isStarted ? 'in-progress' : 'todo'
}

const priorities: Readonly<Record<string, Priority>> = { H: 'high', M: 'medium', L: 'low' }

function priorityOf({ priority }: Entry, adapted: string[]): Priority {
  const known = Object.hasOwn(priorities, textOf(priority)) ? priorities[textOf(priority)] : undefined
  if (known === undefined && priority !== undefined && priority !== '')
    adapted.push(`priority ${JSON.stringify(priority)} became medium`)
  return known ?? 'medium'
}

/** A list of texts, or one with commas between, as old versions wrote it. */
function textsIn(value: unknown): string[] {
  return (Array.isArray(value) ? value : textOf(value).split(',')).map(textOf).filter((text) => text !== '')
}

/** Of a tag or a project, in characters. */
const longestName = 200

function tagsOf({ tags }: Entry, adapted: string[]): string[] {
  const read = textsIn(tags).map((tag) => {
    const joined = cutTo(
      longestName,
      tag
        .trim()
        .normalize('NFC')
        .replaceAll(/[\s\p{Cc}]+/gu, '-'),
    )
    if (joined !== tag.normalize('NFC')) adapted.push(`tag ${JSON.stringify(tag)} became "${joined}"`)
    return joined
  })
  return [...new Set(read)].filter((tag) => tag !== '')
}

/** `work.site` is `work/site`. */
function projectOf({ project }: Entry, adapted: string[]): string | null {
  if (project === undefined || project === '') return null
  const parts = textOf(project).split(/[./]/)
  const kept = parts.map((part) => part.replaceAll(/\p{Cc}/gu, ' ').trim()).filter((part) => part !== '')
  const name = cutTo(longestName, kept.join('/').normalize('NFC'))
  if (name === '' || name.toLowerCase() === 'none') {
    adapted.push(`project ${JSON.stringify(project)} was left out: it names none`)
    return null
  }
  if (name !== parts.join('/')) adapted.push(`project ${JSON.stringify(project)} became "${name}"`)
  return name
}

const longestComment = 100_000

function commentsOf({ annotations }: Entry, line: number, adapted: string[]): CommentRecord[] {
  if (annotations === undefined) return []
  if (!Array.isArray(annotations)) throw refusedAt(line, 'annotations is no list')
  return (annotations as readonly (Entry | null)[]).flatMap((annotation) => {
    const text = annotation?.['description']
    if (annotation === null || typeof text !== 'string') throw refusedAt(line, 'an annotation has no description')
    const created_at = instantIn(annotation, 'entry', line)
    const body = cutTo(longestComment, text)
    if (isBlank(text)) adapted.push('an empty annotation was left out')
    else if (body !== text) adapted.push(`an annotation was cut to ${longestComment} characters`)
    return isBlank(text) ? [] : [{ body, ...(created_at && { created_at }) }]
  })
}
