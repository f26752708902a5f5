import type { WriteContext } from '../../cli/context.ts'
import { Failure } from '../../domain/errors.ts'
import { calendarOf, exceptionsOf } from '../../domain/recurrence/following.ts'
import { exceptionsText, requireOccurrence } from '../../domain/recurrence/leave-out.ts'
import { dayOf } from '../../domain/when/civil.ts'
import type { Clock } from '../../domain/when/clock.ts'
import { fullWhen } from '../../domain/when/describe.ts'
import { requirePoint } from '../../domain/when/read.ts'
import { rowsOf } from '../../output/answers.ts'
import { type RecurringTask, recurringOf } from '../../repositories/recurring-tasks.ts'
import { updateTasks } from '../../repositories/task-writes.ts'
import { skipOccurrences } from '../../workflows/skip-occurrences.ts'
import { oneId } from '../named.ts'
import { changedReply } from '../task/changed-reply.ts'
import { nameTasks } from '../task/describe.ts'
import { taskView } from '../task/view.ts'
import { describeSkipped } from './describe.ts'
import { recurringNamed, refuseClosed } from './recurring.ts'

export const answers = rowsOf(taskView)

/** Leaves dates out of a recurring task's calendar; an open occurrence on one of them moves on to its next date. */
export async function run(context: WriteContext, words: readonly string[]) {
  const { db, clock, now } = context
  const [task] = await recurringNamed(context, [String(await oneId(db, words[0]!))])
  refuseClosed([task!])
  const { fresh, already } = readExceptions(task!, words.slice(1), clock)
  const recurrence_exceptions = exceptionsText([...exceptionsOf(task!), ...fresh])
  const changed = fresh.length === 0 ? [] : await updateTasks(db, [task!.id], { recurrence_exceptions }, now)
  const { due } = task!
  const isHit = due !== null && fresh.some((date) => date === due || date === dayOf(due))
  const skipped = isHit ? await skipOccurrences(db, await recurringOf(db, [task!.id]), clock) : undefined
  const named = await nameTasks(db, [task!.id])
  const sentences = [
    ...(fresh.length === 0 ? [] : [`Left out of ${named}: ${fresh.map(fullWhen).join(', ')}`]),
    ...(already.length === 0 ? [] : [`Left out of ${named} already: ${already.map(fullWhen).join(', ')}`]),
    ...(skipped === undefined ? [] : await describeSkipped(db, skipped, clock)),
  ]
  return changedReply(context, changed, { sentences })
}

/** The dates as typed, without those left out already; one given twice, gone by, or none of the calendar's is refused. */
function readExceptions(task: RecurringTask, words: readonly string[], clock: Clock) {
  if (task.recurrence_mode === 'completion')
    throw new Failure(
      'conflict',
      `task ${task.id} counts from completion and has no dates of its own`,
      `larry edit ${task.id} due:... moves it`,
    )
  const dates = words.map((word) => requirePoint(word, clock))
  const twice = dates.findIndex((date, at) => dates.indexOf(date) < at)
  if (twice >= 0) throw new Failure('usage', `${fullWhen(dates[twice]!)} is given twice`)
  const known = exceptionsOf(task)
  const fresh = dates.filter((date) => !known.includes(date))
  const calendar = calendarOf(task, clock)
  for (const date of fresh) {
    requireOccurrence(calendar, date, words[dates.indexOf(date)]!)
    if (task.due !== null && date < dayOf(task.due))
      throw new Failure(
        'usage',
        `${fullWhen(date)} is before the open occurrence, due ${fullWhen(task.due)}`,
        'dates from then on can be left out',
      )
  }
  return { fresh, already: dates.filter((date) => known.includes(date)) }
}
