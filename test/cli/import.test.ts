import { describe, expect, test } from 'vitest'
import { bench } from '../support/larry.ts'
import { put, take } from './exchange-seed.ts'

const first = '01a2097a-ee6c-7d3f-bcea-198640e2da7b'
const second = '01a2097a-ee6c-7d3f-bcea-198640e2da7c'
const early = '2026-11-20T09:00:00.000Z'
const late = '2026-11-22T09:00:00.000Z'

describe('a task that is here already', () => {
  test('is brought to what a newer line tells, and keeps what it does not', async () => {
    const b = bench()
    await take(b, [{ uid: first, title: 'a', due: '2026-12-01', notes: 'n', tags: ['x', 'y'], updated_at: early }])
    expect(await take(b, [{ uid: first, title: 'b', tags: ['y', 'z'], due: null, updated_at: late }])).toMatchObject({
      added: 0,
      updated: 1,
    })
    expect(await b.tasks()).toMatchObject([
      { id: 1, uid: first, title: 'b', due: null, notes: 'n', tags: ['y', 'z'], created_at: early, updated_at: late },
    ])
    expect(await take(b, [{ uid: first, title: 'b', tags: ['z', 'y'], updated_at: late }])).toMatchObject({
      unchanged: 1,
    })
  })

  test('is kept where it is newer here or nobody says which is, but with --overwrite', async () => {
    const b = bench()
    await take(b, [{ uid: first, title: 'a', updated_at: late }])
    const older = [{ uid: first, title: 'b', updated_at: early }]
    for (const [records, why] of [
      [older, ', where it changed later'],
      [[{ uid: first, title: 'b' }], ': the file does not say when it changed'],
    ] as const)
      expect(await take(b, records)).toMatchObject({
        added: 0,
        updated: 0,
        unchanged: 0,
        kept: 1,
        notes: [`line 1: "a" kept as here${why}; --overwrite takes the file's`],
      })
    expect(await take(b, older, '--overwrite')).toMatchObject({ updated: 1, kept: 0, notes: [] })
    expect(await b.tasks()).toMatchObject([{ title: 'b', updated_at: early }])
  })

  test('is brought to what the file tells where nothing changed here since it was exported', async () => {
    const b = bench()
    await take(b, [{ uid: first, title: 'a', updated_at: late }])
    const edited = [{ uid: first, title: 'b', updated_at: late }]
    expect(await take(b, edited)).toMatchObject({ updated: 1, kept: 0, notes: [] })
    expect(await b.tasks()).toMatchObject([{ title: 'b', updated_at: '2026-11-23T09:00:00.000Z' }])
    expect(await take(b, edited)).toMatchObject({ unchanged: 1 })
  })

  test('that is kept gets what hangs on it all the same, which is told', async () => {
    const b = bench()
    await take(b, [{ uid: first, title: 'a', updated_at: late }])
    const span = { started_at: early, ended_at: early }
    const older = [{ uid: first, title: 'b', updated_at: early, comments: [{ uid: second, body: 'c' }], time: [span] }]
    expect(await take(b, older)).toMatchObject({
      updated: 1,
      kept: 0,
      notes: [
        `line 1: "a", but for what hangs on it, kept as here, where it changed later; --overwrite takes the file's`,
      ],
    })
    expect(await b.tasks()).toMatchObject([{ title: 'a', updated_at: late }])
    expect(await b.json('task', 'comments', '1')).toMatchObject([{ body: 'c' }])
    expect(await b.json('time', 'list')).toHaveLength(1)
    expect(await take(b, older)).toMatchObject({ updated: 0, kept: 1 })
  })

  test('keeps the fields of formats that the file does not tell', async () => {
    const b = bench()
    await take(b, [{ uid: first, title: 'a', extra: { todotxt: { pri: 'D' }, csv: { x: '1' } }, updated_at: early }])
    await take(b, [{ uid: first, title: 'a', extra: { csv: { y: '2' }, a: { z: 1 } }, updated_at: late }])
    const { stdout } = await b.larry('export', '--as', 'ndjson')
    expect(stdout).toContain('"extra":{"a":{"z":1},"csv":{"y":"2"},"todotxt":{"pri":"D"}}')
  })

  test('gets a series where it gains a recurrence', async () => {
    const b = bench()
    await take(b, [{ uid: first, title: 'a', due: '2026-11-23', updated_at: early }])
    await take(b, [{ uid: first, title: 'a', recurrence: 'FREQ=WEEKLY', series_uid: null, updated_at: late }])
    expect((await b.larry('export', '--as', 'ndjson')).stdout).toContain(`"series_uid":"${first}"`)
    await b.larry('done', '1')
    expect((await b.tasks()).map(({ due }) => due)).toEqual(['2026-11-23', '2026-11-30'])
    expect(await b.larry('db', 'check')).toMatchObject({ code: 0 })
  })

  test('is known by its source, where it has no uid of this file', async () => {
    const b = bench()
    await take(b, [{ source: 'todotxt:1', title: 'a' }])
    expect(await take(b, [{ source: 'todotxt:1', title: 'a' }])).toMatchObject({ added: 0, unchanged: 1 })
    expect(await take(b, [{ uid: second, source: 'todotxt:1', title: 'a' }])).toMatchObject({ added: 0, unchanged: 1 })
    expect(await b.tasks()).toHaveLength(1)
  })

  test('gets what hangs on it once, and loses none of its own', async () => {
    const b = bench()
    await b.larry('add', 'a')
    const { uid } = (await b.tasks())[0]!
    await b.larry('task', 'comment', '1', 'mine')
    const said = [{ body: 'twice' }, { body: 'twice' }, { body: 'once', created_at: early }]
    const record = { uid, title: 'a', comments: said, time: [{ started_at: early, ended_at: early }] }
    expect(await take(b, [record])).toMatchObject({ updated: 1, unchanged: 0 })
    expect(await take(b, [record])).toMatchObject({ updated: 0, unchanged: 1 })
    const bodies = (await b.json<{ body: string }[]>('task', 'comments', '1')).map(({ body }) => body)
    expect(bodies).toEqual(['mine', 'twice', 'twice', 'once'])
    expect(await b.json('time', 'list')).toHaveLength(1)
  })
})

describe('names', () => {
  test('are made where they are missing, which is told; a client of no client_id is the project\u2019s', async () => {
    const b = bench()
    const row = await take(b, [
      { title: 'a', project: 'work/site', client: 'Acme', client_id: 5 },
      { title: 'b', project: 'shop', client: 'Globex', client_id: null },
      { title: 'c', project: 'WORK/SITE', client_id: null },
    ])
    expect(row.notes).toEqual([
      'line 1: new project work/site',
      'line 2: new project shop',
      'line 1: new client Acme',
      'line 2: new client Globex',
    ])
    expect(await b.tasks()).toMatchObject([
      { project: 'work/site', client: 'Acme' },
      { project: 'shop', client: 'Globex', client_id: null },
      { project: 'work/site', client: null },
    ])
  })

  test('of a row that is kept are not made', async () => {
    const b = bench()
    await take(b, [{ uid: first, title: 'a', updated_at: late }])
    const older = { uid: first, title: 'a', project: 'new', client: 'Acme', client_id: 1, updated_at: early }
    expect(await take(b, [older])).toMatchObject({ kept: 1 })
    await take(b, [{ kind: 'project', name: 'own', notes: 'n', updated_at: late }])
    const project = { kind: 'project', name: 'own', client: 'Acme', updated_at: early }
    expect(await take(b, [project])).toMatchObject({ kept: 1 })
    expect(await b.json('project', 'list')).toMatchObject([{ name: 'own', client: null }])
    expect(await b.json('client', 'list')).toEqual([])
    expect(await take(b, [project], '--overwrite')).toMatchObject({ updated: 1, notes: ['line 1: new client Acme'] })
    expect(await b.json('project', 'list')).toMatchObject([{ name: 'own', client: 'Acme' }])
  })

  test('that a record made are filled by their own record, be it behind', async () => {
    const b = bench()
    put(
      b,
      'a.ndjson',
      [
        { title: 'a', project: 'work' },
        { kind: 'project', uid: first, name: 'Work', client: 'Acme', notes: 'n', created_at: early, updated_at: early },
      ]
        .map((record) => JSON.stringify(record))
        .join('\n'),
    )
    await b.larry('import', 'a.ndjson')
    expect(await b.json('project', 'list')).toMatchObject([
      { uid: first, name: 'Work', client: 'Acme', updated_at: early },
    ])
  })

  test('that somebody else has are refused', async () => {
    const b = bench()
    await take(b, [
      { kind: 'client', uid: first, name: 'Acme' },
      { kind: 'client', uid: second, name: 'Globex' },
    ])
    put(b, 'a.ndjson', JSON.stringify({ kind: 'client', uid: first, name: 'globex' }))
    expect(await b.larry('import', 'a.ndjson')).toMatchObject({
      code: 4,
      stderr: 'larry: line 1: another client here is named "Globex"\n  hint: larry client edit renames one\n',
    })
  })
})

describe('what is not alike on the face of it', () => {
  test('is known again: tags beyond the basic plane, a view in another case, a reminder of a message', async () => {
    const b = bench()
    const records = [
      { title: 'a', source: 'x:1', tags: ['\uff5e', '\u{1f389}', 'a'] },
      { kind: 'reminder', message: 'm', at: late, civil_at: '2026-11-22T09:00', zone: 'UTC' },
      { kind: 'view', name: 'Work', filter: '+a', sort: '', columns: '' },
    ]
    await take(b, records)
    put(b, 'b.json', JSON.stringify({ views: [{ name: 'WORK', filter: '+a', sort: '', columns: '' }] }))
    expect(await take(b, records)).toMatchObject({ unchanged: 1, added: 0 })
    expect(await b.json('import', 'b.json')).toMatchObject([{ kind: 'view', added: 0, kept: 1 }])
    expect(await b.json('remind', 'list')).toHaveLength(1)
  })

  test('contradicts what is here, which is refused', async () => {
    const b = bench()
    await b.larry('habit', 'add', 'Run', '--starts', '2026-11-20')
    await take(b, [
      { title: 'a', uid: first, source: 'x:1', updated_at: early },
      { title: 'b', uid: second, source: 'x:2', updated_at: early },
    ])
    for (const [record, message] of [
      [
        { title: 'a', uid: first, source: 'x:2', updated_at: late },
        /^larry: line 1: another task here, 2, has the source "x:2"\n/,
      ],
      [
        { kind: 'habit', name: 'Run', ends_on: '2026-11-01' },
        /^larry: lines 1 to 1: something contradicts what is here: /,
      ],
    ] as const) {
      put(b, 'a.ndjson', JSON.stringify(record))
      const ran = await b.larry('import', 'a.ndjson', '--overwrite')
      expect(ran).toMatchObject({ code: 4, stdout: '' })
      expect(ran.stderr).toMatch(message)
    }
  })
})

describe('what contradicts itself gives way, which is told', () => {
  test.each([
    [{ status: 'done' }, { status: 'done', progress: 100, completed_at: '2026-11-23T09:00:00.000Z' }, []],
    [{ status: 'done', updated_at: early }, { completed_at: early }, []],
    [{ status: 'cancelled', created_at: early, completed_at: late }, { completed_at: late }, []],
    [
      { status: 'todo', completed_at: late },
      { status: 'todo', completed_at: null },
      [`line 1: completed_at ${late} left out: the task is not done`],
    ],
    [
      { recurrence_mode: 'schedule' },
      { recurrence_mode: null },
      ['line 1: recurrence_mode "schedule" left out: the task has no recurrence'],
    ],
    [
      { recurrence_anchor: '2026-12-01', recurrence_exceptions: '2026-12-02', recurrence_paused_at: late },
      { recurrence: null },
      [
        'line 1: recurrence_anchor "2026-12-01" left out: the task has no recurrence',
        'line 1: recurrence_exceptions "2026-12-02" left out: the task has no recurrence',
        `line 1: recurrence_paused_at "${late}" left out: the task has no recurrence`,
      ],
    ],
    [{ recurrence: 'RRULE:FREQ=DAILY;INTERVAL=1' }, { recurrence: 'FREQ=DAILY', recurrence_mode: 'schedule' }, []],
    [{ project_id: 3 }, { project: null }, ['line 1: project_id 3 left out: the file does not name the project']],
    [{ updated_at: '2026-11-20T10:00:00+01:00' }, { updated_at: early, created_at: early }, []],
  ])('%j', async (told, shown, notes) => {
    const b = bench()
    expect((await take(b, [{ title: 'a', ...told }])).notes).toEqual(notes)
    expect(await b.tasks()).toMatchObject([shown])
  })

  test('a recurring task without a series begins one, and goes on when it is done', async () => {
    const b = bench()
    await take(b, [{ title: 'a', due: '2026-11-23', recurrence: 'FREQ=WEEKLY;BYDAY=MO' }])
    await b.larry('done', '1')
    expect((await b.tasks()).map(({ due, status }) => ({ due, status }))).toEqual([
      { due: '2026-11-23', status: 'done' },
      { due: '2026-11-30', status: 'todo' },
    ])
  })
})

describe('what larry prints is taken', () => {
  test('a list as json or ndjson, and one task with all there is to show', async () => {
    const [from, to] = [bench(), bench()]
    await from.larry('add', '-', '--literal')
    await from.larry('add', 'a', '+x', 'every:week', 'due:mon')
    await from.larry('add', 'b', 'depends:1')
    await from.larry('task', 'comment', '2', 'said')
    for (const [as, line] of [
      ['json', ['list', '--json']],
      ['ndjson', ['list', '--format', 'ndjson']],
      ['json', ['show', '2', '--json']],
    ] as const) {
      const { stdout } = await from.larry(...line)
      expect(await to.with({ stdin: stdout })('import', '-', '--as', as)).toMatchObject({ code: 0 })
    }
    expect(await to.tasks()).toEqual(await from.tasks())
    expect(await to.json('task', 'comments', '2')).toMatchObject([{ body: 'said' }])
  })

  test('an empty file is nothing to import; keys of others are kept and given back', async () => {
    const b = bench()
    for (const stdin of ['', '\n\n', '\ufeff'])
      for (const [format, stdout] of [
        ['table', ''],
        ['json', '[]\n'],
        ['ids', ''],
      ] as const)
        expect(await b.with({ stdin })('import', '-', '--as', 'ndjson', '--format', format)).toEqual({
          code: 0,
          stdout,
          stderr: 'larry: warning: nothing in standard input, nothing imported\n',
        })
    await take(b, [{ title: 'a', colour: 'red', size: { w: 1 } }])
    const { stdout } = await b.larry('export', '--as', 'ndjson')
    expect(JSON.parse(stdout)).toMatchObject({ extra: null, colour: 'red', size: { w: 1 } })
  })

  test('what is no JSON at all is refused, and an object that is no task', async () => {
    const b = bench()
    for (const [stdin, message] of [
      ['', 'line 1: not JSON: the text ends too soon'],
      ['{"a":1}', 'line 1: no larry export, and no task'],
    ] as const)
      expect(await b.with({ stdin })('import', '-', '--as', 'json')).toMatchObject({
        code: 2,
        stderr: expect.stringContaining(`larry: ${message}\n`) as string,
      })
    expect(await b.with({ stdin: '{}' })('import', '-', '--as', 'json')).toMatchObject({ code: 0 })
  })

  test('notes are told on stderr, of many the first twenty', async () => {
    const b = bench()
    put(b, 'a.ndjson', Array.from({ length: 150 }, () => '{"title":"a","parent_id":9}').join('\n'))
    const { stdout, stderr } = await b.larry('import', 'a.ndjson', '--format', 'table')
    expect(stdout).toBe('Imported 150 tasks\n')
    const lines = stderr.trimEnd().split('\n')
    expect(lines).toHaveLength(21)
    expect([lines[19], lines[20]]).toEqual([
      'line 20: the task above it is neither here nor in the file: 9',
      'and 130 more notes; --json tells 100 of each kind',
    ])
  })
})

describe('what else is kept is told with its line', () => {
  test.each([
    { kind: 'client', name: 'Acme', notes: 'n' },
    { kind: 'project', name: 'Acme', notes: 'n' },
    { kind: 'habit', name: 'Acme', unit: 'km' },
    { kind: 'view', name: 'Acme', filter: 'is:open', sort: '', columns: '' },
    { kind: 'reminder', message: 'Acme', at: late, civil_at: '2026-11-22T09:00', zone: 'UTC', status: 'fired' },
  ])('$kind', async (record) => {
    const b = bench()
    const stored = { ...record, notes: undefined, unit: undefined, filter: record.filter && '', status: undefined }
    await take(b, [{ ...stored, uid: first, updated_at: late }])
    for (const [updated_at, why] of [
      [early, ', where it changed later'],
      [undefined, ': the file does not say when it changed'],
    ])
      expect(await take(b, [{ ...record, uid: first, updated_at }])).toMatchObject({
        kept: 1,
        notes: [`line 1: "Acme" kept as here${why}; --overwrite takes the file's`],
      })
    expect(await take(b, [{ ...record, uid: first, updated_at: late }])).toMatchObject({ updated: 1, notes: [] })
    expect(await take(b, [{ ...record, uid: first, updated_at: late }])).toMatchObject({ unchanged: 1 })
  })

  test('a comment', async () => {
    const b = bench()
    const task = (body: string, updated_at: string) => [
      { uid: first, title: 'a', updated_at: early, comments: [{ uid: second, body, updated_at }] },
    ]
    await take(b, task('newer', late))
    expect(await take(b, task('older', early))).toMatchObject({
      unchanged: 1,
      notes: [`line 1: the comment on "a" kept as here, where it changed later; --overwrite takes the file's`],
    })
    expect(await take(b, task('edited', late))).toMatchObject({ updated: 1, notes: [] })
    expect(await b.json('task', 'comments', '1')).toMatchObject([{ body: 'edited' }])
  })
})

describe('ids of the file', () => {
  test('beyond all measure are not kept, for any kind, so that there is an id for the next', async () => {
    const b = bench()
    const id = Number.MAX_SAFE_INTEGER
    for (const record of [
      { kind: 'task', id, title: 'a', comments: [{ id, body: 'c' }] },
      { kind: 'client', id, name: 'Acme' },
      { kind: 'habit', id, name: 'Run' },
      { kind: 'reminder', id, message: 'm', at: late, civil_at: '2026-11-22T09:00', zone: 'UTC' },
    ])
      await take(b, [record])
    await take(b, [{ title: 'x' }, { title: 'y' }])
    expect((await b.tasks()).map(({ id: own }) => own)).toEqual([1, 2, 3])
    expect(await b.larry('add', 'z')).toMatchObject({ code: 0 })
    expect(await b.larry('client', 'add', 'Globex')).toMatchObject({ code: 0 })
    expect(await b.larry('task', 'comment', '1', 'd')).toMatchObject({ code: 0 })
  })
})
