import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { bench } from '../support/larry.ts'
import { put } from './exchange-seed.ts'

const uid = '01a2097a-ee6c-7d3f-bcea-198640e2da7b'
const moment = '"at":"2026-12-01T08:00:00.000Z","civil_at":"2026-12-01T08:00","zone":"UTC"'
const file = `"sha256":"${'a'.repeat(64)}","name":"a.txt","size":1`

/** A line of its own and what is said of it; a good line stands before it. */
const bad: [line: string, message: string][] = [
  ['{"title":"  "}', 'a task needs a title'],
  ['{"due":"2026-12-01"}', 'a task has no title'],
  [`{"title":"${'x'.repeat(10_001)}"}`, 'the title has 10001 characters; at most 10000 are kept'],
  ['{"title":1}', 'title 1 is not text'],
  ['{"title":"a","due":"2026-02-30"}', 'due "2026-02-30" is not a date such as 2026-11-23 or 2026-11-23T09:00'],
  ['{"title":"a","due":"2026-12-01T24:00"}', 'due "2026-12-01T24:00" is not a date'],
  ['{"title":"a","wait_until":5}', 'wait_until 5 is not a date'],
  ['{"title":"a","status":"finished"}', 'status "finished" is not one of todo, in-progress'],
  ['{"title":"a","priority":"x"}', 'priority "x" is not one of low, medium, high, critical, urgent'],
  ['{"title":"a","priority":null}', 'priority null is not one of'],
  ['{"title":"a","progress":101}', 'progress 101 is not a whole number from 0 to 100'],
  ['{"title":"a","estimate_minutes":1.5}', 'estimate_minutes 1.5 is not a whole number from 1'],
  ['{"title":"a","estimate_minutes":9007199254740993}', 'the number 9007199254740993 cannot be kept exactly'],
  ['{"title":"a","tags":"home"}', 'tags "home" is not a list'],
  ['{"title":"a","tags":["two words"]}', 'tags "two words" is not a tag: it has white space'],
  ['{"title":"a","tags":[""]}', 'tags is empty'],
  ['{"title":"a","project":"a//b"}', '"a//b" cannot name a project'],
  ['{"title":"a","client":"a\\nb"}', '"a\\nb" cannot name a client'],
  ['{"title":"a","uid":"12"}', 'uid "12" is not a UUID'],
  ['{"title":"a","id":0}', 'id 0 is not a whole number from 1'],
  ['{"title":"a","created_at":"2026-11-23"}', 'created_at "2026-11-23" is not an instant'],
  ['{"title":"a","updated_at":"2026-02-30T00:00:00Z"}', 'updated_at "2026-02-30T00:00:00Z" is not an instant'],
  ['{"title":"a","recurrence":"FREQ=SOMETIMES"}', 'SOMETIMES'],
  [
    '{"title":"a","recurrence":"FREQ=DAILY","recurrence_exceptions":"monday"}',
    'recurrence_exceptions "monday" is not a date',
  ],
  ['{"title":"a","depends_on":[1.5]}', 'depends_on 1.5 is not a whole number'],
  ['{"title":"a","source":""}', 'source is empty'],
  ['{"title":"a","extra":{"x":1}}', 'extra {"x":1} is not an object of objects'],
  ['{"title":"a","__proto__":{"b":1}}', 'has a key "__proto__"'],
  ['{"title":"a","size":[{"w":{"\\u005f_proto__":1}}]}', 'has a key "__proto__"'],
  ['{"title":"a","constructor":{"b":1}}', 'a task has no key "constructor"'],
  ['{"title":"a","extra":{"json":{"title":"evil"}}}', 'extra.json cannot have "title": there is one already'],
  ['{"title":"a","extra":{"json":{"kind":"habit"}}}', 'extra.json cannot have "kind"'],
  ['{"title":"a","extra":{"json":{"subtasks":[]}}}', 'extra.json cannot have "subtasks"'],
  ['{"title":"a","extra":{"csv":{"Due_Date":"x","Wait Until":"y"}}}', 'extra.csv cannot have "Wait Until"'],
  ['{"title":"a","extra":{"csv":{"size":"x","Size":"y"}}}', 'extra.csv cannot have "Size"'],
  ['{"title":"a","due":"2026-01-01","recurrence":"FREQ=SECONDLY"}', '"FREQ=SECONDLY" speaks of seconds'],
  ['{"title":"a","recurrence":"FREQ=DAILY;BYSECOND=30"}', 'times are kept to the minute'],
  [`{"title":"a","reminders":[{${moment},"rule":"FREQ=SECONDLY"}]}`, 'times are kept to the minute'],
  ['{"title":"a","constructor":1}', 'a task has no key "constructor"'],
  ['{"title":"a","title":"b"}', 'the key "title" is given twice'],
  ['{"title":"\\ud83c"}', 'holds half a character'],
  ['{"title":"\\u0000"}', 'holds a NUL character'],
  ['{"title":"a","comments":[{"body":" "}]}', 'a comment needs a text'],
  ['{"title":"a","comments":[{"text":"b"}]}', 'a comment has no key "text"'],
  ['{"title":"a","comments":"b"}', 'comments "b" is not a list'],
  ['{"title":"a","time":[{"started_at":"2026-11-23T09:00:00Z"}]}', 'a time entry has no ended_at'],
  [
    '{"title":"a","time":[{"started_at":"2026-11-23T09:00:00Z","ended_at":"2026-11-23T08:00:00Z"}]}',
    'work from 2026-11-23T09:00:00.000Z cannot end at 2026-11-23T08:00:00.000Z',
  ],
  [`{"title":"a","reminders":[{${moment.replace('UTC', 'Mars/Base')}}]}`, 'unknown time zone "Mars/Base"'],
  [`{"title":"a","reminders":[{${moment},"message":"b"}]}`, 'a reminder of a task has no message of its own'],
  [`{"title":"a","attachments":[{${file.replace('a.txt', '../a')}}]}`, 'name "../a" is not the name of a file'],
  [`{"title":"a","attachments":[{${file.replace('aaaa', 'x')}}]}`, 'is not a SHA-256'],
  ['{"kind":"client","name":"A","rate_cents":-1}', 'rate_cents -1 is not a whole number from 0'],
  ['{"kind":"client","name":"A","currency":"XXL"}', '"XXL" is not a currency'],
  ['{"kind":"client","name":"A","colour":"red"}', 'a client has no key "colour"'],
  ['{"kind":"client"}', 'a client has no name'],
  ['{"kind":"project","name":"A","status":"done"}', 'status "done" is not one of active, archived'],
  ['{"kind":"habit","name":"A","target":0}', 'target 0 is not an amount'],
  [
    '{"kind":"habit","name":"A","checks":[{"on":"2026-11-01"},{"on":"2026-11-01"}]}',
    '"A" has two checks on 2026-11-01',
  ],
  ['{"kind":"habit","name":"A","checks":[{"on":"2026-11-01","skipped":true,"amount":1}]}', 'has an amount'],
  ['{"kind":"view","name":"A","filter":"","sort":""}', 'a view has no columns'],
  ['{"kind":"reminder","message":"A"}', 'a reminder has no at'],
  ['{"kind":"tsk","title":"a"}', 'unknown kind "tsk"'],
  ['[1]', '[1] is no object'],
  ['{"title":"a"', 'not JSON'],
  ['title: a', 'not JSON'],
]

test.each(bad)(
  'refuses %s with its line, and stores nothing',
  async (line, message) => {
    const b = bench()
    put(b, 'a.ndjson', `{"title":"good"}\n\n${line}\n{"title":"good, too"}\n`)
    const ran = await b.larry('import', 'a.ndjson')
    expect(ran).toMatchObject({ code: 2, stdout: '' })
    expect(ran.stderr).toMatch(/^larry: line 3: /)
    expect(ran.stderr).toContain(message)
    expect(await b.tasks()).toEqual([])
  },
  10_000,
)

test('refuses a record of more than 16 MiB of text with its line, attached files aside', async () => {
  const b = bench()
  for (const more of [{ notes: 'x'.repeat(16 << 20) }, { extra: { other: { a: ['x'.repeat(16 << 20)] } } }]) {
    put(b, 'a.ndjson', `{"title":"good"}\n${JSON.stringify({ title: 'a', ...more })}`)
    const ran = await b.larry('import', 'a.ndjson')
    expect(ran).toMatchObject({ code: 2, stdout: '' })
    expect(ran.stderr).toMatch(
      /^larry: line 2: a task of 167772\d\d characters is too long\n {2}hint: at most 16777216\n$/,
    )
  }
  const content = Buffer.alloc(13 << 20).toString('base64')
  const attachments = [
    {
      sha256: createHash('sha256')
        .update(Buffer.alloc(13 << 20))
        .digest('hex'),
      name: 'a',
      size: 13 << 20,
      content,
    },
  ]
  put(b, 'a.ndjson', JSON.stringify({ title: 'a', attachments }))
  expect(await b.larry('import', 'a.ndjson')).toMatchObject({ code: 0 })
})

describe('refuses with exit 4, and stores nothing,', () => {
  test.each([
    [
      'a task that comes twice',
      [`{"title":"a","uid":"${uid}"}`, `{"title":"b","uid":"${uid}"}`],
      `line 2: the task "${uid}" stands on line 1 already`,
    ],
    [
      'a source that comes twice',
      ['{"title":"a","source":"x:1"}', '{"title":"b","source":"x:1"}'],
      'line 2: the task "x:1" stands on line 1 already',
    ],
    [
      'a task linked to itself',
      ['{"title":"a","source":"x:1","parent_uid":"x:1"}'],
      'line 1: the task is linked to itself',
    ],
    [
      'a circle of dependencies',
      ['{"id":1,"title":"a","depends_on":[2]}', '{"id":2,"title":"b","depends_on":[1]}'],
      'line 1: the task would wait for itself: line 1 -> line 2 -> line 1',
    ],
    [
      'a circle of parents',
      ['{"id":1,"title":"a","parent_id":2}', '{"id":2,"title":"b","parent_id":1}'],
      'line 1: the task would be its own subtask: line 1 -> line 2 -> line 1',
    ],
    [
      'two timers',
      [
        '{"title":"a","time":[{"started_at":"2026-11-23T09:00:00Z","ended_at":null}]}',
        '{"title":"b","time":[{"started_at":"2026-11-23T08:00:00Z","ended_at":null}]}',
      ],
      'line 2: a timer runs, and so does the one of line 1',
    ],
    [
      'a client that comes twice',
      ['{"kind":"client","name":"Acme"}', '{"kind":"client","name":"ACME"}'],
      'line 2: the client "ACME" stands on line 1 already',
    ],
    [
      'a content that is not what its hash says',
      [`{"title":"a","attachments":[{${file},"content":"Yg=="}]}`],
      'line 1: the content of "a.txt" is not what its SHA-256 and size say',
    ],
    [
      'a content that is not base64',
      [`{"title":"a","attachments":[{${file},"content":"b!"}]}`],
      'line 1: the content of "a.txt" is not base64',
    ],
  ])('%s', async (_, lines, message) => {
    const b = bench()
    put(b, 'a.ndjson', lines.join('\n'))
    expect(await b.larry('import', 'a.ndjson')).toEqual({ code: 4, stdout: '', stderr: `larry: ${message}\n` })
    expect(await b.tasks()).toEqual([])
    expect(await b.json('history', 'list')).toEqual([])
  })
})

test('a circle is found though its lines are far apart', async () => {
  const b = bench()
  const lines = Array.from(
    { length: 2500 },
    (_, at) => `{"id":${at + 1},"title":"t","depends_on":[${((at + 1) % 2500) + 1}]}`,
  )
  put(b, 'a.ndjson', lines.join('\n'))
  const ran = await b.larry('import', 'a.ndjson')
  expect(ran).toMatchObject({ code: 4, stdout: '' })
  expect(ran.stderr).toMatch(
    /^larry: line 1: the task would wait for itself: line 1 -> line 2 -> .* line 2500 -> line 1\n$/,
  )
})

describe('what is no file to import', () => {
  test.each([
    [['import'], 'missing required argument "file"\n  hint: larry data import <file>\n'],
    [['import', 'none.json'], 'none.json does not exist'],
    [['import', '.', '--as', 'json'], 'is a folder\n  hint: name a file in it\n'],
    [['import', 'a.xyz'], '"a.xyz" does not tell its format'],
    [['import', '-'], 'standard input has no name to tell its format by'],
    [['import', 'a.json', '--as', 'jsno'], 'unknown format "jsno"'],
    [['import', 'larry.db', '--as', 'json'], 'is the database itself'],
    [['import', 'a.json', '--map', 'title=Name'], '--map names CSV columns, and json has none'],
    [['import', 'a.json', 'b.json'], 'too many arguments'],
  ])('larry %j', async (line, message) => {
    const ran = await bench().larry(...line)
    expect({ code: ran.code > 1, stdout: ran.stdout }).toEqual({ code: true, stdout: '' })
    expect(ran.stderr).toContain(message)
  })

  test('larry import - asks for a pipe on a terminal', async () => {
    const ran = await bench().with({ answers: [] })('import', '-', '--as', 'json')
    expect(ran).toMatchObject({ code: 2, stdout: '' })
    expect(ran.stderr).toContain('"-" reads from a pipe, and there is none')
  })

  test.each([
    ['{"larry":2,"tasks":[]}', 5, 'line 1: the document is of version 2; this larry reads version 1'],
    ['{"larry":1,"taks":[]}', 2, 'line 1: the document has no "taks"'],
    ['12', 2, 'line 1: the text is no list of tasks'],
    ['[{"title":"a"},\n\n{"title":""}]', 2, 'line 3: a task needs a title'],
    ['[{"title":"a"}', 2, 'line 1: not JSON: the text ends too soon'],
  ])('a document such as %j', async (text, code, message) => {
    const b = bench()
    put(b, 'a.json', text)
    const ran = await b.larry('import', 'a.json')
    expect(ran).toMatchObject({ code, stdout: '' })
    expect(ran.stderr).toContain(message)
    expect(await b.tasks()).toEqual([])
  })
})
