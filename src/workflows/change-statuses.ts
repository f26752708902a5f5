import type { Tx } from '../db/handles.ts'
import type { Status } from '../domain/task.ts'
import type { Clock } from '../domain/when/clock.ts'
import { type StatusChange, setStatus } from './change-status.ts'
import type { Sequel } from './continue-series.ts'
import type { Edit } from './edit-tasks.ts'

/** Gives tasks the status that edits say, each status to all its tasks at once; answers what it all came to. */
export async function changeStatuses(tx: Tx, edits: readonly Edit[], clock: Clock): Promise<StatusChange> {
  const wanted = new Map<Status, number[]>()
  for (const { ids, attributes } of edits)
    if (attributes.status !== undefined)
      wanted.set(attributes.status, [...(wanted.get(attributes.status) ?? []), ...ids])
  const all: StatusChange[] = []
  for (const [status, ids] of wanted) all.push(await setStatus(tx, ids, status, clock))
  return {
    changed: all.flatMap(({ changed }) => changed),
    already: all.flatMap(({ already }) => already),
    unblocked: all.flatMap(({ unblocked }) => unblocked),
    dismissed: all.reduce((sum, { dismissed = 0 }) => sum + dismissed, 0),
    stopped: all.find(({ stopped }) => stopped !== undefined)?.stopped,
    sequel: joined(all.flatMap(({ sequel }) => sequel ?? [])),
  }
}

function joined(sequels: readonly Sequel[]): Sequel | undefined {
  if (sequels.length === 0) return undefined
  const every = (name: keyof Sequel) => sequels.flatMap((sequel) => sequel[name]).sort((a, b) => a - b)
  return { next: every('next'), last: every('last'), ended: every('ended'), paused: every('paused') }
}
