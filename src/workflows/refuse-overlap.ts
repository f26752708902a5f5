import type { Db } from '../db/handles.ts'
import { Failure } from '../domain/errors.ts'
import { type Span, showSpan } from '../domain/time-span.ts'
import type { Clock } from '../domain/when/clock.ts'
import { overlapping } from '../repositories/time-entries.ts'

/** Refuses a span that has time in common with an entry other than `except`, with a hint how to go on. An empty span has none. */
export async function refuseOverlap(
  db: Db,
  span: Span,
  except: readonly number[],
  clock: Clock,
  hint = '--allow-overlap keeps both',
): Promise<void> {
  if (span.ended_at <= span.started_at) return
  const other = await overlapping(db, span, except, clock.now)
  if (other !== undefined)
    throw new Failure(
      'conflict',
      `${showSpan(span, clock)} overlaps entry ${other.id} on ${other.task_id} "${other.title}", ${showSpan(other, clock)}`,
      hint,
    )
}
