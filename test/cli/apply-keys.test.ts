import { expect, test } from 'vitest'
import { bench } from '../support/larry.ts'
import { applied, apply } from './applying.ts'
import { seed } from './seed.ts'

const add = { op: 'add', title: 'Call Bob', due: 'tomorrow', key: 'ci-123' }

test('an operation sent again with its key is answered as then and changes nothing', async () => {
  const b = bench()
  const [first] = await applied(b, add)
  expect(first).toMatchObject({ result: 'added', id: 1, key: 'ci-123', replayed: false })
  await b.larry('edit', '1', 'p:high')
  const before = await b.tasks()
  expect(
    await applied(b, { op: 'start', id: 1 }, { due: 'tomorrow', key: 'ci-123', title: 'Call Bob', op: 'add' }),
  ).toEqual([
    expect.objectContaining({ line: 1, op: 'start', result: 'changed' }),
    { ...first, line: 2, replayed: true },
  ])
  expect(await b.tasks()).toMatchObject([{ id: 1, title: 'Call Bob', status: 'in-progress', priority: 'high' }])
  await b.larry('undo')
  expect(await b.tasks()).toEqual(before)
})

test('a key sent again leaves no step to undo', async () => {
  const b = bench()
  await applied(b, add)
  await applied(b, add)
  expect((await b.json<unknown[]>('history', 'list')).length).toBe(1)
})

test('the same key with another operation is a conflict that names key and line, and nothing is stored', async () => {
  const b = bench()
  await applied(b, add)
  const ran = await apply(
    b,
    [
      { op: 'add', title: 'Good' },
      { ...add, title: 'Call Eve' },
    ],
    '--json',
  )
  expect(ran).toMatchObject({ code: 4, stdout: '' })
  expect(JSON.parse(ran.stderr)).toMatchObject({
    error: { kind: 'conflict', message: 'line 2: the key "ci-123" was used before for another operation' },
  })
  expect(await b.tasks()).toHaveLength(1)
})

test('a key twice in one batch follows the same rule', async () => {
  const b = bench()
  const named = { ...add, as: 'bob' }
  expect(await applied(b, named, { op: 'comment', id: 'ref:bob', body: 'soon' }, named)).toMatchObject([
    { line: 1, id: 1, replayed: false },
    { line: 2, id: 1, comment_id: 1 },
    { line: 3, id: 1, result: 'added', replayed: true },
  ])
  expect(await b.tasks()).toHaveLength(1)
  const ran = await apply(b, [
    { op: 'done', id: 1, key: 'x' },
    { op: 'reopen', id: 1, key: 'x' },
  ])
  expect(ran).toMatchObject({ code: 4, stderr: expect.stringContaining('line 2: the key "x" was used on line 1') })
})

test('what an earlier batch added under a key is spoken of by its name again', async () => {
  const b = bench()
  const top = { op: 'add', as: 'top', title: 'Top', key: 'top' }
  await applied(b, top)
  await applied(b, top, { op: 'add', title: 'Below', parent_id: 'ref:top' })
  expect(await b.tasks()).toMatchObject([{ id: 1 }, { id: 2, parent_id: 1 }])
})

test('undo takes the keys back with what was done, and redo brings them again', async () => {
  const b = bench()
  await applied(b, add)
  await b.larry('undo')
  expect(await applied(b, add)).toMatchObject([{ id: 2, replayed: false }])
  await b.larry('undo')
  await b.larry('redo')
  expect(await applied(b, add)).toMatchObject([{ id: 2, replayed: true }])
})

test('a dry run uses up no key', async () => {
  const b = bench()
  await apply(b, [add], '-n')
  expect(await applied(b, add)).toMatchObject([{ id: 1, replayed: false }])
})

test('keys are whole texts: 200 characters of any kind, told apart by each', async () => {
  const b = bench()
  const long = '🦉'.repeat(200)
  expect(await applied(b, { ...add, key: long }, { ...add, key: 'Ci-123' }, { ...add, key: 'ci-123 ' })).toHaveLength(3)
  expect(await applied(b, { ...add, key: long })).toMatchObject([{ id: 1, replayed: true }])
  expect(await apply(b, [{ ...add, key: `${long}x` }])).toMatchObject({ code: 2 })
})

test('if_updated_at lets an operation go only when nobody changed the task since', async () => {
  const b = bench()
  await seed(b, 'One', 'Two')
  const read = (await b.tasks())[0]!['updated_at']
  const later = b.with({
    now: '2026-11-23T10:00:00Z',
    stdin: `${JSON.stringify({ op: 'edit', id: 1, priority: 'high', if_updated_at: read })}\n${JSON.stringify({ op: 'done', id: 1, if_updated_at: read })}\n`,
  })
  expect(await later('apply', '-')).toMatchObject({ code: 0 })
  expect(await b.tasks()).toMatchObject([
    { priority: 'high', status: 'done', updated_at: '2026-11-23T10:00:00.000Z' },
    {},
  ])
  const ran = await apply(
    b,
    [
      { op: 'done', id: 2 },
      { op: 'reopen', id: 1, if_updated_at: read },
    ],
    '--json',
  )
  expect(ran).toMatchObject({ code: 4, stdout: '' })
  expect(JSON.parse(ran.stderr)).toMatchObject({
    error: {
      message: 'line 2: task 1 was changed at 2026-11-23T10:00:00.000Z, not at 2026-11-23T09:00:00.000Z as expected',
      hint: 'read it again: larry show 1 --json',
    },
  })
  expect(await b.tasks()).toMatchObject([{ status: 'done' }, { status: 'todo' }])
})

test('if_updated_at is about one task that is there, in any spelling of the instant', async () => {
  const b = bench()
  await seed(b, 'One', 'Two')
  const at = (await b.tasks())[0]!['updated_at']
  expect(await apply(b, [{ op: 'done', id: 1, if_updated_at: '2026-11-23T10:00:00+01:00' }])).toMatchObject({ code: 0 })
  for (const bad of [
    { op: 'done', ids: [1, 2], if_updated_at: at },
    { op: 'done', id: 2, if_updated_at: 'yesterday' },
    { op: 'done', id: 2, if_updated_at: '2026-02-30T09:00:00.000Z' },
    { op: 'done', id: 2, if_updated_at: null },
    { op: 'add', title: 'Three', if_updated_at: at },
  ])
    expect({ bad, ...(await apply(b, [bad])) }).toMatchObject({ bad, code: 2, stdout: '' })
  expect(await apply(b, [{ op: 'done', id: 9, if_updated_at: at }])).toMatchObject({ code: 3 })
})

test('what was done before is not compared again', async () => {
  const b = bench()
  await seed(b, 'One')
  const done = { op: 'done', id: 1, key: 'd', if_updated_at: (await b.tasks())[0]!['updated_at'] }
  expect((await b.with({ now: '2026-11-23T10:00:00Z', stdin: JSON.stringify(done) })('apply', '-')).code).toBe(0)
  expect(await applied(b, done)).toMatchObject([{ result: 'changed', replayed: true }])
})
