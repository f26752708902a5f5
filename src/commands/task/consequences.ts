import type { Db } from '../../db/handles.ts'
import type { StatusChange } from '../../workflows/change-status.ts'
import { describeStopped } from '../time/describe.ts'
import { nameTasks } from './describe.ts'

/** What a change of status brought beside itself: the timer that stopped, and what is ready now. */
export async function consequences(
  db: Db,
  { stopped, unblocked }: Pick<StatusChange, 'stopped' | 'unblocked'>,
): Promise<string[]> {
  return [
    ...(stopped === undefined ? [] : [describeStopped(stopped)]),
    ...(unblocked.length === 0 ? [] : [`Now ready: ${await nameTasks(db, unblocked)}`]),
  ]
}
