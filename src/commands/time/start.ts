import type { WriteContext } from '../../cli/context.ts'
import { showSeconds } from '../../domain/duration.ts'
import { Failure } from '../../domain/errors.ts'
import { checkNote, secondsOf, showMoment } from '../../domain/time-span.ts'
import { readPast } from '../../domain/when/moment.ts'
import { rowsOf } from '../../output/answers.ts'
import { reply } from '../../output/view.ts'
import { standingOf } from '../../repositories/tasks.ts'
import { getEntries, type RunningTimer, runningTimer } from '../../repositories/time-entries.ts'
import { startTimer } from '../../workflows/run-timer.ts'
import { oneId } from '../named.ts'
import { describeStopped } from './describe.ts'
import { entryView } from './view.ts'

interface StartOptions {
  readonly at?: string
  readonly note?: string
  readonly billable: boolean
}

export const answers = rowsOf(entryView)

/** Starts the timer on a task, having stopped the one that ran; its status stays. Rows: the stopped entry, then the started. */
export async function run(context: WriteContext, words: readonly string[], options: StartOptions) {
  const { db, clock, now } = context
  const { at, note, billable } = options
  const id = await oneId(db, words[0]!)
  const running = await runningTimer(db)
  if (running?.task_id === id) return alreadyRuns(context, running, options)
  const [task] = await standingOf(db, [id])
  const start = {
    task: task!,
    at: at === undefined ? now : readPast(at, clock),
    note: note === undefined ? null : checkNote(note),
    billable,
  }
  const { started, stopped } = await startTimer(db, start, clock)
  const rows = await getEntries(db, stopped === undefined ? [started] : [stopped.id, started], now)
  const entry = rows.at(-1)!
  const since = at === undefined ? [] : [`since ${showMoment(entry.started_at, clock)}`]
  const named = `${id} "${entry.title}"`
  const parts = stopped === undefined ? [`Started ${named}`] : [describeStopped(stopped), `started ${named}`]
  return reply(entryView(clock), rows, { sentences: [[...parts, ...since].join(' · ')] })
}

/** Says since when; what else was asked for would be lost without a word. */
function alreadyRuns({ clock, now }: WriteContext, running: RunningTimer, { at, note, billable }: StartOptions) {
  const runs = `timer on ${running.task_id} "${running.title}" runs already`
  if (at !== undefined || note !== undefined || !billable)
    throw new Failure('conflict', `the ${runs}`, `larry time edit ${running.id} changes it`)
  const length = showSeconds(secondsOf({ ...running, ended_at: now }))
  const since = `since ${showMoment(running.started_at, clock)} (${length})`
  return reply(entryView(clock), [], { sentences: [`The ${runs}, ${since}`] })
}
