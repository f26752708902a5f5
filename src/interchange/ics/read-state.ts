import type { TaskRecord } from '../../domain/records/task-record.ts'
import { isClosed, type Priority, type Status } from '../../domain/task.ts'
import type { Properties } from './properties.ts'
import { instantIn } from './times.ts'
import { priorityNumbers, priorityOf, statusOf, usualPriority, usualProgress } from './words.ts'
import type { Zones } from './zones.ts'

type State = Pick<
  TaskRecord,
  'status' | 'priority' | 'progress' | 'started_at' | 'completed_at' | 'created_at' | 'updated_at'
>

/**
 * How far a task has come, how much it matters, and when it was what. What cannot be read is told, and
 * left to be given back where larry does not say it anyway. A to-do without PRIORITY or PERCENT-COMPLETE has the usual.
 */
export function readState(properties: Properties, zones: Zones, adapted: string[], isEvent: boolean): State {
  const instant = (name: string) => {
    const property = properties.take(name)
    const at = property && instantIn(property, zones)
    if (property !== undefined && at === undefined)
      adapted.push(`${name} "${property.value.slice(0, 40)}" is no moment larry knows, and left out`)
    return at
  }
  properties.take('DTSTAMP')
  const [completed, created, updated] = ['COMPLETED', 'CREATED', 'LAST-MODIFIED'].map(instant)
  const [closed, started] = ['X-LARRY-CLOSED-AT', 'X-LARRY-STARTED-AT'].map(instant)
  const status = readStatus(properties, adapted, isEvent) ?? (completed === undefined ? undefined : 'done')
  const closedAt = completed ?? closed
  const isOver = status !== undefined && isClosed(status)
  const priority = readPriority(properties, adapted) ?? (isEvent ? undefined : usualPriority)
  const progress = readProgress(properties, status, adapted)
  const isUsual = progress === undefined && !isEvent && status !== undefined && status !== 'done'
  if (completed !== undefined && !isOver) adapted.push('COMPLETED left out: STATUS says it is open')
  return {
    ...(status !== undefined && { status }),
    ...(priority !== undefined && { priority }),
    ...(progress !== undefined ? { progress } : isUsual && { progress: usualProgress }),
    ...(started !== undefined && { started_at: started }),
    ...(isOver && closedAt !== undefined
      ? { completed_at: closedAt }
      : status !== undefined && !isOver && { completed_at: null }),
    ...(created !== undefined && { created_at: created }),
    ...(updated !== undefined && { updated_at: updated }),
  }
}

function readStatus(properties: Properties, adapted: string[], isEvent: boolean): Status | undefined {
  const given = properties.take('STATUS')
  const exact = properties.take('X-LARRY-STATUS')?.value
  if (given === undefined) return undefined
  const status = statusOf(given.value, exact)
  if (status !== undefined) return status
  if (isEvent) properties.leave(given)
  else adapted.push(`the status "${given.value.slice(0, 40)}" is unknown, and left out`)
  return undefined
}

/** The usual priority is given back as it came: written by larry it would stand where there was none. */
function readPriority(properties: Properties, adapted: string[]): Priority | undefined {
  const given = properties.take('PRIORITY')
  if (given === undefined) return undefined
  const number = /^\d$/.test(given.value.trim()) ? Number(given.value) : undefined
  const priority = number === undefined ? undefined : priorityOf(number)
  if (priority === undefined || priority === usualPriority) properties.leave(given)
  if (number === 0) return undefined
  if (priority === undefined) {
    adapted.push(`the priority "${given.value.slice(0, 40)}" is none of 1 to 9`)
  } else if (priorityNumbers[priority] !== number) adapted.push(`priority ${number} became ${priority}`)
  return priority
}

/** That nothing is done is given back as it came too, but for a task that is done, where larry says it. */
function readProgress(properties: Properties, status: Status | undefined, adapted: string[]): number | undefined {
  const given = properties.take('PERCENT-COMPLETE')
  if (given === undefined) return undefined
  const value = given.value.trim()
  const progress = /^\d{1,3}$/.test(value) && Number(value) <= 100 ? Number(value) : undefined
  if (progress === undefined || (progress === usualProgress && status !== 'done')) properties.leave(given)
  if (progress !== undefined) return progress
  adapted.push(`the progress "${given.value.slice(0, 40)}" is none of 0 to 100`)
  return undefined
}
