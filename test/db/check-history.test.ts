import { expect, test } from 'vitest'
import { type Bench, bench } from '../support/larry.ts'
import { inFile } from './stores.ts'

async function check({ larry }: Bench): Promise<{ code: number; history: { status: string; detail: string } }> {
  const ran = await larry('db', 'check', '--json')
  const found = JSON.parse(ran.stdout) as { check: string; status: string; detail: string }[]
  return { code: ran.code, history: found.find(({ check: name }) => name === 'history')! }
}

/** A file with a history of every kind of change. */
async function lived(): Promise<Bench> {
  const b = bench()
  for (const line of [
    'add one +home project:work/site due:fri',
    'add two depends:1',
    'add three parent:1 +home',
    'edit 1 2 3 p:high +urgent',
    'edit 3 -home p:low',
    'done 3 2 --force',
    'undo',
    'undo',
    'redo',
    'rm 2 --yes',
    'edit 1 project:other',
  ])
    await b.larry(...line.split(' '))
  return b
}

test('whatever larry did, every row is as the history last recorded it', async () => {
  expect(await check(await lived())).toMatchObject({ code: 0, history: { status: 'ok' } })
})

test.each([
  ['a changed value', "update tasks set title = 'ome' where id = 1", /^tasks 1 is not as larry left/],
  ['a changed uid', "update tasks set uid = 'x' || substr(uid, 2) where id = 3", /^tasks 3 /],
  ['a row taken away', "delete from task_tags where task_id = 1 and tag = 'home'", /^task_tags 1,"home" /],
  ['a row come back', "insert into task_tags values (3, 'home')", /^task_tags 3,"home" /],
  ['several', "update tasks set notes = 'n'; delete from task_tags", /and \d+ more are not as larry left/],
  [
    'an altered image',
    `update changes set after = replace(after, 'one', 'ome') where id = (select min(id) from changes where table_name = 'tasks')`,
    /^the recorded changes of tasks 1 do not follow/,
  ],
])('%s behind the back of larry is told with exit 1', async (_, fault, says) => {
  const b = await lived()
  inFile(b.file, (handle) => handle.exec(fault))
  const { code, history } = await check(b)
  expect(history).toMatchObject({ status: 'problem', detail: expect.stringMatching(says) })
  expect(code).toBe(1)
})

test('a row another program made, which has no history, is none of its business', async () => {
  const b = await lived()
  inFile(b.file, (handle) => handle.exec("insert into task_tags values (1, 'mine')"))
  expect(await check(b)).toMatchObject({ code: 0, history: { status: 'ok' } })
})

test('changing a row again makes its peace', async () => {
  const b = await lived()
  inFile(b.file, (handle) => handle.exec("update tasks set title = 'by hand' where id = 1"))
  expect(await check(b)).toMatchObject({ code: 1 })
  await b.larry('edit', '1', 'p:low')
  const { history } = await check(b)
  expect(history.detail).toMatch(/do not follow/)
})
