import type { WriteContext } from '../../cli/context.ts'
import { showSeconds } from '../../domain/duration.ts'
import { Failure } from '../../domain/errors.ts'
import { readSpan, secondsOf } from '../../domain/time-span.ts'
import { splitWords } from '../../domain/words/split.ts'
import { rowsOf } from '../../output/answers.ts'
import { updateTasks } from '../../repositories/task-writes.ts'
import { getTasks } from '../../repositories/tasks.ts'
import { logTime } from '../../workflows/keep-time.ts'
import { storeTasks } from '../../workflows/store-tasks.ts'
import { toDraft } from './add.ts'
import { attributeTokens } from './attribute-tokens.ts'
import { changedReply } from './changed-reply.ts'
import { cameNext, describeTask } from './describe.ts'
import type { AttributeOptions } from './options.ts'
import { taskView } from './view.ts'

interface LogOptions extends AttributeOptions {
  readonly time?: string
  readonly at?: string
  readonly billable: boolean
  readonly allowOverlap?: true
}

export const answers = rowsOf(taskView)

/** Adds a task and completes it at once; with --time an entry tells how long it took, ending now unless --at says when it began, and the task was done when that ended. */
export async function run(context: WriteContext, words: readonly string[], options: LogOptions) {
  const { db, clock, literal, input } = context
  const { time, at, billable, allowOverlap = false, ...attributes } = options
  if (input !== undefined) throw new Failure('usage', 'log takes one task, not the lines of a pipe', 'larry add -')
  if (time === undefined && (at !== undefined || !billable || allowOverlap))
    throw new Failure('usage', 'how long it took is not said', '--time 45m')
  const draft = toDraft(context, splitWords(words, literal, 'set'), attributeTokens(attributes))
  if (draft.status !== undefined && draft.status !== 'done')
    throw new Failure('usage', `what is logged is done, not ${draft.status}`, 'larry add leaves it open')
  const span = time === undefined ? undefined : readSpan({ length: time, from: at }, clock)
  const { ids, createdProjects, next } = await storeTasks(db, [{ ...draft, status: 'done' }], clock)
  if (span !== undefined) {
    await logTime(db, { ...span, task_id: ids[0]!, note: null, billable }, { allowOverlap }, clock)
    await updateTasks(db, ids, { started_at: span.started_at, completed_at: span.ended_at }, clock.now)
  }
  const [task] = await getTasks(db, ids)
  const parts = [
    // That it is done is said by the verb.
    `Logged ${describeTask({ ...task!, status: 'todo' }, clock)}`,
    ...(span === undefined ? [] : [showSeconds(secondsOf(span))]),
    ...createdProjects.map((name) => `new project ${name}`),
  ]
  return changedReply(
    context,
    ids,
    { sentences: [parts.join(' · '), ...(await cameNext(context, next))], created: true },
    [task!],
  )
}
