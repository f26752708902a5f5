import type { WriteContext } from '../../cli/context.ts'
import { task } from '../../repositories/refs.ts'
import { namedIds, oneId } from '../named.ts'

/** The task named first and those after it, which it waits for; `-` stands for ids from a pipe. */
export async function waiterAndBlockers(
  { db, input }: WriteContext,
  [first, ...others]: readonly string[],
): Promise<{ readonly waiter: number; readonly blockers: readonly number[] }> {
  return { waiter: await oneId(db, first!), blockers: await namedIds(db, task, others, input) }
}
