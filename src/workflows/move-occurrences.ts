import type { Tx } from '../db/handles.ts'
import { updateEach } from '../db/update-each.ts'
import { exceptionsText, leftOutWhenMoved } from '../domain/recurrence/leave-out.ts'
import type { Clock } from '../domain/when/clock.ts'
import type { RecurringTask } from '../repositories/recurring-tasks.ts'
import { type MovedAlong, moveAlong, type Placed } from './move-trees.ts'

/** A task that repeats, as it was, and the due date it was given. */
export interface MovedDue {
  readonly task: RecurringTask
  readonly due: string | null
}

/**
 * Keeps what repeats in order when only its due date was changed: the date it stood for is left out of the calendar, lest
 * it come again, unless it has that again, and what belongs to it moves as far. Answers what moved along.
 */
export async function moveOccurrences(
  tx: Tx,
  moved: readonly MovedDue[],
  placed: Placed,
  clock: Clock,
): Promise<MovedAlong> {
  const rows = moved.map(({ task, due }) => ({
    id: task.id,
    recurrence_exceptions: exceptionsText(leftOutWhenMoved(task, due, clock)),
  }))
  await updateEach(tx, 'tasks', rows, clock.now)
  const distances = new Map(
    moved.flatMap(({ task, due }) =>
      task.due === null || due === null || due === task.due ? [] : [[task.id, { from: task.due, to: due }]],
    ),
  )
  if (distances.size === 0) return { tasks: [], reminders: 0 }
  return moveAlong(tx, distances, placed, clock)
}
