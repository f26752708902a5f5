import type { Db } from '../db/handles.ts'
import { parentsOf } from '../repositories/subtasks.ts'

/** For each task below some others the nearest of those above it. */
export async function headsOf(
  db: Db,
  heads: readonly number[],
  below: readonly number[],
): Promise<ReadonlyMap<number, number>> {
  const tops = new Set(heads)
  const above = await parentsOf(db, below)
  const headOf = new Map<number, number>()
  for (const id of below) {
    let head = above.get(id)!
    while (!tops.has(head)) head = headOf.get(head) ?? above.get(head)!
    headOf.set(id, head)
  }
  return headOf
}
