import type { Db } from '../db/handles.ts'
import { findCycle } from '../domain/cycle.ts'
import { Failure } from '../domain/errors.ts'
import { reachableDependencies } from '../repositories/dependencies.ts'
import { parentsOf } from '../repositories/subtasks.ts'

/** Refuses, with the circle itself, a change after which one of these tasks would wait for itself. Asked after writing: the transaction goes back. */
export async function refuseDependencyCycle(db: Db, ids: readonly number[]): Promise<void> {
  refuse(await dependencyCycle(db, ids), 'wait for itself')
}

/** Refuses a change after which one of these tasks would lie below itself. */
export async function refuseParentCycle(db: Db, ids: readonly number[]): Promise<void> {
  refuse(await parentCycle(db, ids), 'be its own subtask')
}

/** A circle of tasks that wait for one another, as a closed path, that can be reached from these. */
export async function dependencyCycle(db: Db, ids: readonly number[]): Promise<number[] | undefined> {
  const edges = new Map<number, number[]>()
  for (const { task_id, depends_on_id } of await reachableDependencies(db, ids)) {
    const known = edges.get(task_id)
    if (known === undefined) edges.set(task_id, [depends_on_id])
    else known.push(depends_on_id)
  }
  return findCycle(edges, ids)
}

/** A circle of tasks one below another, as a closed path, that these lie in or below. */
export async function parentCycle(db: Db, ids: readonly number[]): Promise<number[] | undefined> {
  const edges = new Map([...(await parentsOf(db, ids))].map(([id, parent]) => [id, [parent]]))
  return findCycle(edges, ids)
}

function refuse(cycle: readonly number[] | undefined, what: string): void {
  if (cycle !== undefined) throw new Failure('conflict', `task ${cycle[0]} would ${what}: ${shownCycle(cycle)}`)
}

/** The circle; of a long one both ends. */
export function shownCycle(cycle: readonly (number | string)[]): string {
  if (cycle.length <= 20) return cycle.join(' -> ')
  return [...cycle.slice(0, 8), `... ${cycle.length - 12} more ...`, ...cycle.slice(-4)].join(' -> ')
}
