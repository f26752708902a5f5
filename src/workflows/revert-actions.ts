import type { Handle, Tx } from '../db/handles.ts'
import { revert } from '../db/revert.ts'
import { Failure } from '../domain/errors.ts'
import { touchedTasks } from '../repositories/actions.ts'
import { refuseDependencyCycle, refuseParentCycle } from './refuse-cycles.ts'

export interface Reverting {
  readonly handle: Handle
  /** The open action, under which this is recorded. */
  readonly action: number
}

/** Takes actions back, by the rules that hold for any change: what no longer fits what is there now, or would close a circle, is a conflict. Answers how many rows. */
export async function revertActions(tx: Tx, { handle, action }: Reverting, ids: readonly number[]): Promise<number> {
  const rows = await fitting(() => revert(tx, handle, ids, action))
  const tasks = await touchedTasks(tx, action)
  await refuseParentCycle(tx, tasks)
  await refuseDependencyCycle(tx, tasks)
  return rows
}

async function fitting<T>(run: () => Promise<T>): Promise<T> {
  try {
    return await run()
  } catch (error) {
    const code = error instanceof Error ? (error as NodeJS.ErrnoException).code : undefined
    if (code?.startsWith('SQLITE_CONSTRAINT') !== true) throw error
    const why = code.endsWith('UNIQUE')
      ? 'something of the same name has come since'
      : 'something it belongs to has gone since'
    throw new Failure(
      'conflict',
      `what was there before no longer fits: ${why}; nothing was changed`,
      'larry history list tells what came after',
      { cause: error },
    )
  }
}
