import { expect, test } from 'vitest'
import { longRun } from '../faults/figures.ts'
import { shell } from '../support/shell.ts'
import { lacks } from '../support/tools.ts'
import { expectHealthy, json, numbered, program, shellWith, succeed, titlesOf } from './kit.ts'

/** LARRY_PROCESSES=64 LARRY_ADDS=25 makes the long run. */
const processes = Number(process.env['LARRY_PROCESSES'] ?? 12)
const adds = Number(process.env['LARRY_ADDS'] ?? 5)

/** Runs a line `count` times at once; `$i` is the number of the run. Gives the exit codes, sorted. */
const atOnce = (count: number, line: string) =>
  `for i in $(seq ${count}); do (${line}; echo $? >> codes) & done; wait; sort -n codes | uniq -c; rm codes`

test('many processes that add at once all succeed and lose nothing, from no file on', longRun, async () => {
  const sh = shell()
  const ran = await sh.bash(
    `for p in $(seq ${processes}); do (for i in $(seq ${adds}); do ${program} add "p$p n$i" -q; echo "exit $?"; done > "out$p" 2> "err$p") & done; wait; cat err* | grep -v '^larry: warning: '; cat out* | grep -c '^exit 0$'`,
  )
  expect(ran).toMatchObject({ code: 0, stdout: `${processes * adds}\n`, stderr: '' })
  const expected = Array.from({ length: processes }, (_, p) =>
    numbered(adds, `p${p + 1} n`).map((t) => t.replace('n ', 'n')),
  )
  expect((await titlesOf(sh)).toSorted()).toEqual(expected.flat().toSorted())
  await expectHealthy(sh)
})

test('first runs at once in the default place make one database', async () => {
  const sh = shell()
  const ran = await sh.bash(
    `unset LARRY_DB; ${atOnce(8, 'larry add "task $i" -q > /dev/null')}; larry list --count; larry db check > /dev/null`,
  )
  expect(ran).toMatchObject({ code: 0, stderr: '' })
  expect(ran.stdout.trim().split(/\s+/)).toEqual(['8', '0', '8'])
})

test('of migrations at once on a missing file one applies and the others are up to date', async () => {
  for (let round = 0; round < 2; round++) {
    const sh = shell()
    const ran = await sh.bash(
      `for i in 1 2 3 4; do larry db migrate --format table > "out$i" & done; wait; cat out* | sort`,
    )
    expect(ran).toMatchObject({ code: 0, stderr: '' })
    expect(ran.stdout.match(/Migrated up: 0001_tasks/g)).toHaveLength(1)
    expect(ran.stdout.match(/Up to date: schema \d+/g)).toHaveLength(3)
  }
})

test('commands during an upgrade wait for it and then work', async () => {
  const sh = await shellWith(numbered(20))
  await succeed(sh, 'larry db migrate --to 1 --yes')
  const ran = await sh.bash(
    atOnce(8, '((i % 2)) && larry add "new $i" -q > /dev/null || larry list --count > /dev/null'),
  )
  expect(ran.stdout.trim().split(/\s+/)).toEqual(['8', '0'])
  expect(await titlesOf(sh)).toHaveLength(24)
})

test.skipIf(lacks('jq'))('readers during writes never fail and never see half an add', async () => {
  const sh = await shellWith(numbered(10))
  const ran = await sh.bash(`
    (for i in 1 2 3 4; do seq 1 250 | larry add - --literal -q > /dev/null || echo failed; done; touch stop) &
    for r in 1 2; do (while [ ! -e stop ]; do larry list --all --json | jq length || echo failed; done) & done; wait`)
  expect(ran).toMatchObject({ code: 0, stderr: '' })
  const counts = ran.stdout
    .trimEnd()
    .split('\n')
    .filter((line) => line !== '')
  expect(new Set(counts.filter((count) => !['10', '260', '510', '760', '1010'].includes(count)))).toEqual(new Set())
  expect(await succeed(sh, 'larry list --count')).toBe('1010\n')
})

test('edits of one task at once lose none of each other', async () => {
  const sh = await shellWith(['shared'])
  expect((await succeed(sh, atOnce(12, 'larry edit 1 "+tag$i" > /dev/null'))).trim().split(/\s+/)).toEqual(['12', '0'])
  const [task] = await json<{ tags: string[] }[]>(sh, 'list')
  expect(task!.tags).toHaveLength(12)
})

test('a project named by many adds at once is made once', async () => {
  const sh = await shellWith()
  await succeed(sh, atOnce(8, 'larry add "task $i" project:Shared/Home > /dev/null'))
  const tasks = await json<{ project_id: number }[]>(sh, 'list')
  expect(tasks).toHaveLength(8)
  expect(new Set(tasks.map(({ project_id }) => project_id)).size).toBe(1)
})

test('undos at once each take back a change of their own', async () => {
  const sh = await shellWith()
  await succeed(sh, 'for i in $(seq 9); do larry add "task $i" -q; done')
  expect((await succeed(sh, atOnce(6, 'larry undo > /dev/null'))).trim().split(/\s+/)).toEqual(['6', '0'])
  expect(await titlesOf(sh)).toEqual(['task 1', 'task 2', 'task 3'])
  await expectHealthy(sh)
})

test('of many who complete one task one does and the others are told', async () => {
  const sh = await shellWith(['once'])
  const ran = await sh.bash(atOnce(6, 'larry done 1 --format table >> said'))
  expect(ran.stdout.trim().split(/\s+/)).toEqual(['6', '0'])
  expect((await succeed(sh, 'cat said')).match(/already/g)).toHaveLength(5)
})
