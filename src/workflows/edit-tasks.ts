import type { Updateable } from 'kysely'
import type { Db, Tx } from '../db/handles.ts'
import type { Database } from '../db/schema.ts'
import { Failure } from '../domain/errors.ts'
import type { Attributes } from '../domain/task.ts'
import type { Clock } from '../domain/when/clock.ts'
import { addDependencies, dropDependencies } from '../repositories/dependencies.ts'
import { recurringOf } from '../repositories/recurring-tasks.ts'
import { addTags, removeTags } from '../repositories/tags.ts'
import { touchTasks, updateTasks } from '../repositories/task-writes.ts'
import type { StatusChange } from './change-status.ts'
import { changeStatuses } from './change-statuses.ts'
import { editReminders, type RemindersEdited } from './keep-reminders.ts'
import type { MovedDue } from './move-occurrences.ts'
import type { MovedAlong } from './move-trees.ts'
import { refuseDependencyCycle, refuseParentCycle } from './refuse-cycles.ts'
import { type Resolved, resolveNames } from './resolve-names.ts'

/** What editing came to: the tasks that changed, the projects that had to be made, and what a change of status brought. */
export type Edited = Omit<StatusChange, 'already'> & {
  readonly changed: number[]
  readonly createdProjects: string[]
  /** The tasks that moved along with the due date of a task above them that repeats. */
  readonly along: readonly number[]
  readonly reminders: RemindersEdited
}

/** The same attributes for some tasks. */
export interface Edit {
  readonly ids: readonly number[]
  readonly attributes: Attributes
}

/** Gives many tasks the same attributes. */
export function editTasks(tx: Tx, ids: readonly number[], attributes: Attributes, clock: Clock): Promise<Edited> {
  return makeEdits(tx, [{ ids, attributes }], clock)
}

/** Makes many edits as one change: circles are looked for when all is in its place, and statuses change last, each for all its tasks at once. */
export async function makeEdits(tx: Tx, all: readonly Edit[], clock: Clock): Promise<Edited> {
  const edits = all.filter(({ ids }) => ids.length > 0)
  const { now } = clock
  const { resolved, created } = await resolveNames(
    tx,
    edits.map(({ attributes }) => attributes),
    now,
  )
  const repeating = await repeatingOf(tx, edits)
  const changed = new Set<number>()
  for (const [at, edit] of edits.entries())
    for (const id of await change(tx, edit, resolved[at]!, clock)) changed.add(id)
  const along = await moveRepeating(tx, repeating, edits, clock)
  const moved = edits.filter((_, at) => typeof resolved[at]!.parent_id === 'number').flatMap(({ ids }) => ids)
  if (moved.length > 0) await refuseParentCycle(tx, moved)
  const waiting = edits.filter((_, at) => resolved[at]!.depends !== undefined).flatMap(({ ids }) => ids)
  if (waiting.length > 0) await refuseDependencyCycle(tx, waiting)
  const reminders = await editReminders(tx, edits, along, clock)
  for (const id of reminders.tasks) changed.add(id)
  const status = await changeStatuses(tx, edits, clock)
  for (const id of status.changed) changed.add(id)
  return {
    ...status,
    changed: [...changed].sort((a, b) => a - b),
    createdProjects: created,
    along: along.tasks,
    reminders,
  }
}

/** Everything but the status; answers the ids of those that changed. */
async function change(tx: Tx, { ids, attributes }: Edit, names: Resolved, clock: Clock): Promise<number[]> {
  const { now } = clock
  const self = ids.find((id) => id === names.parent_id)
  if (self !== undefined) throw new Failure('conflict', `task ${self} would be its own subtask: ${self} -> ${self}`)
  const changed = await updateTasks(tx, ids, toColumns(attributes, names), now)
  if (saysRepetition(attributes)) {
    const { setRecurrence } = await import('./set-recurrence.ts')
    changed.push(...(await setRecurrence(tx, ids, attributes, clock)))
  }
  const touched = [...(await retag(tx, ids, attributes)), ...(await redepend(tx, ids, names))]
  if (touched.length > 0) await touchTasks(tx, touched, now)
  return [...changed, ...touched]
}

/** Of the tasks that are given a due date and nothing else of how they repeat, those that do, as they are yet. */
async function repeatingOf(db: Db, edits: readonly Edit[]): Promise<MovedDue[]> {
  const dues = new Map<number, string | null>()
  for (const { ids, attributes } of edits)
    if (attributes.due !== undefined && !saysRepetition(attributes)) for (const id of ids) dues.set(id, attributes.due)
  if (dues.size === 0) return []
  return (await recurringOf(db, [...dues.keys()])).map((task) => ({ task, due: dues.get(task.id) ?? null }))
}

/** Moves what belongs to those that were given another due date as far, but not what edits place themselves. */
async function moveRepeating(
  tx: Tx,
  repeating: readonly MovedDue[],
  edits: readonly Edit[],
  clock: Clock,
): Promise<MovedAlong> {
  if (repeating.length === 0) return { tasks: [], reminders: 0 }
  const { moveOccurrences } = await import('./move-occurrences.ts')
  const given = (name: 'due' | 'wait_until') =>
    new Set(edits.flatMap(({ ids, attributes }) => (attributes[name] === undefined ? [] : ids)))
  return moveOccurrences(tx, repeating, { dues: given('due'), waits: given('wait_until') }, clock)
}

/** Whether attributes say how a task repeats, or that it does not. */
function saysRepetition({ every, after }: Attributes): boolean {
  return every !== undefined || after !== undefined
}

function toColumns(attributes: Attributes, names: Resolved): Updateable<Database['tasks']> {
  const { title, notes, priority, due, wait_until, estimate_minutes } = attributes
  const { project_id, client_id, parent_id } = names
  const columns = { title, notes, priority, due, wait_until, estimate_minutes, project_id, client_id, parent_id }
  return Object.fromEntries(Object.entries(columns).filter(([, value]) => value !== undefined))
}

async function retag(tx: Tx, ids: readonly number[], { tags = [], untags = [] }: Attributes): Promise<number[]> {
  const added =
    tags.length === 0
      ? []
      : await addTags(
          tx,
          ids.flatMap((task_id) => tags.map((tag) => ({ task_id, tag }))),
        )
  const removed = untags.length === 0 ? [] : await removeTags(tx, ids, untags)
  return [...added, ...removed]
}

/** Makes the tasks wait for just these. */
async function redepend(tx: Tx, ids: readonly number[], { depends }: Resolved): Promise<number[]> {
  if (depends === undefined) return []
  const dropped = await dropDependencies(tx, ids, depends)
  const added = await addDependencies(
    tx,
    ids.flatMap((task_id) => depends.map((depends_on_id) => ({ task_id, depends_on_id }))),
  )
  return [...dropped, ...added]
}
