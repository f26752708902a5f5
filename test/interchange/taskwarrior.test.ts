import { describe, expect, test } from 'vitest'
import { read, recordsOf, thereAndBack, uuid, written } from './taskwarrior.ts'

const base = { uuid: uuid(1), description: 'Pay rent', status: 'pending', entry: '20260101T080000Z' }

/** What a task without anything is in larry. */
const bare = {
  kind: 'task',
  uid: uuid(1),
  title: 'Pay rent',
  status: 'todo',
  priority: 'medium',
  due: null,
  wait_until: null,
  tags: [],
  project: null,
  started_at: null,
  created_at: '2026-01-01T08:00:00.000Z',
  depends_on_uids: [],
  comments: [],
  extra: null,
}

test.each([
  ['nothing but a description', {}, {}],
  ['a due date at midnight has no time', { due: '20261201T000000Z' }, { due: '2026-12-01' }],
  ['a due time', { due: '20261201T143000Z' }, { due: '2026-12-01T14:30' }],
  ['wait', { wait: '20261130T000000Z' }, { wait_until: '2026-11-30' }],
  ['priority', { priority: 'H' }, { priority: 'high' }],
  ['project', { project: 'work.site' }, { project: 'work/site' }],
  ['tags', { tags: ['Zürich', 'home'] }, { tags: ['Zürich', 'home'] }],
  ['depends', { depends: [uuid(2), uuid(3)] }, { depends_on_uids: [uuid(2), uuid(3)] }],
  ['start', { start: '20260102T080000Z' }, { status: 'in-progress', started_at: '2026-01-02T08:00:00.000Z' }],
  [
    'completed',
    { status: 'completed', end: '20260103T080000Z', modified: '20260103T080001Z' },
    { status: 'done', completed_at: '2026-01-03T08:00:00.000Z', updated_at: '2026-01-03T08:00:01.000Z' },
  ],
  [
    'deleted',
    { status: 'deleted', end: '20260103T080000Z' },
    { status: 'cancelled', completed_at: '2026-01-03T08:00:00.000Z' },
  ],
  [
    'annotations',
    { annotations: [{ entry: '20260102T080000Z', description: 'asked' }] },
    { comments: [{ created_at: '2026-01-02T08:00:00.000Z', body: 'asked' }] },
  ],
])('reads %s and needs nothing kept to write it', async (_, entry, record) => {
  expect(await recordsOf([{ ...base, ...entry }])).toEqual([{ ...bare, ...record }])
  expect(await thereAndBack([{ ...base, ...entry }])).toEqual([{ ...base, ...entry }])
})

test.each([
  ['seconds of a due date', { due: '20261201T143015Z' }, { due: '2026-12-01T14:30' }],
  ['priority M', { priority: 'M' }, { priority: 'medium' }],
  ['status waiting', { status: 'waiting', wait: '20270101T000000Z' }, { status: 'todo' }],
  ['scheduled and until', { scheduled: '20261130T000000Z', until: '20270101T000000Z' }, {}],
  ['attributes of the user', { size: 'L', estimate: 2.5, points: 0, empty: '', 'x.y': 'z' }, {}],
  ['a project with a slash', { project: 'a/b.c' }, { project: 'a/b/c' }],
  ['a tag with a space', { tags: ['a b', 'c'] }, { tags: ['a-b', 'c'] }],
  ['the start of a completed task', { status: 'completed', start: '20260102T080000Z' }, { status: 'done' }],
  ['a blank description', { description: ' ' }, { title: 'untitled' }],
  ['a very long description', { description: 'long '.repeat(3000) }, { notes: 'long '.repeat(3000) }],
  [
    'an annotation of 120,000 characters',
    { annotations: [{ entry: '20260102T080000Z', description: 'x'.repeat(120_000) }] },
    {},
  ],
])('keeps %s and gives it back', async (_, entry, record) => {
  expect((await recordsOf([{ ...base, ...entry }]))[0]).toMatchObject(record)
  expect(await thereAndBack([{ ...base, ...entry }])).toEqual([{ ...base, ...entry }])
})

describe('in another zone', () => {
  test.each([
    ['Europe/Vienna', '20261130T230000Z', '2026-12-01'],
    ['Europe/Vienna', '20260329T010000Z', '2026-03-29T03:00'],
    ['Europe/Vienna', '20261025T003000Z', '2026-10-25T02:30'],
    ['Europe/Vienna', '20261025T013000Z', '2026-10-25T02:30'],
    ['America/Sao_Paulo', '20181104T030000Z', '2018-11-04T01:00'],
    ['Asia/Kathmandu', '20261130T181500Z', '2026-12-01'],
    ['Pacific/Kiritimati', '20261231T100000Z', '2027-01-01'],
  ])('%s has %s as %s and gives the instant back', async (zone, due, civil) => {
    const [record] = await recordsOf([{ ...base, due }], zone)
    expect(record?.due).toBe(civil)
    expect(await thereAndBack([{ ...base, due }], zone)).toEqual([{ ...base, due }])
  })
})

describe('as other versions write', () => {
  const titles = async (text: string) => (await read(text)).map(({ record, line }) => `${line} ${record.title}`)

  test('a task a line, with commas behind them or not, or one list', async () => {
    expect(await titles('{"description":"a"}\n{"description":"b"}\n')).toEqual(['1 a', '2 b'])
    expect(await titles('{"description":"a"},\n\n{"description":"b"},\n')).toEqual(['1 a', '3 b'])
    expect(await titles('[\n{"description":"a"},\n{"description":"b"},\n]\n')).toEqual(['2 a', '3 b'])
    expect(await titles('[]')).toEqual([])
    expect(await titles('')).toEqual([])
  })

  test('control characters as they are, slashes escaped', async () => {
    expect(await titles('{"description":"bell \u0007, tab \t, \\/ and \\u00e9"}')).toEqual([
      '1 bell \u0007, tab \t, / and é',
    ])
  })

  test('what is no number without quotes in a numeric attribute', async () => {
    const [told] = await read('{"description":"a: b, c","estimate":2h,"points":3.000000,"odd":-nan}')
    expect(told?.record).toMatchObject({
      title: 'a: b, c',
      extra: { taskwarrior: { estimate: '2h', points: 3, odd: '-nan' } },
    })
  })

  test('depends and tags as one text', async () => {
    const [record] = await recordsOf([{ ...base, depends: `${uuid(2)},${uuid(3)}`, tags: 'a,b' }])
    expect(record).toMatchObject({ depends_on_uids: [uuid(2), uuid(3)], tags: ['a', 'b'] })
  })

  test('dates of files made by hand', async () => {
    const [record] = await recordsOf([{ ...base, due: '2026-12-01T14:30:00Z', wait: '1796083200' }])
    expect(record).toMatchObject({ due: '2026-12-01T14:30', wait_until: '2026-12-01' })
  })

  test('a task without a UUID is known by its text when it comes again', async () => {
    const { uuid: _, ...nameless } = base
    const sources = (await recordsOf([nameless, nameless])).map(({ source }) => source)
    expect(sources).toEqual([
      expect.stringMatching(/^taskwarrior:[0-9a-f]{32}$/),
      expect.stringMatching(/^taskwarrior:[0-9a-f]{32}:2$/),
    ])
    expect((await recordsOf([nameless, nameless])).map(({ source }) => source)).toEqual(sources)
  })

  test('a long name is cut between two characters', async () => {
    const long = `${'a'.repeat(199)}\u{1f600}\u{1f600}`
    const [record] = await recordsOf([{ ...base, tags: [long], project: long }])
    expect(record).toMatchObject({ tags: [long.slice(0, 201)], project: long.slice(0, 201) })
  })

  test('fields larry does not know and deleted tasks are told once', async () => {
    const notes: string[] = []
    const series = { imask: 1, parent: uuid(9), recur: 'weekly', rtype: 'periodic' }
    const entries = [
      { ...base, uuid: uuid(1), estimate: '2h', due: '20261201T120015Z' },
      { ...base, uuid: uuid(2), estimate: '3h', scheduled: '20261201T120015Z', ...series },
      { ...base, uuid: uuid(3), status: 'deleted', end: '20260103T080000Z' },
    ]
    await read(JSON.stringify(entries), 'UTC', (note) => notes.push(note))
    expect(notes).toEqual([
      '1 deleted task became cancelled',
      '2 fields larry does not know are kept for the next export as taskwarrior: estimate, scheduled',
    ])
  })
})

test.each([
  ['[{"description":"a"},\n{"status":"pending"}]', 'line 2: the task has no description'],
  ['{"description":""}', 'line 1: the task has no description'],
  ['{"description":7}', 'line 1: the task has no description'],
  ['{"description":"a","due":"soon"}', 'line 1: due "soon" is no date larry knows'],
  ['{"description":"a","due":"20260230T000000Z"}', 'line 1: due "20260230T000000Z" is no date larry knows'],
  ['{"description":"a","due":"19600101T000000Z"}', 'line 1: due "19600101T000000Z" is no date larry knows'],
  ['{"description":"a","entry":{}}', 'line 1: entry {} is no date larry knows'],
  ['{"description":"a","status":"stuck"}', 'line 1: unknown status "stuck"'],
  ['{"description":"a","uuid":"1"}', 'line 1: uuid "1" is no UUID'],
  ['{"description":"a","annotations":"x"}', 'line 1: annotations is no list'],
  ['{"description":"a","annotations":[null]}', 'line 1: an annotation has no description'],
  ['{"description":"a","description":"b"}', 'line 1: the key "description" is given twice'],
  ['{"description":"a \\ud800"}', 'line 1: holds half a character (a lone surrogate)'],
  ['{"description":"a","__proto__":{"x":1}}', 'line 1: has a key "__proto__"'],
  ['{"description":"a","n":1e400}', 'line 1: the number 1e400 cannot be kept exactly'],
  ['[{"description":"a"}', 'line 1: not JSON: the text ends too soon'],
  ['[{"description":"a"}] x', 'line 1: not JSON: "x" stands where the end should'],
  ['[1]', 'line 1: not JSON: "1]" stands where a task should'],
  ['{"description":"a","estimate":2 h}', /^line 1: not JSON/],
])('refuses %s', async (text, message) => {
  await expect(read(text)).rejects.toThrow(message)
})

test.each([
  [{ priority: 'X' }, 'priority "X" became medium'],
  [{ tags: ['a b'] }, 'tag "a b" became "a-b"'],
  [{ project: 'a..b.' }, 'project "a..b." became "a/b"'],
  [{ project: '...' }, 'project "..." was left out: it names none'],
  [{ description: ' ' }, 'a blank description became "untitled"'],
  [{ annotations: [{ entry: '20260102T080000Z', description: ' ' }] }, 'an empty annotation was left out'],
  [
    { status: 'recurring', recur: 'moonly', due: '20260101T000000Z' },
    'recur "moonly" is no rule: the task does not repeat',
  ],
])('says what became of %o and gives it back', async (entry, says) => {
  const [told] = await read(JSON.stringify([{ ...base, ...entry }]))
  expect(told?.adapted).toEqual([says])
  expect(await thereAndBack([{ ...base, ...entry }])).toEqual([{ ...base, ...entry }])
})

test('what is written of no tasks is a list', async () => {
  expect(await written([])).toBe('[\n]\n')
})

test('what was changed in larry is not undone by what was kept', async () => {
  const entry = { due: '20261201T143015Z', priority: 'M', project: 'a/b', tags: ['a b'], scheduled: '20261130T000000Z' }
  const [record] = await recordsOf([{ ...base, ...entry }])
  const changed = { ...record!, due: '2026-12-02', priority: 'low', project: 'work', tags: ['new'] } as const
  expect(JSON.parse(await written([changed]))).toEqual([
    {
      ...base,
      due: '20261202T000000Z',
      priority: 'L',
      project: 'work',
      tags: ['new'],
      scheduled: '20261130T000000Z',
    },
  ])
})

test('two annotations in one second are two comments, also when Taskwarrior has moved one on', async () => {
  const annotation = (entry: string, description: string) => ({ entry, description })
  const [record] = await recordsOf([
    { ...base, annotations: ['one', 'two'].map((description) => annotation('20260102T080000Z', description)) },
  ])
  const at = '2026-01-02T08:00:00.000Z'
  expect(record?.comments?.map(({ created_at, body }) => [created_at, body])).toEqual([
    [at, 'one'],
    [at, 'two'],
  ])
  const [out] = JSON.parse(await written([record!])) as [Record<string, unknown>]
  const moved = [annotation('20260102T080000Z', 'one'), annotation('20260102T080001Z', 'two')]
  expect((await recordsOf([{ ...out, annotations: moved }]))[0]?.comments).toEqual(record?.comments)
})
