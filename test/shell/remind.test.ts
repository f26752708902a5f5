import { expect, test } from 'vitest'
import { type Shell, shell } from '../support/shell.ts'
import { lacks } from '../support/tools.ts'
import { expectHealthy, expectRefusal, program, succeed } from './kit.ts'

/** A shell whose file holds so many reminders that have been due for long. */
async function due(count: number): Promise<Shell> {
  const sh = shell()
  const add = `seq 1 ${count} | sed 's/$/ remind:+1m/' | larry add - -q > ids`
  await succeed(sh, add, { LARRY_NOW: '2026-11-23T09:00:00Z' })
  return sh
}

const stillDue = async (sh: Shell) => (await succeed(sh, 'larry remind due --ids')).split('\n').length - 1

test('two that fire at once print each reminder once', async () => {
  const sh = await due(500)
  await succeed(sh, 'cp larry.db seed')
  const fire = (out: string) => `${program} remind due --fire --ids > ${out}`
  for (let round = 0; round < 3; round++) {
    await succeed(sh, `rm -f larry.db*; cp seed larry.db; ${fire('a')} & ${fire('b')} & wait`)
    expect(await succeed(sh, 'cat a b | sort -n')).toBe(Array.from({ length: 500 }, (_, i) => `${i + 1}\n`).join(''))
  }
  await expectHealthy(sh)
})

test('two that hand over at once hand over each reminder once', async () => {
  const sh = await due(12)
  const hand = `${program} remind due --exec 'echo $LARRY_REMINDER_ID >> handed' -q > /dev/null`
  await succeed(sh, `${hand} & ${hand} & wait`)
  expect(await succeed(sh, 'sort -n handed | tr "\\n" " "')).toBe('1 2 3 4 5 6 7 8 9 10 11 12 ')
  expect(await stillDue(sh)).toBe(0)
})

test('what a reader that left, a full disk or a reader that takes nothing did not get stays due', async () => {
  const sh = await due(500)
  expect(await succeed(sh, 'larry remind due --fire --json | true; echo "${PIPESTATUS[0]}"')).toBe('0\n')
  expect(await stillDue(sh)).toBe(500)
  expectRefusal(await sh.bash('larry remind due --fire > /dev/full'), 1, /could not be written/)
  const table = 'larry remind watch --format table > /dev/full'
  expectRefusal(await sh.bash(table), 1, /could not be written \(ENOSPC\)\n/)
  expect(await stillDue(sh)).toBe(500)
})

test.skipIf(lacks('unshare'))('where the disk has no room to mark them, none is told of', async () => {
  const sh = await due(500)
  const inside = `mount -t tmpfs -o size=6M none disk && cp larry.db* disk && cd disk || exit 99
    fire() { ${program} --db larry.db remind due --fire --ids; }
    for room in 40 160 320; do
      avail=$(df --output=avail -k . | tail -1); head -c $(((avail - room) * 1024)) /dev/zero > fill
      fire; echo "code $?"; rm fill
    done; fire | wc -l`
  const ran = await sh.bash('mkdir disk; unshare -rm bash -c "$INSIDE"', { INSIDE: inside })
  expect(ran.stdout.replaceAll(' ', '')).toBe('code5\ncode5\ncode5\n500\n')
})

test.skipIf(process.platform !== 'linux')('a reader that takes nothing does not keep the file locked', async () => {
  const sh = await due(500)
  const ran = await sh.bash(`mkfifo pipe; sleep 30 < pipe & reader=$!
    larry remind due --fire --json > pipe & fire=$!; sleep 0.5
    larry add afterwards -q; wait $fire; echo "code $?"; kill $reader; larry remind due --ids | wc -l`)
  expect(ran.stdout.replaceAll(' ', '')).toBe('501\ncode5\n500\n')
  expect(ran.stderr).toContain('nobody reads the output; nothing was changed')
})

test('killed while it prints, nothing is lost', async () => {
  const sh = await due(300)
  for (const ms of [60, 90, 120, 150]) {
    await sh.bash(
      `${program} remind due --fire --ids >> out & sleep 0.${String(ms).padStart(3, '0')}; kill -9 $!; wait`,
    )
    expect(await succeed(sh, '(cat out; larry remind due --ids) | sort -nu | wc -l')).toMatch(/^\s*300\n$/)
  }
  await expectHealthy(sh)
})

test.each([
  ['INT', 130],
  ['TERM', 143],
])('SIG%s ends a watch at once, with %i', async (signal, code) => {
  const sh = await due(1)
  const began = Date.now()
  const ran = await sh.bash(
    `set -m; ${program} remind watch --json --no-notify > out & sleep 1; kill -${signal} $!; wait $!`,
  )
  expect(ran.code).toBe(code)
  expect(Date.now() - began).toBeLessThan(8000)
  expect(await succeed(sh, 'cat out')).toMatch(/^\{"id":1,[^\n]*\}\n$/)
  expect(await stillDue(sh)).toBe(0)
})

test('a watch sees what is added meanwhile, in a file that was gone meanwhile', async () => {
  const sh = await due(1)
  const ran = await sh.bash(`set -m; ${program} remind watch --every 1s --format table > out 2> err & watch=$!
    sleep 1; mv larry.db away; sleep 1.6; mv away larry.db
    LARRY_NOW=2026-11-23T09:00:00Z larry remind add --message later +1m -q; sleep 1.6; kill $watch; cat out err`)
  expect(ran.stdout).toMatch(/ "later" · reminder 2\n/)
  expect(ran.stdout.match(/does not exist; trying again/g)).toHaveLength(1)
})

/** A command whose work is done by a process the shell waits for, which notes its id and goes on for a minute. */
const lasting = `sh -c 'echo $$ > working; exec sleep 60' | cat`

/** Whether that process still runs; one that has ended and that nobody asked after does not. */
const goesOn = async (sh: Shell) => (await sh.bash('ps -o stat= -p "$(cat working)" | grep -v Z')).code === 0

test('a command that takes too long is ended with all that it started', async () => {
  const sh = await due(1)
  const ran = await sh.bash(`larry remind due --exec "$LASTING" --timeout 1s`, { LASTING: lasting })
  expect(ran).toMatchObject({ code: 1, stdout: '' })
  expect(ran.stderr).toContain('the command ended with 143 for reminder 1, which stays due')
  expect(await goesOn(sh)).toBe(false)
  expect(await stillDue(sh)).toBe(1)
})

test('a command that does not end by SIGTERM is ended all the same', async () => {
  const sh = await due(1)
  const deaf = `trap "" TERM; sh -c 'echo $$ > working; while :; do sleep 1; done' | cat`
  expect(await sh.bash(`larry remind due --exec "$DEAF" --timeout 1s`, { DEAF: deaf })).toMatchObject({ code: 1 })
  expect(await goesOn(sh)).toBe(false)
})

test.each([
  ['INT', 130],
  ['TERM', 143],
])('SIG%s while a command runs ends it with all that it started, and larry with %i', async (signal, code) => {
  const sh = await due(1)
  const ran = await sh.bash(
    `${program} remind due --exec "$LASTING" & until [ -s working ]; do sleep 0.1; done; kill -${signal} $!; wait $!`,
    { LASTING: lasting },
  )
  expect(ran).toMatchObject({ code, stdout: '' })
  expect(await goesOn(sh)).toBe(false)
  expect(await stillDue(sh)).toBe(1)
})

test('what a command that succeeds leaves running goes on', async () => {
  const sh = await due(1)
  await succeed(sh, `larry remind due --exec 'sleep 60 > /dev/null 2>&1 & echo $! > working' -q`)
  expect(await goesOn(sh)).toBe(true)
  await succeed(sh, 'kill "$(cat working)"')
})
