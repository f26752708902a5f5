import type { ReadContext } from '../../cli/context.ts'
import { showSeconds } from '../../domain/duration.ts'
import { sharesOf } from '../../domain/shares.ts'
import { secondsOf, showMoment } from '../../domain/time-span.ts'
import type { Clock } from '../../domain/when/clock.ts'
import { describeWhen } from '../../domain/when/describe.ts'
import { addMinutes } from '../../domain/when/moment.ts'
import { reply, type View } from '../../output/view.ts'
import { countReminders } from '../../repositories/reminders.ts'
import { countTasks, getTasks, type Task, takeTasks } from '../../repositories/tasks.ts'
import { type RunningTimer, runningTimer } from '../../repositories/time-entries.ts'
import { habitsToDo } from '../habit/to-do.ts'
import { endOfToday, remindersToday } from './reminders-today.ts'
import { suggest } from './suggestions.ts'
import { otherRow, type TodayRow, taskRow } from './today-row.ts'
import { sectionsOfToday } from './today-sections.ts'
import { widerTaskView } from './view.ts'

/** Lines of the smallest terminal, 24, less the command, the table's head, a note and the prompt. */
const lines = 20

/** Lines a section takes beside its rows: an empty one and its heading. */
const heading = 2

/** Rows for what to do next. */
const suggestions = 3

/** A timer that runs longer than this was perhaps forgotten. */
const longestSeconds = 8 * 3600

/** One screen of 80 by 24: the running timer, what is overdue, due today and in progress, the reminders of today, the habits not yet kept, and what to do next. --all is all of it. */
export async function run({ db, clock }: ReadContext, _: readonly string[], options: { readonly all?: true }) {
  const timer = await runningTimer(db)
  const { sections, rest } = sectionsOfToday(clock, timer?.task_id)
  const habits = await habitsToDo(db, clock)
  const counts: number[] = []
  for (const { where } of sections) counts.push(await countTasks(db, where))
  counts.push(await countReminders(db, endOfToday(clock)), habits.length)
  const next = await suggest(db, rest, suggestions, clock)
  const taken = (timer === undefined ? 0 : heading + 1) + (next.length === 0 ? 0 : heading + next.length)
  const room = lines - taken - heading * counts.filter((count) => count > 0).length
  const shares = options.all === true ? counts : sharesOf(counts, room)
  const rows: TodayRow[] = []
  if (timer !== undefined) rows.push(runningRow((await getTasks(db, [timer.task_id]))[0]!, timer, clock))
  for (const [at, { name, where }] of sections.entries())
    for (const task of await takeTasks(db, { where, sort: [], clock, limit: shares[at]! }))
      rows.push(taskRow(task, { section: name, section_total: counts[at]!, why: whyOf(task, clock) }))
  const [reminders = 0, toDo = 0] = shares.slice(sections.length)
  rows.push(...(await remindersToday(db, clock, { limit: reminders, total: counts.at(-2)! })))
  for (const { id, name, missing } of habits.slice(0, toDo))
    rows.push(otherRow(name, { section: 'habits', section_total: habits.length, why: missing, habit_id: id }))
  for (const task of next) rows.push(taskRow(task, { section: 'next', section_total: next.length, why: task.why }))
  return reply(todayView(clock), rows, {
    group: (row) => (row as TodayRow).section,
    groupSize: (row) => (row as TodayRow).section_total,
    notes: timer === undefined ? [] : forgotten(timer, clock),
  })
}

function todayView(clock: Clock): View<TodayRow> {
  return widerTaskView<TodayRow>(clock, ['section', 'section_total', 'why', 'reminder_id', 'habit_id'], {
    columns: ['id', 'priority', 'project', 'title', 'why'],
  })
}

function runningRow(task: Task, timer: RunningTimer, clock: Clock): TodayRow {
  const length = showSeconds(secondsOf({ ...timer, ended_at: clock.now }))
  const why = `since ${showMoment(timer.started_at, clock)} · ${length}`
  return taskRow(task, { section: 'running', section_total: 1, why })
}

function whyOf({ due }: Task, { today }: Clock): string {
  return due === null ? '' : `due ${describeWhen(due, today)}`
}

/** Points out a timer that was perhaps left running, and how to end it. */
function forgotten(timer: RunningTimer, clock: Clock): string[] {
  const seconds = secondsOf({ ...timer, ended_at: clock.now })
  if (seconds <= longestSeconds) return []
  const end = showMoment(addMinutes(timer.started_at, longestSeconds / 60), clock)
  return [`The timer on ${timer.task_id} has run for ${showSeconds(seconds)}. Forgotten? larry time stop --at "${end}"`]
}
