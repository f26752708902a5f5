import type { Handle, Tx } from '../db/handles.ts'
import { revert } from '../db/revert.ts'
import { touchedTasks } from '../repositories/actions.ts'
import { refuseDependencyCycle, refuseParentCycle } from './refuse-cycles.ts'

export interface Reverting {
  readonly handle: Handle
  /** The open action, under which this is recorded. */
  readonly action: number
}

/** Takes actions back, by the rules that hold for any change: what would close a circle is a conflict too. Answers how many rows. */
export async function revertActions(tx: Tx, { handle, action }: Reverting, ids: readonly number[]): Promise<number> {
  const rows = await revert(tx, handle, ids, action)
  const tasks = await touchedTasks(tx, action)
  await refuseParentCycle(tx, tasks)
  await refuseDependencyCycle(tx, tasks)
  return rows
}
