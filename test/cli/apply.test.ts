import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { bench } from '../support/larry.ts'
import { applied, apply, lines } from './applying.ts'
import { seed } from './seed.ts'

test('many operations are one step: each is answered with its line, and one undo takes all back', async () => {
  const b = bench()
  await seed(b, 'One', 'Two', 'Three')
  const before = await b.tasks()
  const results = await applied(
    b,
    { op: 'add', title: 'Call Bob', due: 'tomorrow 14:00', tags: ['work'], project: 'acme/site', estimate: '30m' },
    { op: 'edit', id: 1, priority: 'high', add_tags: ['home'] },
    { op: 'done', ids: [1, 2] },
    { op: 'remove', id: 3 },
  )
  expect(results.map(({ line, op, result, id, key, replayed }) => [line, op, result, id, key, replayed])).toEqual([
    [1, 'add', 'added', 4, null, false],
    [2, 'edit', 'changed', 1, null, false],
    [3, 'done', 'changed', 1, null, false],
    [3, 'done', 'changed', 2, null, false],
    [4, 'remove', 'removed', 3, null, false],
  ])
  const after = await b.tasks()
  expect(after).toMatchObject([
    { id: 1, status: 'done', priority: 'high', tags: ['home'] },
    { id: 2, status: 'done' },
    { id: 4, due: '2026-11-24T14:00', tags: ['work'], project: 'acme/site', estimate_minutes: 30 },
  ])
  expect(results.map(({ uid }) => uid)).toEqual([2, 0, 0, 1].map((at) => after[at]!.uid).concat(before[2]!.uid))
  await b.larry('undo')
  expect(await b.tasks()).toEqual(before)
  await b.larry('redo')
  expect(await b.tasks()).toEqual(after)
})

test('every operation does what its verb does', async () => {
  const b = bench()
  await seed(b, 'One', 'Two parent:1', 'Three')
  const before = await b.tasks()
  const results = await applied(
    b,
    { op: 'start', id: 3 },
    { op: 'comment', ids: [1, 3], body: 'asked for a quote' },
    { op: 'log', id: 3, time: '45m', note: 'the logo', billable: false },
    { op: 'done', id: 1, cascade: true },
    { op: 'reopen', id: 1 },
    { op: 'cancel', id: 3 },
  )
  expect(results.map(({ line, result, id, comment_id, entry_id }) => [line, result, id, comment_id, entry_id])).toEqual(
    [
      [1, 'changed', 3, null, null],
      [2, 'added', 1, 1, null],
      [2, 'added', 3, 2, null],
      [3, 'added', 3, null, 1],
      [4, 'changed', 1, null, null],
      [5, 'changed', 1, null, null],
      [6, 'changed', 3, null, null],
    ],
  )
  expect(await b.tasks()).toMatchObject([{ status: 'todo' }, { status: 'done' }, { status: 'cancelled' }])
  expect(await b.json('time', 'list')).toMatchObject([
    { task_id: 3, note: 'the logo', billable: false, started_at: '2026-11-23T08:15:00.000Z' },
  ])
  expect(await b.json('task', 'comments', '3')).toMatchObject([{ body: 'asked for a quote' }])
  await b.larry('undo')
  expect(await b.tasks()).toEqual(before)
  expect([await b.json('time', 'list'), await b.json('comment', 'list')]).toEqual([[], []])
})

test('edit takes the keys of the JSON it was read from; null clears, tags are the whole list', async () => {
  const b = bench()
  await b.larry('client', 'add', 'Acme')
  await seed(b, 'One +a +b due:fri est:1h client:acme wait:tomorrow depends:2'.replace(' depends:2', ''), 'Two +a')
  await applied(b, {
    op: 'edit',
    id: 1,
    title: '+not a:tag',
    due: '2026-12-24T09:30',
    wait_until: null,
    estimate_minutes: 90,
    tags: ['b', 'c'],
    project: 'work/site',
    client: null,
    depends_on: [2],
    priority: 4,
    notes: 'none',
    status: 'review',
  })
  const [one] = await b.tasks()
  expect(one).toMatchObject({
    title: '+not a:tag',
    due: '2026-12-24T09:30',
    wait_until: null,
    estimate_minutes: 90,
    tags: ['b', 'c'],
    project: 'work/site',
    client_id: null,
    depends_on: [2],
    priority: 'critical',
    notes: 'none',
    status: 'review',
  })
  await applied(
    b,
    { op: 'edit', ids: [1, 2], tags: [], due: null, depends_on: null },
    { op: 'edit', id: 1, notes: null, estimate: null, project: null },
    { op: 'edit', id: 2, add_tags: ['x', 'y'], remove_tags: ['a'], parent_id: 1 },
  )
  expect(await b.tasks()).toMatchObject([
    { tags: [], due: null, depends_on: [], notes: null, estimate_minutes: null, project: null },
    { tags: ['x', 'y'], parent_id: 1 },
  ])
  await applied(b, { op: 'edit', uid: one!.uid, title: 'By uid' }, { op: 'edit', id: 2, parent_id: null })
  expect(await b.tasks()).toMatchObject([{ title: 'By uid' }, { parent_id: null }])
})

test('a line speaks of what an earlier one added by the name it gave', async () => {
  const b = bench()
  await applied(
    b,
    { op: 'add', as: 'top', title: 'Top' },
    { op: 'add', as: 'one', title: 'One', parent_id: 'ref:top' },
    { op: 'add', title: 'Two', parent_id: 'ref:top', depends_on: ['ref:one'] },
    { op: 'done', id: 'ref:one' },
    { op: 'comment', ids: ['ref:top', 'ref:one'], body: 'made by hand' },
  )
  expect(await b.tasks()).toMatchObject([
    { id: 1, parent_id: null },
    { id: 2, parent_id: 1, status: 'done' },
    { id: 3, parent_id: 1, depends_on: [2] },
  ])
})

test('what changes nothing is answered as unchanged and leaves no step', async () => {
  const b = bench()
  await seed(b, 'One p:high')
  expect(await applied(b, { op: 'edit', id: 1, priority: 'high' }, { op: 'reopen', id: 1 })).toMatchObject([
    { result: 'unchanged' },
    { result: 'unchanged' },
  ])
  expect((await b.larry('undo')).stdout).not.toContain('apply')
})

test.each([
  ['', 0],
  ['\n \n', 0],
])('an empty pipe (%j) is no operations, exit 0', async (stdin, code) => {
  const b = bench()
  expect(await apply(b, stdin, '--json')).toEqual({ code, stdout: '[]\n', stderr: '' })
  expect((await apply(b, stdin, '--format', 'table')).stdout).toBe('No operations, nothing done\n')
})

test('operations come from a file too; a missing one, a folder and a terminal are told', async () => {
  const b = bench()
  writeFileSync(join(b.folder, 'a.ndjson'), `\ufeff{"op":"add","title":"One"}\r\n\r\n${lines({ op: 'done', id: 1 })}`)
  expect(await b.larry('apply', 'a.ndjson', '--format', 'table')).toMatchObject({
    code: 0,
    stdout: 'Applied 2 operations · 1 added · 1 changed\n',
  })
  expect(await b.larry('apply', 'b.ndjson')).toMatchObject({
    code: 3,
    stderr: expect.stringContaining('b.ndjson does not exist'),
  })
  expect(await b.larry('apply', '.')).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('hint: name a file in it'),
  })
  expect(await b.with({ answers: [] })('apply', '-')).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('hint'),
  })
  expect((await b.larry('apply')).stderr).toContain('hint: larry data apply <file>\n')
})

test('the answer has every format, and a dry run tells the same and stores nothing', async () => {
  const b = bench()
  const two = [
    { op: 'add', title: 'One', key: 'k1' },
    { op: 'add', title: 'Two' },
  ]
  expect(await apply(b, two, '-n', '--ids')).toEqual({
    code: 0,
    stdout: '1\n2\n',
    stderr: 'dry run: nothing was written\n',
  })
  expect(await b.tasks()).toEqual([])
  expect((await apply(b, two)).stdout).toBe('1\tadd\tadded\t1\tk1\tfalse\n2\tadd\tadded\t2\t\tfalse\n')
  expect((await apply(b, two, '--format', 'ndjson', '--fields', 'line,id')).stdout).toBe(
    '{"line":1,"id":1}\n{"line":2,"id":3}\n',
  )
  expect((await apply(b, two, '--format', 'csv')).stdout).toBe(
    'line,op,result,id,key,replayed\r\n1,add,added,1,k1,true\r\n2,add,added,4,,false\r\n',
  )
  expect((await apply(b, two, '--format', 'table')).stdout).toBe('Applied 2 operations · 1 done before · 1 added\n')
  expect((await apply(b, two, '-q', '--format', 'table')).stdout).toBe('')
})

test('a list in JSON is applied line by line only, and jq makes lines of it', async () => {
  const ran = await apply(bench(), '[{"op":"add","title":"One"}]')
  expect(ran).toMatchObject({ code: 2, stdout: '' })
  expect(ran.stderr).toContain("jq -c '.[]'")
})

test('a run that cannot be done as one is done line by line, and undo restores every row', async () => {
  const b = bench()
  await applied(b, { op: 'add', title: 'One' }, { op: 'add', title: 'Two', parent_id: 1 })
  expect(await b.tasks()).toMatchObject([{ parent_id: null }, { parent_id: 1 }])
  await b.larry('undo')
  expect(await b.tasks()).toEqual([])
  await b.larry('redo')
  expect(await b.tasks()).toMatchObject([{ parent_id: null }, { parent_id: 1 }])
  expect(await b.larry('db', 'check')).toMatchObject({ code: 0 })
})

test('a task is one task, by whichever name', async () => {
  const b = bench()
  await seed(b, 'One')
  const uid = (await b.tasks())[0]!.uid
  const results = await applied(b, { op: 'done', ids: [1, uid] }, { op: 'done', uid: uid.toUpperCase() })
  expect(results).toMatchObject([
    { line: 1, result: 'changed' },
    { line: 2, result: 'unchanged' },
  ])
  expect(
    await apply(b, [
      { op: 'remove', id: 1 },
      { op: 'remove', uid },
    ]),
  ).toMatchObject({
    code: 3,
    stderr: expect.stringContaining('line 2: task 1 does not exist'),
  })
})

test('the rules of the domain hold as for the verbs', async () => {
  const b = bench()
  await seed(b, 'One', 'Two parent:1', 'Three depends:2')
  expect(await apply(b, [{ op: 'done', id: 1 }])).toMatchObject({ code: 4 })
  expect(await apply(b, [{ op: 'edit', id: 1, parent_id: 2 }])).toMatchObject({ code: 4 })
  expect(await apply(b, [{ op: 'edit', id: 2, depends_on: [3] }])).toMatchObject({ code: 4 })
  expect(await applied(b, { op: 'done', id: 1, force: true }, { op: 'remove', id: 1, cascade: true })).toHaveLength(2)
  expect(await b.tasks()).toMatchObject([{ id: 3, depends_on: [] }])
})

test('edits that set all tags of thousands of tasks, each to its own, are made together', {
  timeout: 5000,
}, async () => {
  const b = bench()
  const many = Array.from({ length: 3000 }, (_, at) => at + 1)
  await applied(b, ...many.map((id) => ({ op: 'add', title: `Task ${id}`, tags: ['same', `old-${id}`] })))
  const results = await applied(
    b,
    ...many.map((id) => ({ op: 'edit', id, tags: id === 7 ? ['same', 'old-7'] : ['same', `new-${id}`] })),
  )
  expect(results.filter(({ result }) => result === 'unchanged').map(({ id }) => id)).toEqual([7])
  expect(results).toHaveLength(3000)
  expect((await b.tasks()).map(({ id, tags }) => [id, ...tags]).slice(5, 8)).toEqual([
    [6, 'new-6', 'same'],
    [7, 'old-7', 'same'],
    [8, 'new-8', 'same'],
  ])
})
