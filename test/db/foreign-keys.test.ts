import { expect, test } from 'vitest'
import { bench } from '../support/larry.ts'
import { insertInto, insertTasks, now, opened } from './stores.ts'

async function filled() {
  const { handle } = await opened(bench().file)
  handle.exec(insertInto('clients', { name: 'Acme', name_folded: 'acme' }))
  handle.exec(insertInto('projects', { name: 'site', name_folded: 'site', client_id: 1 }))
  insertTasks(handle, 'parent', 'child', 'waits')
  handle.exec(`update tasks set project_id = 1, client_id = 1;
    update tasks set parent_id = 1 where id = 2;
    insert into task_tags values (1, 'a'), (2, 'b');
    insert into task_dependencies values (3, 1), (1, 2)`)
  return {
    handle,
    all: (sql: string) => handle.prepare(sql).raw().all(),
  }
}

test('with a task go its tags and its dependencies both ways; its children stay without a parent', async () => {
  const { handle, all } = await filled()
  handle.exec('delete from tasks where id = 1')
  expect(all('select id, parent_id from tasks')).toEqual([
    [2, null],
    [3, null],
  ])
  expect(all('select * from task_tags')).toEqual([[2, 'b']])
  expect(all('select * from task_dependencies')).toEqual([])
})

test('a project or client that goes leaves its tasks', async () => {
  const { handle, all } = await filled()
  handle.exec('delete from clients')
  expect(all('select name, client_id from projects')).toEqual([['site', null]])
  handle.exec('delete from projects')
  expect(all('select id, project_id, client_id from tasks')).toEqual([1, 2, 3].map((id) => [id, null, null]))
})

test.each([
  "insert into task_tags values (9, 'x')",
  'insert into task_dependencies values (9, 1)',
  'insert into task_dependencies values (1, 9)',
  'update tasks set parent_id = 9 where id = 1',
  'update tasks set project_id = 9',
  'update tasks set client_id = 9',
  'update projects set client_id = 9',
  "insert into changes (action_id, table_name, row_key, after) values (9, 'tasks', '[1]', '{}')",
])('no orphan is possible: %s', async (statement) => {
  const { handle } = await filled()
  expect(() => handle.exec(statement)).toThrow(expect.objectContaining({ code: 'SQLITE_CONSTRAINT_FOREIGNKEY' }))
})

test('with an action go its changes, and what it undid stands again', async () => {
  const { handle, all } = await filled()
  const action = (kind: string) => `insert into actions (created_at, kind, command, arguments, schema_version)
    values ('${now}', '${kind}', 'c', '[]', 2)`
  handle.exec(`${action('change')}; ${action('undo')}; update actions set undone_by = 2 where id = 1;
    insert into changes (action_id, table_name, row_key, after) values (2, 'tasks', '[1]', '{}');
    delete from actions where id = 2`)
  expect(all('select id, undone_by from actions')).toEqual([[1, null]])
  expect(all('select * from changes')).toEqual([])
})

test('an id is never given out twice', async () => {
  const { handle, all } = await filled()
  handle.exec('delete from tasks')
  insertTasks(handle, 'new')
  expect(all('select id from tasks')).toEqual([[4]])
})
