import { expect, test } from 'vitest'
import { bench } from '../support/larry.ts'

test.each([
  ['json', '[\n  {\n    "title": "One",\n    "id": 1,\n    "notes": null\n  }\n]\n'],
  ['ndjson', '{"title":"One","id":1,"notes":null}\n'],
  ['csv', 'title,id,notes\r\nOne,1,\r\n'],
  ['tsv', 'One\t1\t\n'],
  ['table', 'title  id  notes\nOne    1   \n'],
])('--fields picks and orders as %s', async (format, stdout) => {
  const { larry } = bench()
  await larry('add', 'One')
  expect(await larry('list', '--fields', 'title,id,notes', '--format', format)).toEqual({ code: 0, stdout, stderr: '' })
})

test('--fields picks in show and in what a changing verb answers', async () => {
  const { json } = bench()
  expect(await json('add', 'One', '--fields', 'id,title')).toEqual([{ id: 1, title: 'One' }])
  expect(await json('show', '1', '--fields', 'title,subtasks')).toEqual({ title: 'One', subtasks: [] })
  expect(await json('done', '1', '--fields', 'status')).toEqual([{ status: 'done' }])
})

test.each(['table', 'json', 'ndjson', 'csv', 'tsv', 'ids'])(
  'a wrong field lists the right ones, as %s',
  async (format) => {
    const { larry } = bench()
    for (const line of [['list'], ['tag', 'list'], ['history', 'list'], ['db', 'info']]) {
      const ran = await larry(...line, '--fields', 'id,titel', '--format', format)
      expect({ line, ...ran }).toMatchObject({ line, code: 2, stdout: '' })
      expect(ran.stderr).toContain('fields: ')
    }
    const ran = await larry('list', '--fields', 'titel', '--format', format)
    expect(ran.stderr).toContain('did you mean title?')
    expect(ran.stderr).toContain('id, uid, title, status')
  },
)

test.each([
  [['add', 'Two', '--fields', 'nope']],
  [['edit', '1', 'p:high', '--fields', 'nope']],
  [['done', '1', '--fields', 'nope']],
  [['rm', '1', '--yes', '--fields', 'nope']],
  [['undo', '--fields', 'nope']],
])('larry %j is refused before anything is changed', async (line) => {
  const { larry, tasks } = bench()
  await larry('add', 'One')
  const before = await tasks()
  for (const format of ['table', 'json']) {
    expect(await larry(...line, '--format', format)).toMatchObject({ code: 2, stdout: '' })
    expect({ format, tasks: await tasks() }).toEqual({ format, tasks: before })
  }
})

test('an empty --fields is refused', async () => {
  expect(await bench().larry('list', '--fields', ',')).toMatchObject({ code: 2, stdout: '' })
})
