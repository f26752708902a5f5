import type { Db } from '../../db/handles.ts'
import { type Filter, mentions } from '../../domain/filter/filter.ts'
import type { Clock } from '../../domain/when/clock.ts'
import { allOf, toCondition } from '../../repositories/task-filter.ts'
import { isOpen, isVisible, stateCondition } from '../../repositories/task-states.ts'
import type { Condition } from '../../repositories/tasks.ts'

/** Among which tasks a filter looks: those a list shows, the finished, or all. */
export type Among = 'listed' | 'closed' | 'all'

/** What is asked beside a filter, unless it speaks of it itself. */
type Addition = 'closed' | 'open' | 'visible'

/**
 * What a filter finds: among open tasks that are not waiting unless it speaks of others itself, so that --where finds
 * what list shows; or among the finished; or among all.
 */
export async function listedCondition(
  db: Db,
  filter: Filter | undefined,
  clock: Clock,
  among: Among,
): Promise<Condition> {
  const additions = { closed: stateCondition('closed', clock), open: isOpen, visible: isVisible(clock) }
  const conditions = additionsTo(filter, among).map((addition) => additions[addition])
  if (filter !== undefined) conditions.push(await toCondition(db, filter, clock))
  return allOf(conditions)
}

/** What a list asks beside the filter. */
export function additionsTo(filter: Filter | undefined, among: Among): readonly Addition[] {
  if (among === 'all') return []
  if (among === 'closed') return ['closed']
  const says = (test: (part: Filter) => boolean) => filter !== undefined && mentions(filter, test)
  return [...(says(saysClosed) ? [] : ['open' as const]), ...(says(saysWaiting) ? [] : ['visible' as const])]
}

/** `status:`, `is:closed`, `completed:` and `id:` choose among open and finished themselves. */
function saysClosed(part: Filter): boolean {
  const kinds: readonly Filter['kind'][] = ['status', 'completed_at', 'id']
  return kinds.includes(part.kind) || (part.kind === 'is' && part.state === 'closed')
}

function saysWaiting(part: Filter): boolean {
  return saysClosed(part) || part.kind === 'wait_until' || (part.kind === 'is' && part.state === 'waiting')
}
