import type { Db } from '../../db/handles.ts'
import { Failure } from '../../domain/errors.ts'
import { type Moment, type Placed, place, readAsked } from '../../domain/reminder.ts'
import type { Clock } from '../../domain/when/clock.ts'
import { getTaskLines } from '../../repositories/tasks.ts'

interface Said {
  readonly task_id: number | null
  /** Empty when only `every` says when. */
  readonly when: string
  readonly every: string | undefined
  /** What a rule counts from when no words say it. */
  readonly from?: Moment | undefined
}

/** Where words and --every put a reminder. One that repeats begins with its first moment from then or from now on; it cannot stand before a due date. */
export async function readPlace(
  db: Db,
  { task_id, when, every, from }: Said,
  clock: Clock,
): Promise<Placed & { readonly rule: string | null }> {
  if (when.trim() === '' && every === undefined)
    throw new Failure('usage', 'when to remind is not said', 'such as "tomorrow 9am", +30m or -1d')
  const asked = when.trim() === '' ? undefined : readAsked(when, clock)
  if (every === undefined) return { ...place(asked!, await dueOf(db, task_id), clock), rule: null }
  if (asked !== undefined && 'before' in asked)
    throw new Failure(
      'usage',
      `a reminder cannot both stand before the due date (${when}) and repeat (--every ${every})`,
      'give one of them',
    )
  const { readRepeat } = await import('../../domain/reminder-repeat.ts')
  return { ...readRepeat(every, asked ?? from, clock), before_due_minutes: null }
}

async function dueOf(db: Db, task: number | null): Promise<string | null> {
  return task === null ? null : (await getTaskLines(db, [task]))[0]!.due
}
