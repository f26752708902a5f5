import type { Db } from '../../db/handles.ts'
import { counted } from '../../domain/counted.ts'
import type { Clock } from '../../domain/when/clock.ts'
import type { StatusChange } from '../../workflows/change-status.ts'
import type { Edited } from '../../workflows/edit-tasks.ts'
import { describeStopped } from '../time/describe.ts'
import { nameTasks } from './describe.ts'

/** What a change of status brought beside itself: the timer that stopped, what became of reminders, what is ready now, and what comes next of what repeats. */
export async function consequences(
  db: Db,
  {
    stopped,
    unblocked,
    dismissed = 0,
    along = [],
    reminders,
    sequel,
  }: Omit<StatusChange, 'changed' | 'already'> & Partial<Edited>,
  clock: Clock,
): Promise<string[]> {
  const next = sequel === undefined ? [] : await (await import('./sequel.ts')).describeSequel(db, sequel, clock)
  return [
    ...(stopped === undefined ? [] : [describeStopped(stopped)]),
    ...(along.length === 0 ? [] : [`Moved along: ${await nameTasks(db, along)}`]),
    ...sayReminders({ ...reminders, dismissed: dismissed + (reminders?.dismissed ?? 0) }),
    ...(unblocked.length === 0 ? [] : [`Now ready: ${await nameTasks(db, unblocked)}`]),
    ...next,
  ]
}

function sayReminders({ added = [], removed = 0, moved = 0, dismissed = 0 }: Partial<Edited['reminders']>): string[] {
  const say = (verb: string, count: number, how = '') =>
    count === 0 ? [] : [`${verb} ${counted(count, 'reminder')}${how}`]
  return [
    ...say('Added', added.length),
    ...say('Removed', removed),
    ...say('Moved', moved, ' with the due date'),
    ...say('Dismissed', dismissed),
  ]
}
