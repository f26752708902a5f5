import { describe, expect, test } from 'vitest'
import { type Bench, bench } from '../support/larry.ts'
import { put } from './exchange-seed.ts'

const uid = (at: number) => `01a2097a-ee6c-7d3f-bcea-${String(at).padStart(12, '0')}`
const early = '2026-11-20T09:00:00.000Z'
const late = '2026-11-22T09:00:00.000Z'
const lines = (...records: readonly object[]) => records.map((record) => JSON.stringify(record)).join('\n')

async function take(b: Bench, ...records: readonly object[]) {
  put(b, 'a.ndjson', lines(...records))
  const ran = await b.larry('import', 'a.ndjson', '--json')
  return { code: ran.code, said: ran.stderr, rows: ran.code === 0 ? (JSON.parse(ran.stdout) as unknown[]) : [] }
}

/** What one has, taken by another. */
async function sync(from: Bench, to: Bench) {
  const { stdout } = await from.larry('export', '--as', 'ndjson')
  const ran = await to.with({ stdin: stdout })('import', '-', '--as', 'ndjson')
  return { ran, ...(ran.code === 0 && { same: (await to.larry('export', '--as', 'ndjson')).stdout === stdout }) }
}

describe('twins are two, where their uids say so:', () => {
  test('reminders of one message and moment, however far apart', async () => {
    const b = bench()
    const moment = { kind: 'reminder', message: 'm', at: late, civil_at: '2026-11-22T09:00', zone: 'UTC' }
    const all = Array.from({ length: 1500 }, (_, at) => ({ ...moment, uid: uid(at) }))
    expect(await take(b, ...all)).toMatchObject({ rows: [{ added: 1500 }] })
    expect(await take(b, ...all)).toMatchObject({ rows: [{ added: 0, unchanged: 1500 }] })
    expect(await take(b, moment, moment, { ...moment, uid: uid(7) })).toMatchObject({ rows: [{ unchanged: 3 }] })
  })

  test('reminders without a uid are not the row of one before them', async () => {
    const b = bench()
    const moment = { kind: 'reminder', message: 'm', at: late, civil_at: '2026-11-22T09:00', zone: 'UTC' }
    const all = [{ ...moment, uid: uid(1) }, moment, moment]
    expect(await take(b, ...all)).toMatchObject({ rows: [{ added: 3 }] })
    expect(await take(b, ...all)).toMatchObject({ rows: [{ added: 0, unchanged: 3 }] })
  })

  test.each([
    ['time', { started_at: early, ended_at: late }, ['time', 'list']],
    ['comments', { body: 'same', created_at: early }, ['task', 'comments', '1']],
    ['reminders', { at: late, civil_at: '2026-11-22T09:00', zone: 'UTC' }, ['remind', 'list']],
  ])('of %s of a task the one removed comes back, and one without a uid is the one left', async (key, one, list) => {
    const b = bench()
    const task = (...some: readonly object[]) => ({ uid: uid(1), title: 'a', updated_at: early, [key]: some })
    await take(b, task({ ...one, uid: uid(2) }))
    expect(await take(b, task({ ...one, uid: uid(3) }, { ...one, uid: uid(2) }))).toMatchObject({
      rows: [{ updated: 1 }],
    })
    expect(await take(b, task(one, { ...one, uid: uid(2) }))).toMatchObject({ rows: [{ unchanged: 1 }] })
    expect(await b.json(...list)).toHaveLength(2)
  })
})

describe('a timer that moved to another task is taken:', () => {
  test('the one that ended ends, be its line behind', async () => {
    const [from, to] = [bench(), bench()]
    await from.larry('add', 'a')
    await from.larry('add', 'b')
    await from.larry('time', 'start', '2')
    await sync(from, to)
    const later = from.with({ now: '2026-11-23T10:00:00.000Z' })
    await later('time', 'stop')
    await later('time', 'start', '1')
    expect(await sync(from, to)).toMatchObject({ ran: { code: 0, stderr: '' }, same: true })
    expect(await sync(from, to)).toMatchObject({ ran: { code: 0 }, same: true })
  })

  test('one that ended here since stays ended, whatever runs', async () => {
    const [from, to] = [bench(), bench()]
    await from.larry('add', 'a')
    await from.larry('time', 'start', '1')
    await sync(from, to)
    const later = to.with({ now: '2026-11-23T10:00:00.000Z' })
    await later('time', 'stop')
    await later('time', 'start', '1')
    const before = await to.json('time', 'list')
    expect(await sync(from, to)).toMatchObject({
      ran: {
        code: 0,
        stderr: `line 1: the time entry on "a" kept as here, where it changed later; --overwrite takes the file's\n`,
      },
    })
    expect(await to.json('time', 'list')).toEqual(before)
  })

  test('but not beside one that runs on here', async () => {
    const b = bench()
    await b.larry('add', 'mine')
    await b.larry('time', 'start', '1')
    expect(await take(b, { title: 'a', time: [{ started_at: early, ended_at: null }] })).toMatchObject({
      code: 4,
      said: expect.stringContaining('line 1: a timer runs, and so does one here, on task 1') as string,
    })
  })
})

describe('names that moved are taken:', () => {
  test.each([
    ['client', {}],
    ['project', {}],
    ['habit', {}],
    ['view', { filter: '', sort: '', columns: '' }],
  ])('of a %s to another, and between two', async (kind, rest) => {
    const b = bench()
    const one = (at: number, name: string, updated_at: string) => ({ kind, ...rest, uid: uid(at), name, updated_at })
    const names = async () =>
      (await b.json<{ uid: string; name: string }[]>(kind, 'list')).map((row) => `${row.name} ${row.uid.at(-1)}`).sort()
    await take(b, one(1, 'X', early), one(2, 'Y', early))
    expect(await take(b, one(2, 'X', late), one(1, 'Z', late))).toMatchObject({ rows: [{ updated: 2 }] })
    expect(await names()).toEqual(['X 2', 'Z 1'])
    const latest = '2026-11-23T09:00:00.000Z'
    expect(await take(b, one(1, 'x', latest), one(2, 'Z', latest))).toMatchObject({ rows: [{ updated: 2 }] })
    expect(await names()).toEqual(['Z 2', 'x 1'])
    await b.larry('undo')
    expect(await names()).toEqual(['X 2', 'Z 1'])
  })

  test('not one that its owner here keeps', async () => {
    const b = bench()
    const one = (at: number, name: string, updated_at: string) => ({ kind: 'client', uid: uid(at), name, updated_at })
    await take(b, one(1, 'X', late), one(2, 'Y', early))
    expect(await take(b, one(1, 'Z', early), one(2, 'X', late))).toMatchObject({
      code: 4,
      said: expect.stringContaining('line 2: another client here is named') as string,
    })
  })
})

test('a client or project that was only named is filled by its record, older or not, and takes its uid', async () => {
  const b = bench()
  await take(b, { title: 'a', project: 'work', client: 'Acme' })
  const records = [
    {
      kind: 'client',
      uid: uid(1),
      name: 'Acme',
      rate_cents: 8000,
      currency: 'EUR',
      created_at: early,
      updated_at: early,
    },
    { kind: 'project', uid: uid(2), name: 'work', client: 'Acme', created_at: early, updated_at: early },
  ]
  expect(await take(b, ...records)).toMatchObject({
    rows: [
      { kind: 'client', added: 0, updated: 1, kept: 0 },
      { kind: 'project', added: 0, updated: 1, kept: 0 },
    ],
  })
  expect(await b.json('client', 'list')).toMatchObject([{ id: 1, uid: uid(1), rate_cents: 8000, created_at: early }])
  expect(await b.json('project', 'list')).toMatchObject([{ id: 1, uid: uid(2), client: 'Acme', updated_at: early }])
  expect(await take(b, ...records)).toMatchObject({ rows: [{ unchanged: 1 }, { unchanged: 1 }] })
})

test('checks of a habit are taken each by its own moment, though the habit is newer here', async () => {
  const b = bench()
  const habit = { kind: 'habit', uid: uid(1), name: 'Run', starts_on: '2026-11-01' }
  const check = { on: '2026-11-02', amount: 1, created_at: early, updated_at: early }
  await take(b, { ...habit, target: 2, updated_at: late, checks: [{ ...check, updated_at: late }] })
  const other = { ...check, on: '2026-11-03', amount: 3 }
  const older = { ...habit, target: 5, updated_at: early, checks: [{ ...check, amount: 7 }, other] }
  expect(await take(b, older)).toMatchObject({ rows: [{ updated: 1, kept: 0 }] })
  expect(await take(b, older)).toMatchObject({ rows: [{ updated: 0, kept: 1 }] })
  const { stdout } = await b.larry('export', '--as', 'ndjson')
  expect(JSON.parse(stdout)).toMatchObject({
    target: 2,
    checks: [{ ...check, updated_at: late }, other],
  })
})
