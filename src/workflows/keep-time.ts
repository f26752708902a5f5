import type { Tx } from '../db/handles.ts'
import { Failure } from '../domain/errors.ts'
import { checkOrder, type Span, showMoment, showSpan } from '../domain/time-span.ts'
import type { Clock } from '../domain/when/clock.ts'
import type { Entry } from '../repositories/time-entries.ts'
import { insertEntries, updateEntries } from '../repositories/time-entry-writes.ts'
import { refuseOverlap } from './refuse-overlap.ts'

interface Work extends Span {
  readonly task_id: number
  readonly note: string | null
  readonly billable: boolean
}

/** Stores work that is over and answers the entry's id. Time in common with another entry is a conflict unless allowed. */
export async function logTime(
  tx: Tx,
  { billable, ...work }: Work,
  { allowOverlap }: { readonly allowOverlap: boolean },
  clock: Clock,
): Promise<number> {
  if (!allowOverlap) await refuseOverlap(tx, work, [], clock)
  const [id] = await insertEntries(tx, [{ ...work, billable: billable ? 1 : 0 }], clock.now)
  return id!
}

/** Gives one entry another beginning or end; an end given to a running one stops it. Answers its id if that changed it. */
export async function moveEntry(
  tx: Tx,
  entry: Entry,
  ends: { readonly started_at?: string; readonly ended_at?: string },
  { allowOverlap }: { readonly allowOverlap: boolean },
  clock: Clock,
): Promise<number[]> {
  const { started_at, ended_at } = checkOrder({ ...entry, ...ends }, clock)
  if (!allowOverlap) await refuseOverlap(tx, { started_at, ended_at: ended_at ?? clock.now }, [entry.id], clock)
  return updateEntries(tx, [entry.id], ends, clock.now)
}

/** Makes two of one: the entry ends at the instant, a new one with the same task and note goes on from there. Answers the new id. */
export async function splitEntry(tx: Tx, entry: Entry, at: string, clock: Clock): Promise<number> {
  if (at <= entry.started_at || at >= (entry.ended_at ?? clock.now))
    throw new Failure(
      'usage',
      `${showMoment(at, clock)} is not inside entry ${entry.id}, ${showSpan(entry, clock)}`,
      'a time between its beginning and its end, or a length shorter than its own',
    )
  const { task_id, ended_at, note, billable } = entry
  await updateEntries(tx, [entry.id], { ended_at: at }, clock.now)
  const rest = { task_id, started_at: at, ended_at, note, billable: billable ? 1 : 0 }
  const [id] = await insertEntries(tx, [rest], clock.now)
  return id!
}
