import { appendFileSync, mkdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { bench } from '../support/larry.ts'
import { inFile, insertTasks } from './stores.ts'

test('optimize tells SQLite how the tables are filled and changes no task', async () => {
  const b = bench()
  await b.larry('add', 'one', '+home')
  const before = await b.tasks()
  expect(await b.larry('db', 'optimize', '--format', 'table')).toMatchObject({ code: 0, stderr: '' })
  expect(inFile(b.file, (handle) => handle.prepare('select count(*) from sqlite_stat1').pluck().get())).toBeGreaterThan(
    0,
  )
  expect(await b.tasks()).toEqual(before)
  expect(await b.larry('undo')).toMatchObject({ code: 0 })
  expect(await b.tasks()).toEqual([])
})

test('--vacuum gives empty space back, a dry run only says how much', async () => {
  const { file, larry, json } = bench()
  inFile(file, (handle) => {
    insertTasks(handle, 'big')
    handle.exec(`update tasks set notes = hex(zeroblob(${2 << 20})); update tasks set notes = null`)
  })
  const before = statSync(file).size
  const dry = await json<{ free_bytes: number; bytes_after: number }>('db', 'optimize', '--vacuum', '--dry-run')
  expect(dry.free_bytes).toBeGreaterThan(4_000_000)
  expect(statSync(file).size).toBe(before)
  const done = await json<{ bytes_before: number; bytes_after: number }>('db', 'optimize', '--vacuum')
  expect(done).toMatchObject({ bytes_before: before, free_bytes: 0 })
  expect(statSync(file).size).toBe(done.bytes_after)
  expect(done.bytes_after).toBeLessThan(before - dry.free_bytes / 2)
  expect(await larry('db', 'check')).toMatchObject({ code: 0 })
})

test('optimize makes no file, and refuses a field that is none before it does anything', async () => {
  const { larry } = bench({ empty: true })
  expect(await larry('db', 'optimize')).toMatchObject({ code: 3, stderr: expect.stringMatching(/does not exist/) })
  expect(await bench().larry('db', 'optimize', '--fields', 'size')).toMatchObject({ code: 2 })
})

test('slow lists what took long, newest first, a page at a time, and tells of lines it cannot read', async () => {
  const { folder, larry, json } = bench()
  expect(await larry('db', 'slow')).toMatchObject({ code: 0, stdout: '', stderr: 'No slow operations.\n' })
  const state = join(folder, '.local/state/larry')
  mkdirSync(state, { recursive: true })
  const entry = (at: string) => ({ at, command: 'task add', ms: 1500.25, slowest: 'insert', slowest_ms: 1200 })
  const times = [1, 2, 3].map((day) => `2026-11-0${day}T09:00:00.000Z`)
  appendFileSync(join(state, 'slow.ndjson'), `${times.map((at) => JSON.stringify(entry(at))).join('\n')}\n{"at":"2026`)
  expect(await json('db', 'slow')).toEqual(times.toReversed().map(entry))
  expect(await json('db', 'slow', '-l', '1', '--offset', '1')).toEqual([entry(times[1]!)])
  const { stdout, stderr } = await larry('db', 'slow', '--format', 'table')
  expect(stdout).toMatch(
    /^at +command +ms +slowest_ms +slowest\n2026-11-03T09:00:00.000Z {2}task add {2}1500 +1200 +insert\n/,
  )
  expect(stderr).toBe('1 line of the slow log cannot be read\n')
})
