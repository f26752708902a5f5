import { showMinutes } from '../../domain/duration.ts'
import type { TaskRecord } from '../../domain/records/task-record.ts'
import { isClosed } from '../../domain/task.ts'
import { dayOf } from '../../domain/when/civil.ts'
import type { Clock } from '../../domain/when/clock.ts'
import { joinLine, type Line, partLine } from './line.ts'
import { birthOf, letters } from './read.ts'
import { recWord } from './recurrence.ts'
import { keyOf, projectWord, wordsOf } from './words.ts'

/** The text as it came behind a mark, priority and dates that are true now. */
export function begunAnew(task: TaskRecord, kept: string, clock: Clock): string {
  const { created, text, letter } = partLine(kept)
  const words = text.split(' ').filter((word) => !/^pri:[A-Z]$/.test(word))
  const before = beginning(task, clock, letter)
  return joinLine({ ...before, created, text: [...words, ...priorityWord(task, letter)].join(' ') })
}

/** What a line says beyond the usual: moments beside its dates, and how many words are the title. */
export interface Care {
  readonly exact?: true
  /** Where words of the title would be taken for a tag, a project or a key. */
  readonly counted?: true
}

/** A line in larry's own order, keys of other programs behind its own. */
export function anew(task: TaskRecord, kept: string | undefined, clock: Clock, { exact, counted }: Care): string {
  const { zone } = clock
  const title = task.title.replaceAll(/[\r\n]+/g, ' ')
  const words = [
    title,
    ...(counted ? [`words:${title.split(' ').length}`] : []),
    ...(task.project ? [projectWord(task.project)] : []),
    ...(task.tags ?? []).map((tag) => `@${tag}`),
    ...keyed('due', task.due),
    ...keyed('t', task.wait_until),
    ...recWord(task),
    ...(task.recurrence && (task.recurrence_anchor ?? null) !== (task.due ?? null)
      ? keyed('anchor', task.recurrence_anchor ?? 'none')
      : []),
    ...keyed('est', task.estimate_minutes && showMinutes(task.estimate_minutes)),
    ...(task.status === undefined || ['todo', 'done'].includes(task.status) ? [] : [`status:${task.status}`]),
    ...priorityWord(task, undefined),
    ...keyed('parent', task.parent_uid),
    ...keyed('depends', task.depends_on_uids?.join(',')),
    ...(exact ? keyed('completed', task.completed_at) : []),
    ...(exact && birthOf(task.uid) !== task.created_at ? keyed('created', task.created_at) : []),
  ]
  const foreign = kept === undefined ? [] : wordsOf(partLine(kept).text).foreign
  // What only repeated a key would be taken for it where the task no longer says it.
  const repeats = foreign.filter((word) => keyOf(word) !== undefined)
  const more = foreign.filter((word) => !repeats.includes(word) || words.some((one) => keyOf(one) === keyOf(word)))
  // A line that came without its date goes without, where nothing else needs one before the title.
  const isUndated = !exact && !counted && kept !== undefined && partLine(kept).created === undefined
  const created = isUndated || task.created_at === undefined ? undefined : dayOf(zone.civilOf(task.created_at))
  return joinLine({ ...beginning(task, clock, undefined), created, text: [...words, ...more].join(' ') })
}

function keyed(key: string, value: string | number | null | undefined): string[] {
  return value ? [`${key}:${value}`] : []
}

function beginning(task: TaskRecord, { zone }: Clock, before: string | undefined): Omit<Line, 'text'> {
  const isDone = task.status !== undefined && isClosed(task.status)
  const completed = isDone && task.completed_at ? dayOf(zone.civilOf(task.completed_at)) : undefined
  return { isDone, completed, letter: isDone ? undefined : letterOf(task, before) }
}

/** The letter it had, where that still says its priority. */
function letterOf({ priority = 'medium' }: TaskRecord, before: string | undefined): string | undefined {
  if (before !== undefined && (letters[before] ?? 'low') === priority) return before
  const letter = Object.keys(letters).find((one) => letters[one] === priority)
  return priority === 'medium' ? undefined : letter
}

/** A done task keeps its letter as `pri:A`. */
function priorityWord(task: TaskRecord, before: string | undefined): string[] {
  return task.status !== undefined && isClosed(task.status) ? keyed('pri', letterOf(task, before)) : []
}
