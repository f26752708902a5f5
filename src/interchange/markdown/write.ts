import type { FileRecord } from '../../domain/records/file-record.ts'
import type { TaskRecord } from '../../domain/records/task-record.ts'
import type { Clock } from '../../domain/when/clock.ts'
import type { How } from '../format.ts'
import { countsWithoutPlace } from '../no-place.ts'
import { namesFor } from '../sources.ts'
import { escaped, noteLines } from './inline.ts'
import { boxOf } from './item.ts'
import { writeMarks } from './marks.ts'
import { identityOf } from './read.ts'

interface Placed {
  readonly task: TaskRecord
  readonly depth: number
  /** The name it is known by in the document, of the task it stands under. */
  readonly above: string | undefined
  /** The project of the heading it stands under. */
  readonly heading: string | null
}

/**
 * Tasks as a checklist: those without a project first, then a heading for each project, subtasks indented below their
 * task. A comment that no reader of Markdown shows holds the uid, where a title alone would not make it known again. All
 * tasks are held until the last has come, as a subtask may come long after its task.
 */
export async function* writeMarkdown(records: AsyncIterable<FileRecord>, { tell, clock }: How): AsyncGenerator<string> {
  const left = countsWithoutPlace('Markdown', 'md', ['links', 'exceptions', 'pauses', 'starts'])
  const tasks: TaskRecord[] = []
  for await (const record of records) {
    if (record.kind !== 'task') continue
    left.see(record)
    tasks.push(sayable(record))
  }
  const nameOf = namesFor('md')
  const { roots, below } = forest(tasks)
  let isFirst = true
  for (const [heading, tops] of byProject(roots)) {
    if (tops.length === 0) continue
    if (heading !== null) yield `${isFirst ? '' : '\n'}# ${headingText(heading)}\n\n`
    isFirst = false
    const stack: Placed[] = tops.map((task) => ({ task, depth: 0, above: undefined, heading })).toReversed()
    for (let top = stack.pop(); top !== undefined; top = stack.pop()) {
      const { source, take } = nameOf(identityOf(top.above, top.task.title))
      const isKnown = source === top.task.source || top.task.uid === undefined
      if (isKnown) take()
      yield itemText(top, isKnown, clock)
      const name = isKnown ? source : top.task.uid
      for (const task of (below.get(top.task) ?? []).toReversed())
        stack.push({ task, depth: top.depth + 1, above: name, heading })
    }
  }
  left.tell(tell)
}

/** What a checklist has a place for; the rest of a task would be held in vain. */
const said = [
  ...(['kind', 'id', 'uid', 'source', 'parent_id', 'parent_uid', 'title', 'status', 'priority', 'due'] as const),
  ...(['wait_until', 'estimate_minutes', 'tags', 'project', 'client', 'client_id', 'notes'] as const),
  ...(['recurrence', 'recurrence_mode', 'completed_at', 'created_at'] as const),
] satisfies (keyof TaskRecord)[]

function sayable(task: TaskRecord): TaskRecord {
  return Object.fromEntries(said.flatMap((key) => (key in task ? [[key, task[key]]] : []))) as unknown as TaskRecord
}

/** Tasks at the left, and those below each: one whose task is not among them, or that stands below itself, is at the left. */
function forest(tasks: readonly TaskRecord[]) {
  const byName = new Map<string | number, TaskRecord>()
  for (const task of tasks)
    for (const name of [task.uid, task.source, task.id]) if (name !== undefined && name !== null) byName.set(name, task)
  const below = new Map<TaskRecord, TaskRecord[]>()
  const roots: TaskRecord[] = []
  for (const task of tasks) {
    const above = byName.get(task.parent_uid ?? task.parent_id ?? '')
    if (above === undefined || above === task) roots.push(task)
    else if (below.has(above)) below.get(above)!.push(task)
    else below.set(above, [task])
  }
  return { roots, below }
}

function byProject(tasks: readonly TaskRecord[]): Map<string | null, TaskRecord[]> {
  const groups = new Map<string | null, TaskRecord[]>([[null, []]])
  for (const task of tasks) {
    const project = task.project ?? null
    if (groups.has(project)) groups.get(project)!.push(task)
    else groups.set(project, [task])
  }
  return groups
}

/** Number signs at the end would be read as the end of the heading. */
function headingText(project: string): string {
  return escaped(project).replace(/#(?=#*$)/g, '\\#')
}

function itemText({ task, depth, heading }: Placed, isKnown: boolean, clock: Clock): string {
  const indent = '  '.repeat(depth)
  const project = task.project ?? null
  const words = writeMarks(task, project === heading ? [] : [project ?? 'none'], clock)
  const comment = isKnown ? '' : ` <!-- ${task.uid} -->`
  const notes = task.notes ? noteLines(task.notes).map((line) => (line === '' ? '\n' : `${indent}  ${line}\n`)) : []
  return `${indent}- [${boxOf(task.status ?? 'todo')}] ${words}${comment}\n${notes.join('')}`
}
