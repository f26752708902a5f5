import { describe, expect, test } from 'vitest'
import { bench } from '../support/larry.ts'
import { put, take } from './exchange-seed.ts'

const first = '01a2097a-ee6c-7d3f-bcea-198640e2da7b'
const second = '01a2097a-ee6c-7d3f-bcea-198640e2da7c'
const early = '2026-11-20T09:00:00.000Z'
const late = '2026-11-22T09:00:00.000Z'

describe('links between tasks', () => {
  test('may lead forward, by uid, by source or by the ids of the file, however far', async () => {
    const b = bench()
    await b.larry('add', 'here before')
    const filler = Array.from({ length: 1500 }, (_, at) => ({ title: `filler ${at}` }))
    const row = await take(b, [
      { id: 1, title: 'a', parent_uid: first, depends_on: [4000, 2] },
      { id: 2, title: 'b', depends_on_uids: ['x:9', first] },
      ...filler,
      { id: 4000, title: 'c', uid: first },
      { title: 'd', source: 'x:9' },
    ])
    expect(row).toMatchObject({ added: 1504, notes: [] })
    const tasks = (await b.tasks()).filter(({ title }) => title.length === 1)
    expect(tasks).toMatchObject([
      { id: 2, title: 'a', parent_id: 1504, depends_on: [3, 1504] },
      { id: 3, title: 'b', parent_id: null, depends_on: [1504, 1505] },
      { id: 1504, title: 'c', depends_on: [] },
      { id: 1505, title: 'd' },
    ])
    expect(await b.larry('db', 'check')).toMatchObject({ code: 0 })
  })

  test('that lead nowhere are left out, which is told', async () => {
    const row = await take(bench(), [{ title: 'a', parent_uid: first, depends_on: [7] }])
    expect(row.notes).toEqual([
      `line 1: the task above it is neither here nor in the file: ${first}`,
      'line 1: a task it waits for is neither here nor in the file: 7',
    ])
  })

  test('lead to tasks that are here, and forward ones change a task that is here already', async () => {
    const b = bench()
    await take(b, [{ uid: first, title: 'a', updated_at: early }])
    const records = [
      { uid: first, title: 'a', parent_uid: second, updated_at: late },
      ...Array.from({ length: 1000 }, (_, at) => ({ title: `filler ${at}`, source: `f:${at}` })),
      { uid: second, title: 'b', updated_at: early },
    ]
    expect(await take(b, records)).toMatchObject({ added: 1001, updated: 1, unchanged: 0 })
    expect((await b.tasks())[0]).toMatchObject({ uid: first, parent_id: 1002 })
    expect(await take(b, records)).toMatchObject({ added: 0, updated: 0, unchanged: 1002 })
  })

  test('that close a circle through tasks that are not in the file are refused', async () => {
    for (const [words, told, message] of [
      ['depends:2', 'depends_on_uids', 'would wait for itself'],
      ['parent:2', 'parent_uid', 'would be its own subtask'],
    ] as const) {
      const b = bench()
      await b.larry('add', 'B')
      await b.larry('add', 'A')
      await b.larry('edit', '1', words)
      const [one, two] = [...(await b.tasks())].sort((x, y) => x.id - y.id)
      const uids = told === 'parent_uid' ? one!.uid : [one!.uid]
      put(
        b,
        'a.ndjson',
        JSON.stringify({ uid: two!.uid, title: 'A', [told]: uids, updated_at: '2026-12-01T09:00:00Z' }),
      )
      const ran = await b.larry('import', 'a.ndjson')
      expect(ran).toMatchObject({ code: 4, stdout: '' })
      expect(ran.stderr).toContain(message)
      expect(await b.larry('db', 'check')).toMatchObject({ code: 0 })
    }
  })

  test('heal when all of a file comes after a part of it', async () => {
    const [from, to] = [bench(), bench()]
    await from.larry('add', 'P')
    await from.larry('add', 'X')
    await from.larry('add', 'A', '+some', 'parent:1', 'depends:2')
    for (const filter of [['+some'], []])
      await to.with({ stdin: (await from.larry('export', ...filter)).stdout })('import', '-', '--as', 'json')
    const task = (await to.tasks()).find(({ title }) => title === 'A')!
    const titles = new Map((await to.tasks()).map(({ id, title }) => [id, title]))
    expect([titles.get(task.parent_id!), task.depends_on.map((id) => titles.get(id))]).toEqual(['P', ['X']])
  })

  test('are left where one of those the file tells of is unknown', async () => {
    const b = bench()
    await b.larry('add', 'X')
    await b.larry('add', 'A', '+some', 'depends:1')
    const { stdout } = await b.larry('list', '+some', '--json')
    expect(await b.with({ stdin: stdout })('import', '-', '--as', 'json')).toMatchObject({ code: 0 })
    expect((await b.tasks()).find(({ title }) => title === 'A')).toMatchObject({ depends_on: [1] })
  })
})

/** Lines between a task and what it is linked to: more than are taken at once, or none. */
describe.each([0, 1500])('with %i lines between', (count) => {
  const between = Array.from({ length: count }, (_, at) => ({ title: 'filler', source: `f:${at}`, updated_at: early }))
  const begin = async () => {
    const b = bench()
    await take(b, [
      { uid: first, title: 'a', depends_on_uids: ['old'], parent_uid: 'old', updated_at: early },
      { source: 'old', title: 'old', updated_at: early },
    ])
    return b
  }
  const last = { uid: second, title: 'new', updated_at: early }

  test('a newer line replaces the blockers and the parent', async () => {
    const b = await begin()
    const line = { uid: first, title: 'a', depends_on_uids: [second], parent_uid: second, updated_at: late }
    expect(await take(b, [line, ...between, last])).toMatchObject({
      added: count + 1,
      updated: 1,
      unchanged: 0,
      kept: 0,
    })
    const [a, added] = ['a', 'new'].map(async (title) => (await b.tasks()).find((task) => task.title === title)!)
    expect(await a).toMatchObject({ depends_on: [(await added!).id], parent_id: (await added!).id, updated_at: late })
    expect(await take(b, [line, ...between, last])).toMatchObject({ updated: 0, unchanged: count + 2 })
  })

  test('so does one whose title is another, too', async () => {
    const b = await begin()
    const line = { uid: first, title: 'b', depends_on_uids: ['old', second], updated_at: late }
    expect(await take(b, [line, ...between, last])).toMatchObject({ updated: 1 })
    const task = (await b.tasks()).find(({ title }) => title === 'b')!
    expect(task).toMatchObject({ parent_id: 2, updated_at: late })
    expect(task.depends_on).toHaveLength(2)
  })

  test.each([
    ['2026-11-19T09:00:00.000Z', ', where it changed later'],
    [undefined, ': the file does not say when it changed'],
  ])('a line of %s changes neither, which is told', async (updated_at, why) => {
    const b = await begin()
    const line = { uid: first, title: 'a', depends_on_uids: [second], parent_uid: second, updated_at }
    expect(await take(b, [line, ...between, last])).toMatchObject({
      updated: 0,
      unchanged: 0,
      kept: 1,
      notes: [`line 1: "a" kept as here${why}; --overwrite takes the file's`],
    })
    expect((await b.tasks()).find(({ title }) => title === 'a')).toMatchObject({ depends_on: [2], parent_id: 2 })
  })
})
