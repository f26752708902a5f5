import { expect, test } from 'vitest'
import { bench } from '../support/larry.ts'
import { change, dump, insertInto, storeAfter, task, undo } from './stores.ts'

test('of a row touched often only the first and the last image count', async () => {
  const store = await storeAfter(bench().file, task('one'))
  const before = dump(store.handle)
  const action = await change(
    store,
    "update tasks set title = 'two'",
    "insert into task_tags values (1, 'brief')",
    "update tasks set title = 'three', due = '2026-12-01'",
    "delete from task_tags where tag = 'brief'",
    insertInto('tasks', { title: 'brief' }),
    'delete from tasks where id = 2',
  )
  await undo(store, action)
  expect(dump(store.handle)).toEqual(before)
})

test('a row deleted and made again in one action comes back as it was', async () => {
  const store = await storeAfter(bench().file, task('one'), "insert into task_tags values (1, 'x')")
  const before = dump(store.handle)
  const action = await change(store, 'delete from tasks', insertInto('tasks', { id: 1, title: 'impostor' }))
  await undo(store, action)
  expect(dump(store.handle)).toEqual(before)
})

test('several actions are reverted as one, whatever they did to the same rows', async () => {
  const store = await storeAfter(bench().file, task('one'))
  const before = dump(store.handle)
  const first = await change(
    store,
    "update tasks set title = 'two'",
    insertInto('tasks', { title: 'new', parent_id: 1 }),
  )
  const second = await change(
    store,
    'update tasks set parent_id = null',
    "update tasks set title = 'three' where id = 1",
  )
  const third = await change(store, 'delete from tasks where id = 1')
  const after = dump(store.handle)
  const undone = await undo(store, first, second, third)
  expect(dump(store.handle)).toEqual(before)
  await undo(store, undone)
  expect(dump(store.handle)).toEqual(after)
})

test('unique values that changed places change back', async () => {
  const projects = ['a', 'b'].map((name) => insertInto('projects', { name, name_folded: name }))
  const store = await storeAfter(bench().file, ...projects)
  const before = dump(store.handle)
  const action = await change(
    store,
    "update projects set name_folded = 'c' where id = 1",
    "update projects set name_folded = 'a' where id = 2",
    "update projects set name_folded = 'b' where id = 1",
  )
  await undo(store, action)
  expect(dump(store.handle)).toEqual(before)
})

const conflicts: [string, string, string, string][] = [
  ['a row changed since', "update tasks set title = 'mine'", "update tasks set title = 'yours'", 'task 1 has changed'],
  ['a row gone since', "update tasks set title = 'mine'", 'delete from tasks where id = 1', 'task 1 has changed'],
  [
    'a row that is back since',
    'delete from tasks where id = 1',
    insertInto('tasks', { id: 1, title: 'again' }),
    'task 1',
  ],
  [
    'a tag that hangs on a row to be removed',
    insertInto('tasks', { title: 'new' }),
    "insert into task_tags values (3, 'x')",
    'a tag of task 3',
  ],
  [
    'a child that hangs on a row to be removed',
    insertInto('tasks', { title: 'new' }),
    'update tasks set parent_id = 3 where id = 2',
    'task 2',
  ],
  [
    'a dependency that would go',
    insertInto('tasks', { title: 'new' }),
    'insert into task_dependencies values (2, 3)',
    'a dependency of task 2',
  ],
  [
    'a tag given again since',
    "delete from task_tags where tag = 'old'",
    "insert into task_tags values (1, 'old')",
    'a tag of task 1',
  ],
  ['a parent gone since', 'update tasks set parent_id = null where id = 2', 'delete from tasks where id = 1', ''],
  ['a name taken since', 'delete from projects', insertInto('projects', { name: 'Work', name_folded: 'work' }), ''],
]

test.each(conflicts)('%s is a conflict, and nothing is overwritten', async (_, mine, yours, message) => {
  const store = await storeAfter(
    bench().file,
    task('one'),
    task('two'),
    "insert into task_tags values (1, 'old'); update tasks set parent_id = 1 where id = 2",
    insertInto('projects', { name: 'work', name_folded: 'work' }),
  )
  const action = await change(store, mine)
  await change(store, yours)
  const before = dump(store.handle)
  await expect(undo(store, action)).rejects.toMatchObject({
    kind: 'conflict',
    message: expect.stringContaining(message),
  })
  expect(dump(store.handle)).toEqual(before)
  expect(store.handle.prepare("select count(*) from temp.sqlite_master where type = 'table'").pluck().get()).toBe(0)
})
