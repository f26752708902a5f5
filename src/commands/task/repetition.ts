import type { Db } from '../../db/handles.ts'
import { describeRecurrence } from '../../domain/recurrence/describe.ts'
import { coming } from '../../domain/recurrence/following.ts'
import { readRule } from '../../domain/recurrence/rule.ts'
import type { Clock } from '../../domain/when/clock.ts'
import { describeWhen } from '../../domain/when/describe.ts'
import { recurringOf } from '../../repositories/recurring-tasks.ts'
import type { Task } from '../../repositories/tasks.ts'

/** How a task repeats, in words: `every 2 weeks on Mon and Thu`, `10 days after completion`; empty for one that does not. */
export function repetitionWords({ recurrence, recurrence_mode }: Pick<Task, 'recurrence' | 'recurrence_mode'>): string {
  if (recurrence === null || recurrence_mode === null) return ''
  return describeRecurrence(readRule(recurrence), recurrence_mode)
}

/** How a task repeats and, of an open one, when it comes after this: `every 2 weeks on Mon and Thu`, `next Thu 3 Dec`. */
export async function describeRepetition(db: Db, task: Task, clock: Clock): Promise<string[]> {
  const [recurring] = await recurringOf(db, [task.id])
  if (recurring === undefined) return []
  const hasDates = recurring.recurrence_mode === 'schedule' && task.completed_at === null
  const next = hasDates ? coming(recurring, 1, clock) : []
  const then =
    recurring.recurrence_paused_at !== null ? ['paused'] : next.map((due) => `next ${describeWhen(due, clock.today)}`)
  return [repetitionWords(task), ...then]
}
