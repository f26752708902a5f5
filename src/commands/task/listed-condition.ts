import type { Db } from '../../db/handles.ts'
import { type Filter, mentions } from '../../domain/filter/filter.ts'
import type { Clock } from '../../domain/when/clock.ts'
import { allOf, toCondition } from '../../repositories/task-filter.ts'
import { isOpen, isVisible, stateCondition } from '../../repositories/task-states.ts'
import type { Condition } from '../../repositories/tasks.ts'

/**
 * What a filter finds: among open tasks that are not waiting unless it speaks of others itself, so that --where finds
 * what list shows; or among the finished; or among all.
 */
export async function listedCondition(
  db: Db,
  filter: Filter | undefined,
  clock: Clock,
  among: 'listed' | 'closed' | 'all',
): Promise<Condition> {
  const conditions: Condition[] = []
  if (among === 'closed') conditions.push(stateCondition('closed', clock))
  if (among === 'listed' && !(filter && mentions(filter, saysClosed))) conditions.push(isOpen)
  if (among === 'listed' && !(filter && mentions(filter, saysWaiting))) conditions.push(isVisible(clock))
  if (filter !== undefined) conditions.push(await toCondition(db, filter, clock))
  return allOf(conditions)
}

/** `status:`, `is:closed`, `completed:` and `id:` choose among open and finished themselves. */
function saysClosed(part: Filter): boolean {
  const kinds: readonly Filter['kind'][] = ['status', 'completed_at', 'id']
  return kinds.includes(part.kind) || (part.kind === 'is' && part.state === 'closed')
}

function saysWaiting(part: Filter): boolean {
  return saysClosed(part) || part.kind === 'wait_until' || (part.kind === 'is' && part.state === 'waiting')
}
