import { expect, test } from 'vitest'
import { journaledTables } from '../../src/db/journal.ts'
import type { Store } from '../../src/db/open.ts'
import { changesOf } from '../../src/repositories/actions.ts'
import { cpuMs } from '../support/cpu.ts'
import { bench } from '../support/larry.ts'
import { change, dump, insertInto, now, storeAfter, task, undo } from './stores.ts'

/** Tables and keys an action recorded, as `tasks[1] update`. */
async function recorded({ kysely }: Store, action: number): Promise<string[]> {
  const changes = await changesOf(kysely, action)
  return changes.map(
    ({ table_name, row_key, before, after }) =>
      `${table_name}${row_key} ${before === null ? 'insert' : after === null ? 'delete' : 'update'}`,
  )
}

const habit = insertInto('habits', { name: 'first', name_folded: 'first', starts_on: '2026-11-23' })

/** A row for each journaled table that the tasks 1, 2 and 3 and the habit 1, made beforehand, allow, and two ways to change it. */
const rows: Record<string, { insert: string; update: string; delete: string }> = {
  clients: {
    insert: insertInto('clients', { name: 'Ac"me', name_folded: 'acme', rate_cents: 12_345, currency: 'EUR' }),
    update: "update clients set name = 'Straße 😀', name_folded = 'strasse', rate_cents = null, notes = 'a\nb\t\\\"'",
    delete: 'delete from clients',
  },
  projects: {
    insert: insertInto('projects', { name: 'a/b', name_folded: 'a/b' }),
    update: "update projects set status = 'archived', notes = '[1,2]'",
    delete: 'delete from projects',
  },
  tasks: {
    insert: insertInto('tasks', { title: '{"a":1}', extra: '{"n": 1.50, "s":"\\u00e9"}', parent_id: 1, progress: 7 }),
    update: "update tasks set title = 'null', extra = '[]', due = '2026-11-24', parent_id = 2 where id > 3",
    delete: 'delete from tasks where id > 3',
  },
  task_tags: {
    insert: "insert into task_tags values (1, 'ünï')",
    update: "update task_tags set tag = 'renamed'",
    delete: 'delete from task_tags',
  },
  task_dependencies: {
    insert: 'insert into task_dependencies values (1, 2)',
    update: 'update task_dependencies set depends_on_id = 3',
    delete: 'delete from task_dependencies',
  },
  task_comments: {
    insert: insertInto('task_comments', { task_id: 1, body: 'first\nsecond "line" \\' }),
    update: "update task_comments set body = '{}', task_id = 2",
    delete: 'delete from task_comments',
  },
  task_attachments: {
    insert: insertInto('task_attachments', { task_id: 1, sha256: '0'.repeat(64), name: "it's.pdf", size: 0 }),
    update: "update task_attachments set description = 'ünï', media_type = 'text/plain', size = 9007199254740991",
    delete: 'delete from task_attachments',
  },
  time_entries: {
    insert: insertInto('time_entries', { task_id: 1, started_at: now }),
    update: `update time_entries set ended_at = '${now}', billable = 0, note = '"'`,
    delete: 'delete from time_entries',
  },
  reminders: {
    insert: insertInto('reminders', { task_id: 1, at: now, civil_at: '2026-11-23T10:00', zone: 'Europe/Vienna' }),
    update: `update reminders set status = 'fired', fired_at = '${now}', rule = 'FREQ=DAILY', snoozed_until = '${now}'`,
    delete: 'delete from reminders',
  },
  habits: {
    insert: insertInto('habits', { name: 'Laufen ü', name_folded: 'laufen ü', starts_on: '2026-11-23', target: 2.1 }),
    update: "update habits set target = 0.30000000000000004, unit = 'km', period = 'week' where id > 1",
    delete: 'delete from habits where id > 1',
  },
  habit_checks: {
    insert: `insert into habit_checks values (1, '2026-11-23', 0.1, 'a "note"', 0, '${now}', '${now}')`,
    update: 'update habit_checks set amount = 1e-7, note = null',
    delete: 'delete from habit_checks',
  },
  operation_keys: {
    insert: `insert into operation_keys values ('ci-1', '{"op":"add"}', '{"id":1}', '${now}')`,
    update: `update operation_keys set result = '{"id":2}'`,
    delete: 'delete from operation_keys',
  },
  views: {
    insert: insertInto('views', { name: 'work', filter: 'project:work/ "a b"', sort: '-due', columns: 'id,title' }),
    update: "update views set name = 'Wörk', filter = '', sort = '', columns = ''",
    delete: 'delete from views',
  },
}

test('every table but the bookkeeping is journaled, and tried here', async () => {
  const { handle } = await storeAfter(bench().file)
  expect(journaledTables(handle).map(({ name }) => name)).toEqual(Object.keys(rows).sort())
})

test.each(
  Object.keys(rows).flatMap((table) => (['insert', 'update', 'delete'] as const).map((event) => ({ table, event }))),
)('$event in $table is journaled, and reverting it restores every byte', async ({ table, event }) => {
  const setup = [...['one', 'two', 'three'].map(task), habit, ...(event === 'insert' ? [] : [rows[table]!.insert])]
  const store = await storeAfter(bench().file, ...setup)
  const { handle } = store
  const before = dump(handle)
  const action = await change(store, rows[table]![event])
  const after = dump(handle)
  expect(after).not.toEqual(before)
  // A row whose key is all of it is, changed, one row gone and another come.
  const isAllKey = table === 'task_tags' || table === 'task_dependencies'
  const events = event === 'update' && isAllKey ? ['delete', 'insert'] : [event]
  const expected = events.map((one) => expect.stringMatching(new RegExp(`^${table}.* ${one}$`)) as string)
  expect(await recorded(store, action)).toEqual(expected)
  const undone = await undo(store, action)
  expect(dump(handle)).toEqual(before)
  await undo(store, undone)
  expect(dump(handle)).toEqual(after)
})

test('what a cascade takes is recorded and comes back', async () => {
  const links =
    "update tasks set parent_id = 1 where id = 2; insert into task_tags values (1, 'x'); insert into task_dependencies values (3, 1), (1, 2)"
  const store = await storeAfter(bench().file, ...['parent', 'child', 'waits'].map(task), links)
  const { handle } = store
  const before = dump(handle)
  const action = await change(store, 'delete from tasks where id = 1')
  expect((await recorded(store, action)).sort()).toEqual([
    'task_dependencies[1,2] delete',
    'task_dependencies[3,1] delete',
    'task_tags[1,"x"] delete',
    'tasks[1] delete',
    'tasks[2] update',
  ])
  await undo(store, action)
  expect(dump(handle)).toEqual(before)
})

test('one statement over ten thousand rows is ten thousand changes, and goes back in time', async () => {
  const many = task('t').replace(/values \((.*)\)$/s, 'select $1 from n')
  const store = await storeAfter(
    bench().file,
    `with n (i) as (select 1 union all select i + 1 from n where i < 10000) ${many}`,
  )
  const { handle } = store
  const before = dump(handle)
  const start = cpuMs()
  const action = await change(store, "update tasks set priority = 'high'")
  expect(await recorded(store, action)).toHaveLength(10_000)
  await undo(store, action)
  expect(dump(handle)).toEqual(before)
  expect(cpuMs() - start).toBeLessThan(5000)
})

test('an update that changes nothing is not recorded, and a transaction rolled back leaves no trace', async () => {
  const store = await storeAfter(bench().file, task('same'))
  expect(await recorded(store, await change(store, "update tasks set title = 'same'"))).toEqual([])
  const failing = change(store, "update tasks set title = 'other'", 'insert into nowhere values (1)')
  await expect(failing).rejects.toThrow('nowhere')
  expect(store.handle.prepare("select count(*) from changes where after glob '*other*'").pluck().get()).toBe(0)
})

test('the journal is in no file: another connection records nothing', async () => {
  const store = await storeAfter(bench().file)
  const triggers = store.handle.prepare("select count(*) from main.sqlite_master where type = 'trigger'")
  expect(triggers.pluck().get()).toBe(0)
})

test('a timer that another stopped runs again, whichever of the two is put back first', async () => {
  const entry = (id: number, ended: string | null) =>
    insertInto('time_entries', { id, task_id: 1, started_at: now, ended_at: ended })
  for (const [open, closed] of [
    [1, 2],
    [2, 1],
  ] as const) {
    const store = await storeAfter(bench().file, task('one'), entry(open, null), entry(closed, now))
    const { handle } = store
    const before = dump(handle)
    const exchange = [`ended_at = '${now}' where id = ${open}`, `ended_at = null where id = ${closed}`]
    const action = await change(store, ...exchange.map((part) => `update time_entries set ${part}`))
    const after = dump(handle)
    const undone = await undo(store, action)
    expect(dump(handle)).toEqual(before)
    await undo(store, undone)
    expect(dump(handle)).toEqual(after)
  }
})

test('a second timer that would run is a conflict, and changes nothing', async () => {
  const entry = (id: number, ended: string | null) =>
    insertInto('time_entries', { id, task_id: 1, started_at: now, ended_at: ended })
  const store = await storeAfter(bench().file, task('one'), entry(1, null))
  const action = await change(store, `update time_entries set ended_at = '${now}'`)
  await change(store, entry(2, null))
  const before = dump(store.handle)
  await expect(undo(store, action)).rejects.toMatchObject({ kind: 'conflict' })
  expect(dump(store.handle)).toEqual(before)
})
