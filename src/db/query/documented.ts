import { either } from '../../domain/either.ts'
import { periods } from '../../domain/habit/period.ts'
import { priorities, statuses } from '../../domain/task.ts'

/** How SQLite types the values of a column (sqlite.org/datatype3.html). */
export const valueTypes = ['integer', 'real', 'text'] as const

/** What a column holds: how SQLite types its values, and what they mean. */
type Documented = readonly [type: (typeof valueTypes)[number], about: string]

const when = {
  created_at: ['text', 'UTC instant'],
  updated_at: ['text', 'UTC instant of the last change'],
} as const satisfies Record<string, Documented>

/** The views made for `larry sql` and for other programs: their columns stay, under these names; new ones are only added. */
export const documentedViews: Readonly<Record<string, Readonly<Record<string, Documented>>>> = {
  v_tasks: {
    id: ['integer', 'the number of the task'],
    uid: ['text', 'its UUID, the same in every file'],
    title: ['text', ''],
    status: ['text', either(statuses)],
    is_open: ['integer', '1 while it is neither done nor cancelled'],
    is_blocked: ['integer', '1 as is:blocked asks: open, and blocked by hand or by an open task'],
    priority: ['text', either(priorities)],
    priority_rank: ['integer', `1 for ${priorities[0]} to ${priorities.length} for ${priorities.at(-1)}`],
    due: ['text', 'civil date or time, 2026-11-23 or 2026-11-23T09:30'],
    wait_until: ['text', 'civil date or time before which it is hidden'],
    estimate_minutes: ['integer', ''],
    progress: ['integer', 'per cent, 0 to 100'],
    tags: ['text', 'in order, with a space between'],
    project: ['text', 'name of the project'],
    client: ['text', "name of its own client, else its project's"],
    project_id: ['integer', ''],
    client_id: ['integer', 'of its own client; NULL for the client of its project'],
    parent_id: ['integer', 'the task it is a subtask of'],
    depends_on: ['text', 'numbers of tasks, with a space between'],
    notes: ['text', ''],
    recurrence: ['text', 'RRULE of RFC 5545'],
    recurrence_mode: ['text', 'schedule or completion'],
    series_uid: ['text', 'one for all occurrences of a recurring task'],
    tracked_seconds: ['integer', 'time tracked, without the timer that runs'],
    source: ['text', 'who the task is where it was imported from'],
    started_at: ['text', 'UTC instant'],
    completed_at: ['text', 'UTC instant of being done or cancelled'],
    ...when,
  },
  v_time: {
    id: ['integer', 'the number of the time entry'],
    uid: ['text', 'its UUID'],
    task_id: ['integer', ''],
    title: ['text', 'of the task'],
    project: ['text', 'of the task'],
    client: ['text', 'of the task, else of its project'],
    started_at: ['text', 'UTC instant'],
    ended_at: ['text', 'UTC instant; NULL while the timer runs'],
    seconds: ['integer', 'NULL while the timer runs'],
    billable: ['integer', '1 or 0'],
    rate_cents: ['integer', "the client's, for an hour"],
    currency: ['text', 'of the rate, ISO 4217'],
    note: ['text', ''],
    ...when,
  },
  v_habits: {
    id: ['integer', 'the number of the habit'],
    uid: ['text', 'its UUID'],
    name: ['text', ''],
    period: ['text', either(periods)],
    target: ['real', 'amount wanted in a period'],
    unit: ['text', 'of amounts'],
    starts_on: ['text', 'civil date'],
    ends_on: ['text', 'civil date'],
    archived_at: ['text', 'UTC instant'],
    checks: ['integer', 'days it was done on'],
    amount: ['real', 'done in all, a check without an amount is 1; NULL for none'],
    last_on: ['text', 'civil date it was last done on'],
    ...when,
  },
  v_habit_checks: {
    habit_id: ['integer', ''],
    habit: ['text', 'name of the habit'],
    on: ['text', 'civil date; quoted in SQL: "on"'],
    amount: ['real', 'NULL is 1'],
    unit: ['text', 'of the amount'],
    skipped: ['integer', '1 for a day that does not count'],
    note: ['text', ''],
    ...when,
  },
}
