import { Failure } from '../../domain/errors.ts'
import type { TaskRecord } from '../../domain/records/task-record.ts'
import { describeRecurrence } from '../../domain/recurrence/describe.ts'
import { beginAfter, beginEvery } from '../../domain/recurrence/repetition.ts'
import { readRule } from '../../domain/recurrence/rule.ts'
import type { Clock } from '../../domain/when/clock.ts'

type Repeating = Pick<TaskRecord, 'recurrence' | 'recurrence_mode' | 'due'>

/** What `every:` and `after:` say of a task; both at once are refused. */
export function repetition(
  every: string | undefined,
  after: string | undefined,
  due: string | null,
  clock: Clock,
): Repeating {
  if (every !== undefined && after !== undefined)
    throw new Failure('usage', `every:"${every}" and after:"${after}" are both given`, 'a task repeats in one way')
  if (every === undefined && after === undefined) return { recurrence: null, recurrence_mode: null }
  const beginning = { due, said: due !== null }
  const begun = every === undefined ? beginAfter(after!, beginning) : beginEvery(every, beginning, clock)
  return { recurrence: begun.recurrence, recurrence_mode: begun.recurrence_mode, due: begun.due }
}

/** The word for a recurrence and its value, as `repetition` reads it. */
export function repetitionWords({ recurrence, recurrence_mode }: TaskRecord): {
  readonly [key in 'every' | 'after']?: string
} {
  if (!recurrence) return {}
  const words = describeRecurrence(readRule(recurrence), recurrence_mode ?? 'schedule')
  if (recurrence_mode === 'completion') return { after: words.replace(/ after completion$/, '') }
  return { every: words.replace(/^every /, '') }
}
