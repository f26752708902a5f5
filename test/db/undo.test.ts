import { expect, test } from 'vitest'
import { bench } from '../support/larry.ts'
import { change, dump, inFile, storeAfter } from './stores.ts'

test.each([
  ['project whose name was taken', ['add a project:home', 'undo', 'add b project:Home']],
  ['parent that is gone', ['add p', 'add c', 'edit 2 parent:1', 'undo', 'rm 1 --yes']],
  ['task others wait for', ['add a', 'rm 1 --yes', 'undo', 'add b depends:1']],
])('redo of a %s meanwhile is a conflict', async (_, lines) => {
  const { larry, file } = bench()
  for (const line of lines) expect([line, (await larry(...line.split(' '))).code]).toEqual([line, 0])
  const before = inFile(file, dump)
  expect(await larry('redo')).toMatchObject({ code: 4, stdout: '' })
  expect(inFile(file, dump)).toEqual(before)
})

test('undo and redo of what was made with another schema exit 4', async () => {
  const { larry, file } = bench()
  await larry('add', 'a')
  await larry('add', 'b')
  await larry('undo')
  inFile(file, (handle) => handle.exec('update actions set schema_version = 1'))
  expect(await larry('undo')).toMatchObject({ code: 4, stderr: expect.stringContaining('another schema') })
  expect(await larry('redo')).toMatchObject({ code: 4, stderr: expect.stringContaining('another schema') })
})

test('an action whose changes came to nothing is undone once, and then the one before it', async () => {
  const { larry, file, tasks } = bench()
  await larry('add', 'real')
  const store = await storeAfter(file)
  await change(store, "insert into task_tags values (1, 'x')", 'delete from task_tags')
  expect((await larry('undo')).code).toBe(0)
  expect((await larry('undo')).code).toBe(0)
  expect(await tasks()).toEqual([])
})

test('actions that come to nothing together are undone together', async () => {
  const { larry } = bench()
  await larry('add', 'short-lived')
  await larry('rm', '1', '--yes')
  expect((await larry('undo', '2')).code).toBe(0)
  expect(await larry('undo')).toMatchObject({ code: 3, stdout: '' })
  expect((await larry('redo')).code).toBe(0)
})
