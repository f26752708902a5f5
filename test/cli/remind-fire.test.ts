import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { main } from '../../src/cli/main.ts'
import { Interrupted, type Output, ReaderLeft } from '../../src/cli/runtime.ts'
import { type Bench, bench } from '../support/larry.ts'
import { runtimeIn } from '../support/runtime.ts'
import { at, type ReminderJson, reminded, reminders } from './remind-seed.ts'

/** Runs at half past nine, when the tea and the standup are due. */
const late = (b: Bench) => b.with({ now: at('09:30') })

async function states(b: Bench): Promise<string[]> {
  const all = await reminders(b)
  return all.toSorted((x, y) => x.id - y.id).map(({ id, civil_at, status }) => `${id} ${civil_at.slice(5)} ${status}`)
}

const before = ['1 11-26T09:00 pending', '2 11-23T10:00 pending', '3 11-23T09:05 pending', '4 11-23T09:30 pending']
const fired = ['1 11-26T09:00 pending', '2 11-23T10:00 pending', '3 11-23T09:05 fired', '4 11-24T09:30 pending']

test('remind due lists what is due, the oldest first, and changes nothing', async () => {
  const b = await reminded()
  const bytes = readFileSync(b.file)
  expect(await late(b)('remind', 'due', '--ids')).toEqual({ code: 0, stdout: '3\n4\n', stderr: '' })
  expect(await late(b)('remind', 'due', '--exit-code', '--ids')).toMatchObject({ code: 0 })
  expect(await b.larry('remind', 'due', '--exit-code')).toEqual({ code: 1, stdout: '', stderr: 'No reminders.\n' })
  expect(await b.larry('remind', 'due', '--fire', '--exit-code')).toMatchObject({ code: 1, stdout: '' })
  expect(readFileSync(b.file).equals(bytes)).toBe(true)
})

test('--fire prints what is due and marks it; a repeating one goes on to its next moment', async () => {
  const b = await reminded()
  const ran = await late(b)('remind', 'due', '--fire', '--json')
  expect(JSON.parse(ran.stdout) as ReminderJson[]).toMatchObject([
    { id: 3, at: at('09:05'), status: 'fired', fired_at: at('09:30') },
    { id: 4, at: at('09:30'), status: 'pending', fired_at: at('09:30') },
  ])
  expect(await states(b)).toEqual(fired)
  expect(await late(b)('remind', 'due', '--fire', '--json')).toEqual({ code: 0, stdout: '[]\n', stderr: '' })
})

test('one that repeats and was missed for weeks fires once', async () => {
  const b = await reminded()
  const now = '2026-12-18T12:00:00.000Z'
  await b.json('remind', 'remove', '1-3', '--yes')
  expect((await b.with({ now })('remind', 'due', '--fire', '--ids')).stdout).toBe('4\n')
  expect((await b.with({ now })('remind', 'due', '--fire', '--ids')).stdout).toBe('')
  expect(await states(b)).toEqual(['4 12-21T09:30 pending'])
})

test('a rule that has ended leaves its reminder fired', async () => {
  const b = bench()
  await b.json('remind', 'add', '--message', 'Twice', '9:10', '--every', 'hour for 2 times')
  const fire = async (time: string) => (await b.with({ now: at(time) })('remind', 'due', '--fire', '--ids')).stdout
  expect(await fire('09:10')).toBe('1\n')
  expect(await states(b)).toEqual(['1 11-23T10:10 pending'])
  expect(await fire('10:10')).toBe('1\n')
  expect(await states(b)).toEqual(['1 11-23T10:10 fired'])
})

test('a repeating one keeps to the zone it was made in, whoever fires it', async () => {
  const b = bench()
  await b.larry('remind', 'add', '--message', 'Standup', '2027-03-27 09:00', '--every', 'day', '--tz', 'Europe/Vienna')
  await b.with({ now: '2027-03-27T08:00:00.000Z' })('remind', 'due', '--fire', '--tz', 'Asia/Tokyo')
  expect(await reminders(b)).toMatchObject([
    { at: '2027-03-28T07:00:00.000Z', civil_at: '2027-03-28T09:00', zone: 'Europe/Vienna' },
  ])
})

test('a dry run prints the same and marks nothing', async () => {
  const b = await reminded()
  const ran = await late(b)('remind', 'due', '--fire', '--ids', '--dry-run')
  expect(ran).toEqual({ code: 0, stdout: '3\n4\n', stderr: 'dry run: nothing was written\n' })
  expect(await late(b)('remind', 'due', '--exec', 'touch ran', '--ids', '--dry-run')).toMatchObject({
    stdout: '3\n4\n',
  })
  expect(existsSync(join(b.folder, 'ran'))).toBe(false)
  expect(await states(b)).toEqual(before)
})

test('what could not be written is not marked', async () => {
  const b = await reminded()
  const run = runtimeIn(b, { now: at('09:30') })
  const gone = () => {
    throw new ReaderLeft('gone')
  }
  const stdout = { ...run.runtime.stdout, write: gone, within: () => stdout }
  expect(await main(['remind', 'due', '--fire'], { ...run.runtime, stdout })).toBe(0)
  expect(await states(b)).toEqual(before)
})

test('a field there is not is found before anything is marked or handed over', async () => {
  const b = await reminded()
  for (const how of [['--fire'], ['--exec', 'touch ran']])
    expect(await late(b)('remind', 'due', ...how, '--fields', 'tittle')).toMatchObject({ code: 2, stdout: '' })
  expect(existsSync(join(b.folder, 'ran'))).toBe(false)
  expect(await states(b)).toEqual(before)
})

test('undo passes over a firing: it takes back what the user did, also the adding of what has fired', async () => {
  const b = await reminded()
  await late(b)('remind', 'due', '--fire')
  expect(await b.json('undo')).toMatchObject([{ command: 'remind add' }])
  expect(await states(b)).toEqual(fired.slice(0, 3))
  expect(await b.json('undo')).toMatchObject([{ command: 'remind add' }])
  await b.json('redo')
  expect(await states(b)).toEqual(fired.slice(0, 3))
  expect(await b.json('history', 'list')).toHaveLength(7)
  const checks = await b.json<{ check: string; status: string }[]>('db', 'check')
  expect(checks).toContainEqual(expect.objectContaining({ check: 'history', status: 'ok' }))
})

test('undo of a task whose reminder fired takes both, and redo brings it back as fired', async () => {
  const b = bench()
  await b.json('add', 'Call Bob', 'remind:+5m')
  await late(b)('remind', 'due', '--fire')
  await b.json('undo')
  expect(await b.tasks()).toEqual([])
  expect(await reminders(b)).toEqual([])
  await b.json('redo')
  expect(await states(b)).toEqual(['1 11-23T09:05 fired'])
})

test('--exec is handed each as a line of JSON and its id, and marks those for which it succeeds', async () => {
  const b = await reminded()
  const ran = await late(b)(
    'remind',
    'due',
    '--exec',
    'cat >> got; echo "$LARRY_REMINDER_ID" >> ids; test $LARRY_REMINDER_ID = 4',
    '--ids',
  )
  expect(ran).toEqual({
    code: 1,
    stdout: '4\n',
    stderr: 'larry: warning: the command ended with 1 for reminder 3, which stays due\n',
  })
  const got = readFileSync(join(b.folder, 'got'), 'utf8').trimEnd().split('\n')
  expect(got.map((line) => JSON.parse(line) as ReminderJson)).toMatchObject([
    { id: 3, title: 'Tea is ready', status: 'pending' },
    { id: 4, title: 'Standup' },
  ])
  expect(readFileSync(join(b.folder, 'ids'), 'utf8')).toBe('3\n4\n')
  expect(await states(b)).toEqual([...before.slice(0, 3), '4 11-24T09:30 pending'])
  expect(await reminders(b)).toContainEqual(expect.objectContaining({ id: 3, snoozed_until: null, fired_at: null }))
})

test('what the command writes goes to stderr, so that stdout is the rows alone', async () => {
  const b = await reminded()
  const ran = await late(b)('remind', 'due', '--exec', 'echo said', '--ids')
  expect(ran).toEqual({ code: 0, stdout: '3\n4\n', stderr: 'said\nsaid\n' })
})

test('while the command runs the file is free and nobody else is handed the same', async () => {
  const b = await reminded()
  let inner: unknown
  const { runtime } = runtimeIn(b, { now: at('09:30') })
  const code = await main(['remind', 'due', '--exec', 'anything'], {
    ...runtime,
    run: async () => {
      inner ??= [
        await late(b)('remind', 'due', '--ids'),
        await late(b)('remind', 'dismiss', '4', '-q'),
        await late(b)('remind', 'snooze', '3', '+1h', '-q'),
      ]
      return { code: 0, output: '' }
    },
  })
  expect(code).toBe(0)
  expect(inner).toMatchObject([{ stdout: '4\n' }, { code: 0 }, { code: 0 }])
  expect(await reminders(b)).toContainEqual(
    expect.objectContaining({ id: 3, status: 'pending', snoozed_until: at('10:30'), fired_at: null }),
  )
  expect(await states(b)).toContain('4 11-23T09:30 dismissed')
})

/** Hands what is due at 09:30 to a command that ends with `code`, while something else is done about it. */
async function handing(b: Bench, code: number, meanwhile: () => Promise<unknown>): Promise<ReminderJson[]> {
  const ran = runtimeIn(b, { now: at('09:30') })
  await main(['remind', 'due', '--exec', 'anything', '--json'], {
    ...ran.runtime,
    run: async () => {
      await meanwhile()
      return { code, output: '' }
    },
  })
  return JSON.parse(ran.stdout()) as ReminderJson[]
}

test('a rule taken away while the command runs stays away', async () => {
  const b = bench()
  await b.json('remind', 'add', '--message', 'Stretch', '9:30', '--every', 'day')
  const told = await handing(b, 0, () => b.json('remind', 'edit', '1', '--every', 'none'))
  expect(told).toMatchObject([{ id: 1, rule: null, status: 'fired', snoozed_until: null, fired_at: at('09:30') }])
  expect(await reminders(b)).toMatchObject([{ civil_at: '2026-11-23T09:30', rule: null, status: 'fired' }])
})

test('another moment given while the command runs is kept, whatever the command comes to', async () => {
  for (const code of [0, 1]) {
    const b = bench()
    await b.json('remind', 'add', '--message', 'Stretch', '9:30', '--every', 'day')
    await handing(b, code, () => b.json('remind', 'edit', '1', '11:00', '--every', 'week'))
    expect(await reminders(b)).toMatchObject([{ civil_at: '2026-11-23T11:00', status: 'pending', fired_at: null }])
  }
})

test('a message changed while a command fails is kept, with the time of the change', async () => {
  const b = bench()
  await b.json('remind', 'add', '--message', 'Stretch', '9:30')
  const edit = () => b.with({ now: at('09:31') })('remind', 'edit', '1', '--message', 'Walk')
  expect(await handing(b, 1, edit)).toEqual([])
  expect(await reminders(b)).toMatchObject([{ title: 'Walk', snoozed_until: null, updated_at: at('09:31') }])
})

test('what larry was killed over is due again when the lease has run out', async () => {
  const b = await reminded()
  const { runtime } = runtimeIn(b, { now: at('09:05') })
  const due = async (time: string) => (await b.with({ now: at(time) })('remind', 'due', '--ids')).stdout
  let seen: string[] = []
  await main(['remind', 'due', '--exec', 'x', '--timeout', '5m'], {
    ...runtime,
    run: async () => {
      seen = [await due('09:10'), await due('09:11')]
      return { code: 1, output: '' }
    },
  })
  expect(seen).toEqual(['', '3\n'])
})

test('when larry is interrupted while the command runs, its reminder is due again at once', async () => {
  const b = await reminded()
  const { runtime } = runtimeIn(b, { now: at('09:30') })
  const run = () => Promise.reject(new Interrupted(130))
  expect(await main(['remind', 'due', '--exec', 'x'], { ...runtime, run })).toBe(130)
  expect((await late(b)('remind', 'due', '--ids')).stdout).toBe('3\n4\n')
  expect(await states(b)).toEqual(before)
})

test('a command that takes too long is ended, and its reminder stays due', async () => {
  const b = await reminded()
  const run = runtimeIn(b, { now: at('09:05') })
  const code = await main(['remind', 'due', '--exec', 'exec sleep 60'], {
    ...run.runtime,
    run: (program, args, how) => run.runtime.run(program, args, { ...how, limit: 100 }),
  })
  expect(code).toBe(1)
  expect(run.stderr()).toBe('larry: warning: the command ended with 143 for reminder 3, which stays due\n')
  expect(await states(b)).toEqual(before)
})

test('a command that reads nothing, and one that is not there, are told by their exit code', async () => {
  const b = await reminded()
  await b.json('remind', 'add', '--message', 'x'.repeat(10_000), '9:06')
  expect(await late(b)('remind', 'due', '--exec', 'true', '--ids')).toMatchObject({ code: 0, stdout: '3\n5\n4\n' })
  await b.json('remind', 'snooze', '3', '9:07')
  const { code, stderr } = await late(b)('remind', 'due', '--exec', 'no-such-program 2>&-')
  expect({ code, stderr }).toEqual({
    code: 1,
    stderr: 'larry: warning: the command ended with 127 for reminder 3, which stays due\n',
  })
})

/** Puts a program on a PATH of its own that notes its arguments, a line each. */
function noting(b: Bench, name: string, body = 'printf "%s\\n" "$@" >> noted'): Record<string, string> {
  writeFileSync(join(b.folder, name), `#!/bin/sh\n${body}\n`)
  chmodSync(join(b.folder, name), 0o755)
  return { PATH: `${b.folder}:/usr/bin:/bin` }
}

test('--notify hands the text to notify-send as it is, escaped for no shell', async () => {
  const b = bench()
  await b.json('remind', 'add', '--message', '-x "$(touch bad)" \u001b[1m', '9:05')
  const env = noting(b, 'notify-send')
  expect(await b.with({ now: at('09:30'), env })('remind', 'due', '--fire', '--notify', '-q')).toMatchObject({
    code: 0,
  })
  expect(readFileSync(join(b.folder, 'noted'), 'utf8')).toBe(
    '--app-name=larry\n--\n-x "$(touch bad)" \\x1b[1m\n09:05\n',
  )
})

test('of many reminders the last notice is their number', async () => {
  const b = bench()
  const env = noting(b, 'notify-send', 'echo "$3" >> noted')
  for (const message of ['a', 'b', 'c', 'd', 'e']) await b.json('remind', 'add', '--message', message, '9:05')
  await b.with({ now: at('09:30'), env })('remind', 'due', '--fire', '--notify')
  expect(readFileSync(join(b.folder, 'noted'), 'utf8')).toBe('a\nb\n3 more reminders\n')
})

test('a notifier that fails is warned of once, and fails a quiet run', async () => {
  const b = await reminded()
  const env = noting(b, 'notify-send', 'echo no display >&2; exit 1')
  const warning = 'larry: warning: notify-send ended with 1: no display\n'
  const fire = ['remind', 'due', '--fire', '--notify', '--ids']
  expect(await b.with({ now: at('09:30'), env })(...fire)).toEqual({ code: 0, stdout: '3\n4\n', stderr: warning })
  const next = b.with({ now: '2026-11-24T09:30:00.000Z', env })
  expect(await next(...fire, '-q')).toMatchObject({ code: 1, stderr: warning })
  const handed = b.with({ now: '2026-11-25T09:30:00.000Z', env })
  expect(await handed('remind', 'due', '--exec', 'true', '--notify', '--ids')).toEqual({
    code: 0,
    stdout: '4\n',
    stderr: warning,
  })
})

test('after a notice that hung no more are shown', async () => {
  const b = await reminded()
  const run = runtimeIn(b, { now: at('09:30'), env: noting(b, 'notify-send', 'echo "$3" >> noted; exec sleep 60') })
  const code = await main(['remind', 'due', '--fire', '--notify', '--ids'], {
    ...run.runtime,
    run: (program, args, how) => run.runtime.run(program, args, { ...how, limit: 300 }),
  })
  expect({ code, said: run.stderr() }).toEqual({ code: 0, said: 'larry: warning: notify-send ended with 143\n' })
  expect(readFileSync(join(b.folder, 'noted'), 'utf8')).toBe('Tea is ready\n')
})

test('where there is no notifier nothing is said of it', async () => {
  const b = await reminded()
  const none = b.with({ now: at('09:05'), env: { PATH: '/nowhere' } })
  expect(await none('remind', 'due', '--fire', '--notify', '--ids')).toEqual({ code: 0, stdout: '3\n', stderr: '' })
})

/** Watches until what it says is `enough`, as a reader that leaves then. */
async function watch(b: Bench, argv: readonly string[], enough: RegExp, now = at('09:30')): Promise<string> {
  const run = runtimeIn(b, { now, env: { PATH: '/nowhere' } })
  const leaving = (stream: Output) => ({
    ...stream,
    write: (text: string | Uint8Array) => {
      stream.write(text)
      if (enough.test(run.stdout() + run.stderr())) throw new ReaderLeft('enough')
    },
    within: () => stdout,
  })
  const stdout: Output = leaving(run.runtime.stdout)
  const stderr = leaving(run.runtime.stderr)
  expect(await main(['remind', 'watch', '--every', '1s', ...argv], { ...run.runtime, stdout, stderr })).toBe(0)
  return `${run.stdout()}${run.stderr()}`
}

test('watch tells what is due, a line each, until its reader leaves; what was not read stays due', async () => {
  const b = await reminded()
  expect(await watch(b, ['--format', 'table'], /Standup/)).toBe(
    '09:05 "Tea is ready" · reminder 3\n09:30 "Standup" · reminder 4\n',
  )
  expect(await states(b)).toEqual(before)
})

test('watch hands reminders to a command and tells of those that failed', async () => {
  const b = await reminded()
  const said = await watch(b, ['--json', '--exec', 'test $LARRY_REMINDER_ID = 3'], /stays due/)
  expect(said).toMatch(/^\{"id":3,.*\}\nlarry: warning: the command ended with 1 for reminder 4, which stays due\n$/)
  expect(await states(b)).toEqual([
    '1 11-26T09:00 pending',
    '2 11-23T10:00 pending',
    '3 11-23T09:05 fired',
    '4 11-23T09:30 pending',
  ])
})

test('watch waits for a file that is not there, and says so', async () => {
  const b = bench({ empty: true })
  expect(await watch(b, [], /trying again/)).toBe(`larry: warning: ${b.file} does not exist; trying again\n`)
  expect(existsSync(b.file)).toBe(false)
})
