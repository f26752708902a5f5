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

test.each(['table', 'json', 'ndjson', 'csv', 'tsv', 'md'])(
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

test.each([
  [['--fields', ','], '--fields names no field'],
  [['--fields', ''], '--fields names no field'],
  [['--fields', 'id,,title'], '--fields "id,,title" has a comma too many'],
  [['--fields', 'id,'], '--fields "id," has a comma too many'],
  [['--fields', 'id,title,id'], '--fields names id twice'],
  [['--fields', 'id', '--fields', 'title'], '--fields=id and --fields=title are both given'],
  [['--fields', 'title', '--ids'], 'ids are told alone, without --fields'],
  [['--fields', 'Id'], 'a task has no field "Id"\n  hint: did you mean id? fields: id, uid, title'],
  [['--fields', 'tags.0'], '"tags.0" is a part of a field\n  hint: the field is tags; --json | jq takes parts'],
])('larry add X %j is refused, and adds nothing: %s', async (flags, message) => {
  const { larry, tasks } = bench()
  const ran = await larry('add', 'X', ...flags)
  expect(ran).toMatchObject({ code: 2, stdout: '' })
  expect(ran.stderr).toContain(message)
  expect(await tasks()).toEqual([])
})

test('who asks for fields of a change gets rows in place of a sentence, as a table too', async () => {
  const { larry } = bench()
  expect(await larry('add', 'One', '--format', 'table', '--fields', 'id,title')).toEqual({
    code: 0,
    stdout: 'id  title\n1   One\n',
    stderr: '',
  })
  expect((await larry('add', 'Two', '-q', '--fields', 'title,id')).stdout).toBe('Two\t2\n')
  expect((await larry('edit', '1', '+x', '--format', 'table', '--fields', 'tags')).stdout).toBe('tags\nx\n')
  expect((await larry('edit', '1', '+x', '--format', 'table', '--fields', 'tags')).stdout).toMatch(/^Nothing changed/)
  expect((await larry('task', 'graph', '--as', 'dot', '--fields', 'id')).stderr).toContain('leave out --fields')
})
