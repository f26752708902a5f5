import type { Handle } from '../db/handles.ts'
import { fold } from '../domain/fold.ts'

/** Something that could be typed, and what it is. */
export interface Suggestion {
  readonly value: string
  readonly about: string
}

/** The most that are suggested. */
const most = 200

/** Ids of `@from` to `@to`, the newest first. Plain SQL and no Kysely, which takes longer to load than all else that completion does. */
const byId = {
  'closed task': `select id, title as about from tasks where completed_at is not null and id between @from and @to`,
  task: `select id, title as about from tasks where id between @from and @to`,
  'recurring task': `
    select id, title as about from tasks
    where recurrence is not null and recurrence_paused_at is null and completed_at is null and id between @from and @to`,
  'paused task': `select id, title as about from tasks where recurrence_paused_at is not null and id between @from and @to`,
  entry: `
    select e.id, coalesce(e.note, t.title) as about from time_entries as e join tasks as t on t.id = e.task_id
    where e.id between @from and @to`,
  reminder: `
    select r.id, coalesce(r.message, t.title) as about from reminders as r left join tasks as t on t.id = r.task_id
    where r.status = 'pending' and r.id between @from and @to`,
  comment: 'select id, body as about from task_comments where id between @from and @to',
  attachment: 'select id, name as about from task_attachments where id between @from and @to',
  action: 'select id, command as about from actions where id between @from and @to',
} as const

/** Names that begin with `@typed`, folded where the table folds them; those in use first, then the last changed. */
const byName = {
  project: `
    select name as value, '' as about from projects where substr(name_folded, 1, length(@typed)) = @typed
    order by status = 'archived', updated_at desc, id desc`,
  client: `
    select name as value, '' as about from clients where substr(name_folded, 1, length(@typed)) = @typed
    order by status = 'archived', updated_at desc, id desc`,
  habit: `
    select name as value, '' as about from habits where substr(name_folded, 1, length(@typed)) = @typed
    order by archived_at is not null, updated_at desc, id desc`,
} as const

/** Names, and ids of open tasks, that begin with `@typed` as it stands. */
const bySpelling = {
  // Among a million closed ones the few that are open are found by their index.
  'open task': `
    select cast(id as text) as value, title as about from tasks
    where id in (
      select id from tasks indexed by tasks_open
      where completed_at is null and substr(id, 1, length(@typed)) = @typed order by id desc limit ${most}
    )
    order by id desc`,
  view: `
    select name as value, filter as about from views where substr(name, 1, length(@typed)) = @typed order by updated_at desc, id desc`,
  // One step of the index for each tag, however many tasks have it.
  tag: `
    with recursive known (value) as (
      select min(tag) from task_tags where tag >= @typed
      union all
      select (select min(tag) from task_tags where tag > known.value) from known where known.value is not null
    )
    select value, '' as about from known where substr(value, 1, length(@typed)) = @typed`,
} as const

export type Stored = keyof typeof byId | keyof typeof byName | keyof typeof bySpelling

/** What the file has of a kind that begins like that: at most 200, the newest or last changed first, tags by the alphabet. */
export function suggest(handle: Handle, what: Stored, beginning: string): Suggestion[] {
  if (what in byId) return suggestIds(handle, byId[what as keyof typeof byId], beginning)
  const isFolded = what in byName
  const sql = isFolded ? byName[what as keyof typeof byName] : bySpelling[what as keyof typeof bySpelling]
  const statement = handle.prepare<{ typed: string }, Suggestion>(`${sql} limit ${most}`)
  return statement.all({ typed: isFolded ? fold(beginning) : beginning })
}

function suggestIds(handle: Handle, sql: string, beginning: string): Suggestion[] {
  const statement = handle.prepare<{ from: number; to: number }, { id: number; about: string }>(
    `${sql} order by 1 desc limit ${most}`,
  )
  const found: Suggestion[] = []
  for (const [from, to] of rangesOf(beginning)) {
    if (found.length >= most) break
    found.push(...statement.all({ from, to }).map(({ id, about }) => ({ value: String(id), about })))
  }
  return found.slice(0, most)
}

/** The numbers that begin with these digits, the greatest first: `12` is 1200..1299 (and more), 120..129, 12. */
function rangesOf(digits: string): (readonly [from: number, to: number])[] {
  if (digits === '') return [[1, Number.MAX_SAFE_INTEGER]]
  if (!/^[1-9]\d{0,11}$/.test(digits)) return []
  const longer = Array.from({ length: 13 - digits.length }, (_, zeros) => 10 ** zeros)
  return longer.toReversed().map((step) => [Number(digits) * step, (Number(digits) + 1) * step - 1])
}
