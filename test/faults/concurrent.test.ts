import { rmSync } from 'node:fs'
import { expect, test } from 'vitest'
import { besidesSlowness, expectHealthy, json, numbered, program, shellWith, succeed, titlesOf } from '../shell/kit.ts'
import { shell } from '../support/shell.ts'
import { longRun, rounds, tally } from './figures.ts'

/** The numbers of the long run, or those of the suite. */
const scaled = (long: number, short: number) => (rounds >= 1000 ? long : short)

/** Runs a line `count` times at once; `$i` is the number of the run. Says how many ended with which exit code. */
const atOnce = (count: number, line: string) =>
  `for i in $(seq ${count}); do (${line}; echo $? >> codes) & done; wait; sort -n codes | uniq -c; rm codes`

const allWell = (count: number) => new RegExp(`^ *${count} 0\\n$`)

/** `processes` at once, each running a line `times` times one after another as `$p` and `$i`; what it says and its milliseconds go to files. */
const writers = (processes: number, times: number, line: string) =>
  `for p in $(seq ${processes}); do (for i in $(seq ${times}); do s=\${EPOCHREALTIME/[.,]/}; ${line}; echo "exit $?"; echo $(((\${EPOCHREALTIME/[.,]/} - s) / 1000)) >> ms$p; done > "out$p" 2> "err$p") & done; wait
  grep -h '^larry: ' err* | grep -v ' warning: ' | sort | uniq -c; grep -h '^exit ' out* | sort | uniq -c; cat ms* | sort -n | tail -1`

test('many processes that add at once all succeed and lose nothing, from no file on', longRun, async () => {
  const [processes, adds] = [scaled(64, 8), scaled(25, 3)]
  const sh = shell()
  const ran = await sh.bash(writers(processes, adds, `${program} add "p$p n$i" -q`))
  const stored = await titlesOf(sh)
  expect(stored.length, `what is stored is what was acknowledged:\n${ran.stdout}`).toBe(
    Number(/^ *(\d+) exit 0$/m.exec(ran.stdout)?.[1]),
  )
  const expected = Array.from({ length: processes }, (_, p) => numbered(adds, `p${p + 1} n`))
  expect(stored.toSorted(), `nobody is refused:\n${ran.stdout}`).toEqual(
    expected
      .flat()
      .map((title) => title.replace('n ', 'n'))
      .toSorted(),
  )
  const longest = Number(/^\d+$/m.exec(ran.stdout)?.[0])
  expect(longest).toBeLessThan(30_000)
  tally(`adds by ${processes} processes at once`, processes * adds)
  tally('longest of those adds, in milliseconds', longest)
  await expectHealthy(sh)
})

test('edits of one task at once lose none of each other', longRun, async () => {
  const [processes, edits] = [scaled(32, 8), scaled(20, 3)]
  const sh = await shellWith(['shared'])
  const ran = await sh.bash(writers(processes, edits, `${program} edit 1 "+p$p.$i" "-p$p.$((i - 1))" -q`))
  expect(ran.stdout).toMatch(new RegExp(`^ *${processes * edits} exit 0\\n\\d+\\n$`))
  const [task] = await json<{ tags: string[] }[]>(sh, 'list')
  expect(task!.tags.toSorted()).toEqual(Array.from({ length: processes }, (_, p) => `p${p + 1}.${edits}`).toSorted())
  const actions = await json<{ rows: number }[]>(sh, 'history list')
  expect(actions).toHaveLength(processes * edits + 1)
  await succeed(sh, `larry undo ${processes * edits} -q`)
  expect(await json(sh, 'list')).toMatchObject([{ tags: [] }])
  tally(`edits of one task by ${processes} processes at once`, processes * edits)
  await expectHealthy(sh)
})

test('first runs at once in the default place make one database', longRun, async () => {
  const count = scaled(64, 8)
  const sh = shell()
  const ran = await sh.bash(
    `unset LARRY_DB; ${atOnce(count, 'larry add "task $i" -q > /dev/null')}; larry list --count; larry db check > /dev/null`,
  )
  expect({ ...ran, stderr: besidesSlowness(ran.stderr) }).toMatchObject({ code: 0, stderr: '' })
  expect(ran.stdout.trim().split(/\s+/)).toEqual([`${count}`, '0', `${count}`])
  tally('first runs at once', count)
})

test('of migrations at once on a missing file one applies and the others are up to date', longRun, async () => {
  const count = scaled(16, 4)
  for (let round = 0; round < scaled(10, 2); round++) {
    const sh = shell()
    const ran = await sh.bash(
      `for i in $(seq ${count}); do larry db migrate --format table > "out$i" & done; wait; cat out* | sort`,
    )
    expect({ ...ran, stderr: besidesSlowness(ran.stderr) }).toMatchObject({ code: 0, stderr: '' })
    expect(ran.stdout.match(/Migrated up: 0001_tasks/g)).toHaveLength(1)
    expect(ran.stdout.match(/Up to date: schema \d+/g)).toHaveLength(count - 1)
    tally('migrations at once', count)
    rmSync(sh.folder, { recursive: true })
  }
})

test('commands during an upgrade wait for it and then work', longRun, async () => {
  const sh = await shellWith(numbered(20))
  for (let round = 1; round <= scaled(20, 1); round++) {
    await succeed(sh, 'larry db migrate --to 1 --yes')
    const ran = await sh.bash(
      atOnce(8, '((i % 2)) && larry add "new $i" -q > /dev/null || larry list --count > /dev/null'),
    )
    expect(ran.stdout).toMatch(allWell(8))
    expect(await titlesOf(sh)).toHaveLength(20 + round * 4)
  }
})

test('a project named by many adds at once is made once', async () => {
  const sh = await shellWith()
  await succeed(sh, atOnce(8, 'larry add "task $i" project:Shared/Home > /dev/null'))
  const tasks = await json<{ project_id: number }[]>(sh, 'list')
  expect(tasks).toHaveLength(8)
  expect(new Set(tasks.map(({ project_id }) => project_id)).size).toBe(1)
})

test('undos at once each take back a change of their own', longRun, async () => {
  const [adds, undos] = [scaled(60, 9), scaled(50, 6)]
  const sh = await shellWith()
  await succeed(sh, `for i in $(seq ${adds}); do larry add "task $i" -q; done`)
  expect(await succeed(sh, atOnce(undos, 'larry undo > /dev/null'))).toMatch(allWell(undos))
  expect(await titlesOf(sh)).toEqual(numbered(adds - undos))
  tally('undos at once', undos)
  await expectHealthy(sh)
})

test('of many who complete one task one does and the others are told', async () => {
  const sh = await shellWith(['once'])
  const ran = await sh.bash(atOnce(6, 'larry done 1 --format table >> said'))
  expect(ran.stdout).toMatch(allWell(6))
  expect((await succeed(sh, 'cat said')).match(/already/g)).toHaveLength(5)
})

test('of timers started at once one runs, and each of the others was stopped by the next', longRun, async () => {
  const count = scaled(32, 6)
  const sh = await shellWith(numbered(count))
  expect(await succeed(sh, atOnce(count, 'larry time start $i > /dev/null'))).toMatch(allWell(count))
  const entries = await json<{ task_id: number; ended_at: string | null }[]>(sh, 'time list')
  expect(new Set(entries.map(({ task_id }) => task_id)).size).toBe(count)
  expect(entries.filter(({ ended_at }) => ended_at === null)).toHaveLength(1)
  tally('timers started at once', count)
  await expectHealthy(sh)
})
