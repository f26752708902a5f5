import type { Updateable } from 'kysely'
import type { Tx } from '../db/handles.ts'
import type { Database } from '../db/schema.ts'
import { Failure } from '../domain/errors.ts'
import type { Attributes } from '../domain/task.ts'
import type { Clock } from '../domain/when/clock.ts'
import { addDependencies, dropDependencies } from '../repositories/dependencies.ts'
import { addTags, removeTags } from '../repositories/tags.ts'
import { touchTasks, updateTasks } from '../repositories/task-writes.ts'
import { type StatusChange, setStatus } from './change-status.ts'
import { refuseDependencyCycle, refuseParentCycle } from './refuse-cycles.ts'
import { type Resolved, resolveNames } from './resolve-names.ts'

/** What editing came to: the tasks that changed, the projects that had to be made, and what a change of status brought. */
type Edited = Pick<StatusChange, 'unblocked' | 'stopped'> & {
  readonly changed: number[]
  readonly createdProjects: string[]
}

/** Gives many tasks the same attributes. */
export async function editTasks(tx: Tx, ids: readonly number[], attributes: Attributes, clock: Clock): Promise<Edited> {
  if (ids.length === 0) return { changed: [], createdProjects: [], unblocked: [] }
  const { now } = clock
  const { resolved, created } = await resolveNames(tx, [attributes], now)
  const names = resolved[0]!
  const self = ids.find((id) => id === names.parent_id)
  if (self !== undefined) throw new Failure('conflict', `task ${self} would be its own subtask: ${self} -> ${self}`)
  const changed = new Set(await updateTasks(tx, ids, toColumns(attributes, names), now))
  if (typeof names.parent_id === 'number') await refuseParentCycle(tx, ids)
  const touched = [...(await retag(tx, ids, attributes)), ...(await redepend(tx, ids, names))]
  if (touched.length > 0) await touchTasks(tx, touched, now)
  for (const id of touched) changed.add(id)
  const status = attributes.status === undefined ? undefined : await setStatus(tx, ids, attributes.status, clock)
  for (const id of status?.changed ?? []) changed.add(id)
  return {
    changed: [...changed].sort((a, b) => a - b),
    createdProjects: created,
    unblocked: status?.unblocked ?? [],
    stopped: status?.stopped,
  }
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
  await refuseDependencyCycle(tx, ids)
  return [...dropped, ...added]
}
