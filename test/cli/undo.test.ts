import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { bench, type TaskJson } from '../support/larry.ts'
import { everything, seed } from './seed.ts'

const changing: readonly [line: string[]][] = [
  [['add', 'New project:new/one +x due:fri']],
  [['edit', '1', 'Other title', 'p:low', '-home', '+shop', 'depends:3', 'project:none', '--notes', 'text']],
  [['done', '1', '--cascade', '--force']],
  [['done', '1', '--force']],
  [['start', '1-4']],
  [['task', 'cancel', '1', '--cascade']],
  [['rm', '1', '--yes']],
  [['rm', '1', '--cascade', '--yes']],
  [['rm', '3', '--yes']],
  [['edit', '--where', '+home', 'wait:fri']],
]

test.each(changing)('undo takes larry %j back to the last byte, redo does it again, and so on', async (line) => {
  const b = bench()
  await seed(b, 'Pay rent +home p:high project:work', 'Sub parent:1', 'Blocker +a', 'Subsub parent:2 depends:3')
  const before = await b.tasks()
  await b.json(...line)
  const after = await b.tasks()
  expect(after).not.toEqual(before)
  for (let round = 0; round < 2; round++) {
    await b.json('undo')
    expect(await b.tasks()).toEqual(before)
    await b.json('redo')
    expect(await b.tasks()).toEqual(after)
  }
  expect(await b.larry('redo')).toMatchObject({ code: 3 })
})

test('lines added from a pipe are one step, and redo brings back the same ids and uids', async () => {
  const b = bench()
  await b.with({ stdin: 'a +x\nb project:p\nc\n' })('add', '-')
  const added = await b.tasks()
  expect(await b.json('undo')).toMatchObject([{ command: 'task add' }])
  expect(await b.tasks()).toEqual([])
  expect(await b.larry('list', 'project:p')).toMatchObject({ code: 3 })
  await b.json('redo')
  expect(await b.tasks()).toEqual(added)
})

test('ids are never given twice, not even after undo', async () => {
  const b = bench()
  await seed(b, 'One')
  await b.json('undo')
  expect(await b.json('add', 'Two')).toMatchObject([{ id: 2 }])
})

test('a project made by add goes with its undo, one used by others stays', async () => {
  const b = bench()
  await seed(b, 'One project:work', 'Two project:work', 'Three project:home')
  await b.json('undo')
  expect(await b.larry('list', 'project:home')).toMatchObject({ code: 3 })
  await b.json('undo')
  expect(await b.json('list', 'project:work')).toMatchObject([{ id: 1 }])
})

test('undo N takes back the last N as one step, --to everything after an action', async () => {
  const b = bench()
  await seed(b, 'One', 'Two', 'Three', 'Four')
  const ids = async () => (await b.tasks()).map(({ id }) => id)
  expect(await b.json<unknown[]>('undo', '2')).toHaveLength(2)
  expect(await ids()).toEqual([1, 2])
  await b.json('redo')
  expect(await ids()).toEqual([1, 2, 3, 4])
  await b.json('undo', '--to', '1')
  expect(await ids()).toEqual([1])
  await b.json('redo')
  expect(await ids()).toEqual([1, 2, 3, 4])
})

test.each([
  [['undo', '3'], 3, 'only 2 changes'],
  [['undo', '0'], 2, ''],
  [['undo', 'x'], 2, '"x"'],
  [['undo', '-1'], 2, ''],
  [['undo', '--to', '99'], 3, 'action 99 does not exist'],
  [['undo', '--to', '2'], 3, 'nothing to undo'],
  [['undo', '1', '--to', '1'], 2, 'both given'],
  [['redo'], 3, 'nothing to redo'],
  [['redo', '2'], 2, ''],
])('larry %j after two changes is refused with %i: %s', async (line, code, message) => {
  const b = bench()
  await seed(b, 'One', 'Two')
  const before = await everything(b)
  const ran = await b.larry(...line)
  expect(ran).toMatchObject({ code, stdout: '' })
  expect(ran.stderr).toContain(message)
  expect(await everything(b)).toEqual(before)
})

test('nothing left to undo or redo is exit 3', async () => {
  const { larry } = bench()
  expect(await larry('undo')).toMatchObject({ code: 3, stdout: '' })
  expect(await larry('redo')).toMatchObject({ code: 3, stdout: '' })
})

test('undo is refused when a row is no longer as the change left it; nothing is changed', async () => {
  const b = bench()
  await seed(b, 'One', 'Two')
  await b.json('edit', '1-2', 'p:high')
  const db = new Database(b.file)
  db.exec(`update tasks set title = 'Elsewhere' where id = 1`)
  db.close()
  const before = await everything(b)
  const ran = await b.larry('undo')
  expect(ran).toMatchObject({ code: 4, stdout: '' })
  expect(ran.stderr).toContain('task 1 has changed since')
  expect(await everything(b)).toEqual(before)
})

test('dry runs of undo and redo tell and change nothing', async () => {
  const b = bench()
  await seed(b, 'One', 'Two')
  await b.json('undo')
  const before = await everything(b)
  expect(await b.json<TaskJson[]>('undo', '-n')).toHaveLength(1)
  expect(await b.json<TaskJson[]>('redo', '-n')).toHaveLength(1)
  expect(await everything(b)).toEqual(before)
})

test('undo and redo say what they took back and did again', async () => {
  const b = bench()
  await b.json('add', "Bob's +x")
  expect((await b.larry('undo', '--format', 'table')).stdout).toMatch(
    /^Undone: larry add 'Bob'\\''s \+x' --json \(2 rows\)\n$/,
  )
  expect((await b.larry('redo', '--format', 'table')).stdout).toMatch(/^Redone: larry add .* \(2 rows\)\n$/)
})
