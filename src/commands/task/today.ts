import type { ReadContext } from '../../cli/context.ts'
import { showSeconds } from '../../domain/duration.ts'
import { sharesOf } from '../../domain/shares.ts'
import { secondsOf, showMoment } from '../../domain/time-span.ts'
import type { Clock } from '../../domain/when/clock.ts'
import { addMinutes } from '../../domain/when/moment.ts'
import { rowsOf } from '../../output/answers.ts'
import { reply, type View } from '../../output/view.ts'
import { getTasks, type Task } from '../../repositories/tasks.ts'
import { type RunningTimer, runningTimer } from '../../repositories/time-entries.ts'
import { suggest } from './suggestions.ts'
import { type TodayRow, taskRow, todayTypes } from './today-row.ts'
import { sectionsOfToday } from './today-sections.ts'
import { taskView } from './view.ts'

/** Lines of the smallest terminal, 24, less the command, the table's head, two notes and the prompt. */
const lines = 19

/** Lines a section takes beside its rows: an empty one and its heading. */
const heading = 2

/** Rows for what to do next. */
const suggestions = 3

/** A timer that runs longer than this was perhaps forgotten. */
const longestSeconds = 8 * 3600

export const answers = rowsOf(todayView)

/**
 * One screen of 80 by 24: the running timer, what is overdue, due today and in progress, the reminders of today, the habits
 * not yet kept and, where there is room, what to do next. --all is all of it, as is what programs read.
 */
export async function run(
  { db, clock, settings }: ReadContext,
  _: readonly string[],
  options: { readonly all?: true },
) {
  const timer = await runningTimer(db)
  const { sections, rest } = await sectionsOfToday(db, clock, timer?.task_id)
  const totals = sections.map(({ total }) => total)
  const parts = totals.filter((total) => total > 0).length
  const room = lines - (timer === undefined ? 0 : heading + 1) - heading * parts
  const isWhole = options.all === true || settings.format !== 'table'
  // Two rows of each part say more than what could be done besides.
  const wanted = totals.reduce((sum, total) => sum + Math.min(total, 2), 0)
  const hasNext = isWhole || room - heading - suggestions >= wanted
  const next = hasNext ? await suggest(db, rest, suggestions, clock) : []
  const shares = isWhole ? totals : sharesOf(totals, room - (next.length === 0 ? 0 : heading + next.length))
  const isCut = shares.some((share, at) => share < totals[at]!)
  const rows: TodayRow[] = []
  if (timer !== undefined) rows.push(runningRow((await getTasks(db, [timer.task_id]))[0]!, timer, clock))
  for (const [at, { take }] of sections.entries()) rows.push(...(await take(shares[at]!)))
  for (const { urgency: _urgency, why, ...task } of next)
    rows.push(taskRow(task, { section: 'next', section_total: next.length, why }))
  return reply(todayView(clock), rows, {
    group: (row) => (row as TodayRow).section,
    groupSize: (row) => (row as TodayRow).section_total,
    notes: [
      ...(timer === undefined ? [] : forgotten(timer, clock)),
      ...(isCut ? ['larry today --all shows the rest'] : []),
    ],
  })
}

function todayView(clock: Clock): View<TodayRow> {
  // What words and tones a task has ask of it nothing that a habit has not.
  const base = taskView(clock) as unknown as View<TodayRow>
  return { ...base, types: todayTypes, columns: ['id', 'priority', 'project', 'title', 'why'] }
}

function runningRow(task: Task, timer: RunningTimer, clock: Clock): TodayRow {
  const length = showSeconds(secondsOf({ ...timer, ended_at: clock.now }))
  const why = `since ${showMoment(timer.started_at, clock)} · ${length}`
  return taskRow(task, { section: 'running', section_total: 1, why })
}

/** Points out a timer that was perhaps left running, and how to end it. */
function forgotten(timer: RunningTimer, clock: Clock): string[] {
  const seconds = secondsOf({ ...timer, ended_at: clock.now })
  if (seconds <= longestSeconds) return []
  const end = showMoment(addMinutes(timer.started_at, longestSeconds / 60), clock)
  return [`The timer on ${timer.task_id} has run for ${showSeconds(seconds)}. Forgotten? larry time stop --at "${end}"`]
}
