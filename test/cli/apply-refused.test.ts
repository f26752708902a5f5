import { expect, test } from 'vitest'
import { bench } from '../support/larry.ts'
import { apply } from './applying.ts'
import { seed } from './seed.ts'

const missing = '01a20978-0000-7000-8000-000000000000'

const refused = [
  ['{"op":"add","title":"x"', 'usage', /^line 2: .*JSON/],
  ['12', 'usage', /^line 2: 12 is no operation$/],
  ['{"title":"x"}', 'usage', /^line 2: no operation is named$/],
  ['{"op":"dne","id":1}', 'usage', /^line 2: unknown operation "dne"$/],
  ['{"op":["done"],"id":1}', 'usage', /^line 2: "op" cannot be \["done"\]$/],
  ['{"op":"done"}', 'usage', /^line 2: no task is named$/],
  ['{"op":"done","id":1,"uid":"x"}', 'usage', /^line 2: "id" and "uid" are both given$/],
  ['{"op":"done","id":"1"}', 'usage', /^line 2: "id" cannot be "1"$/],
  ['{"op":"done","id":1.5}', 'usage', /^line 2: "id" cannot be 1.5$/],
  ['{"op":"done","id":0}', 'usage', /^line 2: "id" cannot be 0$/],
  ['{"op":"done","ids":[]}', 'usage', /^line 2: "ids" names no task$/],
  ['{"op":"done","uid":"abc"}', 'usage', /^line 2: "uid" cannot be "abc"$/],
  [`{"op":"done","uid":"${missing}"}`, 'not-found', /^line 2: no task has the uid 01a20978/],
  ['{"op":"done","id":99}', 'not-found', /^line 2: task 99 does not exist$/],
  ['{"op":"done","id":"ref:b"}', 'usage', /^line 2: no earlier line is called "b"$/],
  ['{"op":"add","as":"a","title":"x","parent_id":"ref:a"}', 'usage', /^line 2: no earlier line is called "a"$/],
  ['{"op":"done","id":1,"forse":true}', 'usage', /^line 2: "done" has no key "forse"$/],
  ['{"op":"done","id":1,"force":"yes"}', 'usage', /^line 2: "force" cannot be "yes"$/],
  ['{"op":"done","id":1,"force":null}', 'usage', /^line 2: "force" cannot be null$/],
  ['{"op":"edit","id":1}', 'usage', /^line 2: nothing to change$/],
  ['{"op":"edit","id":1,"progress":5}', 'usage', /^line 2: "edit" has no key "progress"$/],
  ['{"op":"edit","ids":[1,2],"title":"x"}', 'usage', /^line 2: "x" cannot be the title of 2 tasks$/],
  ['{"op":"edit","id":1,"tags":["a"],"add_tags":["b"]}', 'usage', /^line 2: "tags" sets them all/],
  ['{"op":"edit","id":1,"tags":["a b"]}', 'usage', /^line 2: "a b" cannot be a tag$/],
  ['{"op":"edit","id":1,"tags":"a"}', 'usage', /^line 2: "tags" cannot be "a"$/],
  ['{"op":"edit","id":1,"add_tags":["a"],"remove_tags":["a"]}', 'usage', /^line 2: tag is given twice/],
  ['{"op":"edit","id":1,"status":null}', 'usage', /^line 2: "status" cannot be null$/],
  ['{"op":"edit","id":1,"due":"someday"}', 'usage', /^line 2: .*"someday"/],
  ['{"op":"edit","id":1,"due":20261124}', 'usage', /^line 2: "due" cannot be 20261124$/],
  ['{"op":"edit","id":1,"estimate":"1h","estimate_minutes":60}', 'usage', /^line 2: est is given twice/],
  ['{"op":"edit","id":1,"parent_id":1}', 'conflict', /^line 2: task 1 would be its own subtask/],
  ['{"op":"edit","id":1,"client":"nobody"}', 'not-found', /^line 2: .*nobody/],
  ['{"op":"edit","id":1,"notes":"a","notes":"b"}', 'usage', /^line 2: the key "notes" is given twice/],
  ['{"op":"done","id":9007199254740993}', 'usage', /^line 2: the number 9007199254740993 /],
  ['{"op":"edit","id":1,"__proto__":{"x":1}}', 'usage', /^line 2: has a key "__proto__"$/],
  ['{"op":"add"}', 'usage', /^line 2: a task needs a title$/],
  ['{"op":"add","title":12}', 'usage', /^line 2: "title" cannot be 12$/],
  ['{"op":"add","title":"a\\u0000b"}', 'usage', /^line 2: .*NUL/],
  ['{"op":"add","title":"\\ud800"}', 'usage', /^line 2: .*half a character/],
  ['{"op":"add","title":"x","as":" "}', 'usage', /^line 2: "as" cannot be " "$/],
  ['{"op":"add","title":"x","key":""}', 'usage', /^line 2: "key" cannot be ""$/],
  ['{"op":"comment","id":1,"body":" "}', 'usage', /^line 2: a comment needs a text$/],
  ['{"op":"comment","id":1}', 'usage', /^line 2: a comment needs a text$/],
  ['{"op":"log","id":1}', 'usage', /^line 2: how long is not said$/],
  ['{"op":"log","id":1,"time":"45m","from":"9:00","to":"9:45"}', 'usage', /^line 2: a length/],
] as const

const hinted = [
  ['{"op":"add"}', '{"op":"add","title":"Pay rent tomorrow"}'],
  ['{"op":"add","title":" "}', '{"op":"add","title":"Pay rent tomorrow"}'],
  ['{"op":"log","id":1}', 'such as "time":"1h30m", or "from":"9:00","to":"10:30"'],
  ['{"op":"log","id":2,"time":"30m"}', '"allow_overlap":true keeps both'],
  ['{"op":"log","id":2,"time":"30m","note":""}', 'leave "note" out'],
  ['{"op":"comment","id":1}', '"body":"asked for a quote"'],
  ['{"op":"done","id":1}', '"cascade":true completes them too, "force":true leaves them open'],
  ['{"op":"done","id":3}', 'finish that first, or "force":true'],
  ['{"op":"start","id":4}', '{"op":"reopen","id":4}'],
  ['{"op":"edit","id":1,"remind":"-1h"}', 'such as "due":"fri", or a moment of its own'],
  ['{"op":"edit","id":1,"project":""}', 'such as "project":"work" or "project":"spring sale"'],
  [
    '{"op":"edit","id":1,"every":"day","after":"3 days"}',
    '"every" counts from the calendar, "after" from the day a task is done',
  ],
  ['{"op":"edit","id":1,"client":"Nope"}', 'larry client add "Nope", or larry client list --all'],
  ['{"op":"add","title":"x","client":"Acne"}', 'did you mean Acme?'],
] as const

test('a hint says what to write in the line, not what to type', async () => {
  const b = bench()
  await b.larry('client', 'add', 'Acme')
  await seed(b, 'One', 'Two parent:1', 'Three depends:1', 'Four')
  await b.larry('done', '4')
  await b.larry('time', 'log', '1', '1h')
  for (const [bad, hint] of hinted) {
    const ran = await apply(b, `\n${bad}\n`, '--json')
    expect({ bad, ...JSON.parse(ran.stderr) }).toMatchObject({ bad, error: { hint, line: 2 } })
  }
})

test.each([
  [['done 1', 'done 2', 'done 999'], 3, 'task 999 does not exist'],
  [['done 9', 'done 4', 'done 2'], 1, 'task 9 waits for 6'],
  [['done 2', 'done 3', 'done 5', 'done 8'], 3, 'task 5 has open subtasks: 7'],
  [['done 999', 'done 4', 'done 998'], 1, 'task 999 does not exist'],
] as const)(
  'of %j line %i is to blame, whatever later lines would have made possible',
  async (dones, line, message) => {
    const b = bench()
    await seed(b, 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven parent:5', 'Eight parent:5')
    await seed(b, 'Nine depends:2,6')
    await b.larry('edit', '1', 'depends:2')
    const operations = dones.map((done) => ({ op: 'done', id: Number(done.slice(5)) }))
    const ran = await apply(b, operations, '--json')
    expect(JSON.parse(ran.stderr)).toMatchObject({ error: { message: `line ${line}: ${message}`, line } })
  },
)

test('of edits that come to a circle the line is named that closes it, not one a later line makes good', async () => {
  const b = bench()
  await seed(b, 'One', 'Two parent:1', 'Three', 'Four')
  const up = (id: number, parent_id: number | null) => ({ op: 'edit', id, parent_id })
  expect(await apply(b, [up(1, 2), up(2, null)])).toMatchObject({ code: 0 })
  await b.larry('undo')
  expect((await apply(b, [up(1, 2), up(2, null), up(3, 4), up(4, 3)])).stderr).toContain('line 4: task 3 would be')
  expect((await apply(b, [up(1, 2), up(2, null), up(3, 999), up(4, 998)])).stderr).toContain('line 3: task 999 does')
})

test('what a line cannot mean is refused with its number, and nothing is stored', async () => {
  const b = bench()
  await seed(b, 'One', 'Two')
  const before = await b.tasks()
  for (const [bad, kind, message] of refused) {
    const ran = await apply(b, `{"op":"add","title":"Good"}\n${bad}\n`, '--json')
    const { error } = JSON.parse(ran.stderr) as { error: { kind: string; message: string } }
    const code = { usage: 2, 'not-found': 3, conflict: 4 }[kind]
    expect({ bad, kind: error.kind, code: ran.code, stdout: ran.stdout }).toEqual({ bad, kind, code, stdout: '' })
    expect(error.message).toMatch(message)
  }
  expect(await b.tasks()).toEqual(before)
})

test('one bad line among many of a kind is found, and the others are taken back', async () => {
  const b = bench()
  await seed(b, 'One', 'Two parent:1')
  const adds = Array.from({ length: 300 }, (_, at) => ({
    op: 'add',
    title: `Task ${at}`,
    ...(at === 212 && { parent_id: 999 }),
  }))
  expect(await apply(b, adds)).toMatchObject({
    code: 3,
    stderr: expect.stringContaining('line 213: task 999 does not exist'),
  })
  const dones = await apply(b, [
    { op: 'done', id: 2, if_updated_at: (await b.tasks())[1]!['updated_at'] },
    { op: 'reopen', id: 2 },
    { op: 'done', id: 1 },
  ])
  expect(dones).toMatchObject({ code: 4, stderr: expect.stringContaining('line 3: task 1 has open subtasks: 2') })
  expect(await b.tasks()).toHaveLength(2)
  expect((await b.tasks())[1]).toMatchObject({ status: 'todo' })
})

test.each([
  ['{\n  "op": "add",\n  "title": "One"\n}\n', 'line 1: not JSON: it ends too soon'],
  ['{"op":"done","id":1} {"op":"done","id":2}', 'line 1: not JSON: something follows the value'],
])('%j is told what a line is', async (stdin, message) => {
  expect((await apply(bench(), stdin)).stderr).toBe(
    `larry: ${message}\n  hint: one operation a line: jq -c . makes lines of them\n`,
  )
})
