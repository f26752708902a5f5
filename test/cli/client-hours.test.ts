import { expect, test } from 'vitest'
import { agency, rows, track } from './agency.ts'

test('the hours of a client are those of its tasks and of its projects, a running timer up to now', async () => {
  const b = await agency()
  track(b, 1, '2026-11-20T09:00:00.000Z', '2026-11-20T10:30:00.000Z')
  track(b, 2, '2026-11-20T11:00:00.000Z', '2026-11-20T11:20:00.000Z', 0)
  track(b, 2, '2026-11-23T08:50:00.000Z', null)
  track(b, 3, '2026-11-21T09:00:00.000Z', '2026-11-21T17:00:00.000Z')
  track(b, 5, '2026-11-21T09:00:00.000Z', '2026-11-21T17:00:00.000Z')
  expect(await b.json('client', 'show', 'acme')).toMatchObject({
    open_tasks: 2,
    done_tasks: 1,
    tracked_seconds: 7200,
    billable_seconds: 6000,
    amount_cents: 14_167,
    last_activity: '2026-11-23T09:00:00.000Z',
  })
})

test('a timer that began in the future of a clock set back takes no time', async () => {
  const b = await agency()
  track(b, 1, '2026-11-23T10:00:00.000Z', null)
  expect(await b.json('client', 'show', 'acme')).toMatchObject({ tracked_seconds: 0, amount_cents: 0 })
})

test('without a rate no money is known; seconds add up before they are rounded once', async () => {
  const b = await agency()
  track(b, 1, '2026-11-20T09:00:00.000Z', '2026-11-20T09:00:20.100Z')
  track(b, 2, '2026-11-20T09:00:00.000Z', '2026-11-20T09:00:20.100Z')
  const shown = () => b.json('client', 'show', 'acme')
  expect(await shown()).toMatchObject({ tracked_seconds: 40, billable_seconds: 40, amount_cents: 94 })
  await b.json('client', 'edit', 'acme', '--rate', 'none')
  expect(await shown()).toMatchObject({ billable_seconds: 40, amount_cents: null })
  expect(await b.json('client', 'show', 'globex')).toMatchObject({
    tracked_seconds: 0,
    amount_cents: null,
    last_activity: null,
  })
})

test('the card words hours and money, and the last activity in the zone of who reads', async () => {
  const b = await agency()
  track(b, 1, '2026-11-23T07:00:00.000Z', '2026-11-23T08:30:00.000Z')
  const { stdout } = await b.larry('client', 'show', 'acme', '--format', 'table', '--tz', 'Asia/Tokyo')
  expect(stdout).toMatch(/^tracked_seconds +1h30m$/m)
  expect(stdout).toMatch(/^amount_cents +127\.50 EUR$/m)
  expect(stdout).toMatch(/^last_activity +2026-11-23 18:00$/m)
})

test('removing a client with tasks, projects and hours, then undo, restores every row', async () => {
  const b = await agency()
  track(b, 1, '2026-11-20T09:00:00.000Z', '2026-11-20T10:30:00.000Z')
  const before = rows(b)
  const gone = await b.with({ now: '2026-11-24T09:00:00Z' })('client', 'remove', 'acme', '--yes')
  expect(gone).toMatchObject({ code: 0, stderr: '' })
  expect((await b.tasks())[0]).toMatchObject({ client: null, updated_at: '2026-11-24T09:00:00.000Z' })
  expect(await b.json('project', 'show', 'work')).toMatchObject({
    client: null,
    updated_at: '2026-11-24T09:00:00.000Z',
  })
  expect(rows(b)['time_entries']).toEqual(before['time_entries'])
  await b.json('undo')
  expect(rows(b)).toEqual(before)
})

test('a task without a client of its own is for that of its project, in lists, filters and groups', async () => {
  const b = await agency()
  const found = async (...words: string[]) =>
    (
      await b.json<{ id: number; client: string | null; client_id: number | null }[]>(
        'list',
        '--all',
        '--sort',
        'id',
        ...words,
      )
    ).map(({ id, client, client_id }) => [id, client, client_id])
  const all = await found()
  const acme = await found('client:acme')
  expect(acme.every(([, client]) => client === 'Acme Corp')).toBe(true)
  expect(acme.some(([, , own]) => own === null)).toBe(true)
  expect(await found('client:none')).toEqual(all.filter(([, client]) => client === null))
  expect(await found('has:client')).toEqual(all.filter(([, client]) => client !== null))
  expect(await found('client:none', 'or', 'has:client')).toEqual(all)
  const groups = await b.json<{ group: string | null; count: number }[]>(
    'list',
    '--all',
    '--group',
    'client',
    '--count',
  )
  expect(groups.find(({ group }) => group === 'Acme Corp')?.count).toBe(acme.length)
  expect(await b.json<{ open_tasks: number; done_tasks: number }>('client', 'show', 'acme')).toMatchObject({
    open_tasks: (await found('client:acme', 'is:open')).length,
  })
})
