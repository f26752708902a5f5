import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../../db/handles.ts'
import type {
  AttachmentRecord,
  CommentRecord,
  ReminderRecord,
  TaskRecord,
  TimeRecord,
} from '../../domain/records/task-record.ts'
import { type Condition, clientOfTask } from '../tasks.ts'

/** A task with everything a file of larry's tells of it: no key is absent. */
export type FullTask = Required<TaskRecord>

/** Tasks of a page: few enough that all of one is no burden. */
const pageSize = 500

/** What lies in a table of what hangs on tasks, oldest first, as JSON text; booleans are written as such. */
function listOf(table: string, columns: readonly string[], flags: readonly string[] = []): RawBuilder<string> {
  const members = columns.flatMap((column) => [
    sql.lit(column),
    flags.includes(column) ? sql`json(iif(${sql.ref(column)}, 'true', 'false'))` : sql.ref(column),
  ])
  return sql`(select json_group_array(json_object(${sql.join(members)}) order by id) from ${sql.table(table)} where task_id = t.id)`
}

const head = ['id', 'uid']
const stamps = ['created_at', 'updated_at']
const comments = listOf('task_comments', [...head, 'body', ...stamps])
const attachments = listOf('task_attachments', [
  ...head,
  'sha256',
  'name',
  'size',
  'media_type',
  'description',
  ...stamps,
])
const time = listOf('time_entries', [...head, 'started_at', 'ended_at', 'note', 'billable', ...stamps], ['billable'])
const reminders = listOf('reminders', [
  ...head,
  'message',
  'at',
  'civil_at',
  'zone',
  'before_due_minutes',
  'rule',
  'status',
  'fired_at',
  'snoozed_until',
  ...stamps,
])

/** The tasks that meet the condition, by id, a page at a time and each page one statement; by the last id, so that each page costs the same. */
export async function* taskRecords(db: Db, where?: Condition): AsyncGenerator<FullTask[]> {
  for (let after = 0; ; ) {
    const rows = await selectPage(db, after, where)
    const last = rows.at(-1)
    if (last === undefined) return
    yield rows.map(toRecord)
    after = last.id
  }
}

function selectPage(db: Db, after: number, where: Condition | undefined) {
  return db
    .selectFrom('tasks as t')
    .leftJoin('projects as p', 'p.id', 't.project_id')
    .leftJoin('clients as c', (join) => join.on('c.id', '=', clientOfTask))
    .leftJoin('tasks as parent', 'parent.id', 't.parent_id')
    .select(sql<'task'>`'task'`.as('kind'))
    .select(['t.id', 't.uid', 't.title', 't.status', 't.priority', 't.due', 't.wait_until'])
    .select(['t.estimate_minutes', 't.progress'])
    .select(sql<string>`(select json_group_array(tag order by tag) from task_tags where task_id = t.id)`.as('tags'))
    .select(['p.name as project', 'c.name as client', 't.project_id', 't.client_id', 't.parent_id'])
    .select(linked(sql`depends_on_id`).as('depends_on'))
    .select(['t.notes', 't.recurrence', 't.recurrence_mode'])
    .select(['t.started_at', 't.completed_at', 't.created_at', 't.updated_at'])
    .select(['t.recurrence_anchor', 't.recurrence_exceptions', 't.recurrence_paused_at', 't.series_uid'])
    .select(['t.source', 't.extra', 'parent.uid as parent_uid'])
    .select(linked(sql`uid`).as('depends_on_uids'))
    .select([comments.as('comments'), attachments.as('attachments'), time.as('time'), reminders.as('reminders')])
    .where('t.id', '>', after)
    .$if(where !== undefined, (query) => query.where(where!))
    .orderBy('t.id')
    .limit(sql.lit(pageSize))
    .execute()
}

/** What tasks `t` wait for, by id. */
function linked(what: RawBuilder<unknown>): RawBuilder<string> {
  return sql`(
    select json_group_array(${what} order by depends_on_id)
    from task_dependencies join tasks as blocker on blocker.id = depends_on_id where task_id = t.id)`
}

type Row = Awaited<ReturnType<typeof selectPage>>[number]

function toRecord(row: Row): FullTask {
  return Object.assign(row, {
    tags: JSON.parse(row.tags) as string[],
    depends_on: JSON.parse(row.depends_on) as number[],
    extra: row.extra === null ? null : (JSON.parse(row.extra) as TaskRecord['extra'] & object),
    depends_on_uids: JSON.parse(row.depends_on_uids) as string[],
    comments: JSON.parse(row.comments) as CommentRecord[],
    attachments: JSON.parse(row.attachments) as AttachmentRecord[],
    time: JSON.parse(row.time) as TimeRecord[],
    reminders: JSON.parse(row.reminders) as ReminderRecord[],
  })
}
