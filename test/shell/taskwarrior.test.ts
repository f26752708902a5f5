import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { longRun, rounds, tally } from '../faults/figures.ts'
import type { Shell } from '../support/shell.ts'
import { lacks } from '../support/tools.ts'
import { succeed } from './kit.ts'
import { differences, importable, shellWithTask, tasksOf, typed } from './taskwarrior.ts'

/** Nine of ten tasks are made as JSON, the others typed. `npm run faults -- --rounds 1000 test/shell/taskwarrior.test.ts` makes 10,000. */
const made = rounds * 9

const vienna = { TZ: 'Europe/Vienna', LARRY_TZ: 'Europe/Vienna' }

function exported(sh: Shell, name: string): Map<string, string> {
  return tasksOf(readFileSync(join(sh.folder, name), 'utf8'))
}

interface Counts {
  readonly kind: string
  readonly read: number
  readonly added: number
  readonly unchanged: number
}

async function imports(sh: Shell, line: string): Promise<Counts> {
  const rows = JSON.parse(await succeed(sh, `larry import ${line} --as taskwarrior --json`, vienna)) as Counts[]
  return rows.find(({ kind }) => kind === 'task')!
}

test.skipIf(lacks('task'))(
  'tasks come out of larry for a new Taskwarrior as an old one gave them',
  longRun,
  async () => {
    const sh = await shellWithTask()
    writeFileSync(join(sh.folder, 'made.json'), importable(made))
    await succeed(
      sh,
      `${typed}; within old typing ${Math.ceil(rounds / 8)} > typed; within old task import made.json > made
    within old task rc.recurrence=off export > old.json`,
      vienna,
    )
    const old = exported(sh, 'old.json')
    expect(old.size).toBeGreaterThan(made + rounds)
    const first = await imports(sh, 'old.json')
    expect(first.added).toBe(first.read)
    expect(await imports(sh, 'old.json')).toMatchObject({ read: first.read, added: 0, unchanged: first.read })
    await succeed(
      sh,
      `larry export --as taskwarrior -o larry.json; within new task import larry.json > taken
    within new task rc.recurrence=off export > new.json`,
      vienna,
    )
    expect(differences(old, exported(sh, 'new.json'))).toEqual([])
    tally('tasks through larry and back into Taskwarrior', old.size)
  },
)

/** Tasks with what Taskwarrior has no place for. */
const ofLarry = `larry client add Acme; larry add 'Website +web project:v1.0/site client:Acme p:urgent due:2030-01-31 est:2h'
  larry add 'Wait, and see' --parent 1 --notes $'two\\nlines' --depends 1; larry add 'Standup every monday at 9:00'
  larry time log 1 45m --note 'a call'; larry remind add 1 2030-01-30T09:00; larry comment 1 first; larry comment 1 second
  larry add 'Over' -q; larry done 4; larry add 'Not at all' -q; larry cancel 5; larry start 2; larry add 'low p:low' -q
  larry edit 6 status:blocked; larry add 'Rent every month' --due 2026-01-31; larry done 7`

test.skipIf(lacks('task'))("larry's own tasks come back from Taskwarrior whole", async () => {
  const sh = await shellWithTask()
  await succeed(sh, `(${ofLarry}) > said; larry export --as taskwarrior -o out.json`, vienna)
  await succeed(sh, 'within other task import out.json > taken; within other task export > back.json')
  const again = await imports(sh, 'back.json')
  expect(again).toMatchObject({ added: 0, unchanged: again.read })
  const before = await told(sh, {})
  await succeed(sh, 'larry import back.json --as taskwarrior', { ...vienna, LARRY_DB: join(sh.folder, 'new.db') })
  expect(await told(sh, { LARRY_DB: join(sh.folder, 'new.db') })).toEqual(before)
})

/** All tasks in larry's own format, without the numbers of their file and what a belonging is by itself. */
async function told(sh: Shell, env: Record<string, string>): Promise<unknown[]> {
  const lines = (await succeed(sh, 'larry export --as ndjson', { ...vienna, ...env })).trim().split('\n')
  const numbers = new Set(['id', 'project_id', 'client_id', 'parent_id', 'depends_on'])
  const tasks = lines
    .map((line) => JSON.parse(line, (key, value: unknown) => (numbers.has(key) ? undefined : value)) as object)
    .filter((record) => (record as { kind: string }).kind === 'task')
  return tasks.sort((a, b) => ((a as { uid: string }).uid < (b as { uid: string }).uid ? -1 : 1))
}

test.skipIf(lacks('task'))('what larry did to a recurring task is not done again by Taskwarrior', async () => {
  const sh = await shellWithTask()
  await succeed(
    sh,
    `within old task add weekly due:today-21d recur:weekly; within old task add ended due:today-7d recur:daily until:today
    within old task export > old.json; larry import old.json --as taskwarrior > said
    larry done --where weekly -y > said; larry done --where ended -y > said; larry export --as taskwarrior -o out.json
    within new task import out.json > taken; within new task export > new.json; within new task export > again.json`,
    vienna,
  )
  const tasks = [...exported(sh, 'new.json').values()].map((line) => JSON.parse(line) as Record<string, string>)
  const open = tasks.filter(({ status }) => status === 'pending')
  expect(new Set(open.map(({ due }) => due)).size).toBe(open.length)
  expect(open.filter(({ description }) => description === 'ended')).toEqual([])
  expect(open.length).toBeGreaterThan(0)
  expect(exported(sh, 'again.json')).toEqual(exported(sh, 'new.json'))
})
