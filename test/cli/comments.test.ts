import { array, assert, asyncProperty, constantFrom, oneof, string } from 'fast-check'
import { expect, test } from 'vitest'
import { inFile } from '../db/stores.ts'
import { type Bench, bench } from '../support/larry.ts'
import { seed } from './seed.ts'

interface CommentJson {
  readonly id: number
  readonly task_id: number
  readonly body: string
  readonly created_at: string
  readonly updated_at: string
}

const monday = '2026-11-23T09:00:00.000Z'
const later = '2026-11-24T10:30:00.000Z'

/** Two tasks; 1 was commented on twice in one millisecond, 2 once. */
async function talk(): Promise<Bench> {
  const b = bench()
  await seed(b, 'Pay rent', 'Call Bob')
  await b.larry('task', 'comment', '1', 'asked for a quote')
  await b.larry('task', 'comment', '1', 'they', 'sent', 'one')
  await b.larry('task', 'comment', '2', 'no answer')
  return b
}

const all = (b: Bench) => b.json<CommentJson[]>('comment', 'list')

/** Every row a comment could change. */
const rows = (b: Bench) =>
  inFile(b.file, (handle) => ['task_comments', 'tasks'].map((name) => handle.prepare(`select * from ${name}`).all()))

test('two comments of one millisecond both stay, in the order they were made', async () => {
  const b = await talk()
  expect(await b.json('task', 'comments', '1')).toEqual([
    {
      id: 1,
      uid: expect.stringMatching(/^[0-9a-f-]{36}$/),
      task_id: 1,
      body: 'asked for a quote',
      created_at: monday,
      updated_at: monday,
    },
    {
      id: 2,
      uid: expect.stringMatching(/^[0-9a-f-]{36}$/),
      task_id: 1,
      body: 'they sent one',
      created_at: monday,
      updated_at: monday,
    },
  ])
})

test('a comment is told as a sentence, as JSON, and with -q as its bare id', async () => {
  const b = await talk()
  const line = ['task', 'comment', '2', 'tried again']
  expect(await b.larry(...line, '--format', 'table')).toEqual({
    code: 0,
    stdout: 'Added comment 4 to 2 "Call Bob"\n',
    stderr: '',
  })
  expect(await b.json(...line)).toMatchObject([{ id: 5, task_id: 2, body: 'tried again' }])
  expect(await b.larry(...line, '-q')).toEqual({ code: 0, stdout: '6\n', stderr: '' })
  expect(await b.larry(...line, '-n', '--ids')).toEqual({
    code: 0,
    stdout: '7\n',
    stderr: 'dry run: nothing was written\n',
  })
  expect(await all(b)).toHaveLength(6)
})

test('comments are listed in every format, their time in the zone asked for', async () => {
  const b = await talk()
  const as = async (...flags: string[]) => (await b.larry('task', 'comments', '2', ...flags)).stdout
  expect(await as('--format', 'table', '--tz', 'Asia/Tokyo')).toBe(
    'id  task_id  created_at        body\n3   2        2026-11-23 18:00  no answer\n',
  )
  expect(await as()).toBe(`3\t2\t${monday}\tno answer\n`)
  expect(await as('--format', 'csv')).toBe(`id,task_id,created_at,body\r\n3,2,${monday},no answer\r\n`)
  expect(await as('--ids')).toBe('3\n')
  expect(await as('--format', 'md')).toBe(
    '| id | task_id | created_at | body |\n| --- | --- | --- | --- |\n| 3 | 2 | 2026-11-23 09:00 | no answer |\n',
  )
  expect(JSON.parse(await as('--format', 'ndjson', '--fields', 'body,id'))).toEqual({ body: 'no answer', id: 3 })
})

test.each<[string[], number[]]>([
  [[], [1, 2, 3]],
  [['1'], [1, 2]],
  [['2,1'], [1, 2, 3]],
  [['1-2', '-l', '1', '--offset', '1'], [2]],
  [
    ['-l', '2'],
    [1, 2],
  ],
])('comment list %j finds %j', async (line, ids) => {
  expect((await (await talk()).json<CommentJson[]>('comment', 'list', ...line)).map(({ id }) => id)).toEqual(ids)
})

test('comment list takes its tasks from a pipe, and from an empty one none', async () => {
  const b = await talk()
  expect(JSON.parse((await b.with({ stdin: '2\ttodo\n' })('comment', 'list', '-', '--json')).stdout)).toHaveLength(1)
  expect(await b.with({ stdin: '' })('comment', 'list', '-', '--json')).toEqual({ code: 0, stdout: '[]\n', stderr: '' })
  await seed(b, 'Silent')
  expect(await b.larry('task', 'comments', '3')).toEqual({ code: 0, stdout: '', stderr: 'No comments.\n' })
})

test('a text is words, what stands after --, or a pipe with its lines', async () => {
  const b = await talk()
  const said = async (stdin: string, ...words: string[]) => {
    const ran = await b.with({ stdin })('--json', 'task', 'comment', '2', ...words)
    return (JSON.parse(ran.stdout) as CommentJson[])[0]!.body
  }
  expect(await said('', '-x', 'due:fri', '+home', 'and (more')).toBe('-x due:fri +home and (more')
  expect(await said('', 'see', '--', '--force', '-y', 'a  b')).toBe('see --force -y a  b')
  expect(await said('', '-', 'is a dash')).toBe('- is a dash')
  expect(await said('one\r\n\n two\t\n', '-')).toBe('one\r\n\n two\t')
  expect(await said('no end', '-')).toBe('no end')
})

test('an edited comment keeps its place and time, and says when it was so already', async () => {
  const b = await talk()
  const edit = b.with({ now: later })
  expect(await edit('comment', 'edit', '1', 'asked for two quotes', '--format', 'table')).toMatchObject({
    code: 0,
    stdout: 'Changed comment 1 on 1 "Pay rent"\n',
  })
  expect((await all(b))[0]).toMatchObject({
    id: 1,
    body: 'asked for two quotes',
    created_at: monday,
    updated_at: later,
  })
  const before = rows(b)
  expect(await edit('comment', 'edit', '1', 'asked for two quotes', '--format', 'table')).toMatchObject({
    code: 0,
    stdout: 'Nothing changed: it was so already\n',
  })
  expect(rows(b)).toEqual(before)
})

test.each([
  [['task', 'comment', '1', 'more']],
  [['comment', 'edit', '3', 'more']],
  [['comment', 'rm', '3', '-y']],
  [['comment', 'rm', '1-3', '-y']],
])('larry %j marks its task changed, and undo and redo restore every row', async (line) => {
  const b = await talk()
  const before = rows(b)
  expect(await b.with({ now: later })(...line)).toMatchObject({ code: 0 })
  const after = rows(b)
  expect((await b.tasks()).map(({ updated_at }) => updated_at)).toContain(later)
  for (let round = 0; round < 2; round++) {
    await b.json('undo')
    expect(rows(b)).toEqual(before)
    await b.json('redo')
    expect(rows(b)).toEqual(after)
  }
})

test('removing asks, names what goes, and answers the comments as they were', async () => {
  const b = await talk()
  const before = await all(b)
  expect(await b.larry('comment', 'remove', '1')).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('Remove comment 1 on 1 "Pay rent"?'),
  })
  expect(await b.with({ answers: ['n'] })('comment', 'remove', '1')).toMatchObject({ code: 1 })
  expect(await all(b)).toEqual(before)
  expect((await b.larry('comment', 'rm', '1,3', '2', '-y', '--format', 'table')).stdout).toBe(
    'Removed 3 comments on 1 "Pay rent", 2 "Call Bob"\n',
  )
  await b.json('undo')
  expect(await b.json('comment', 'remove', '2-3', '-y')).toEqual(before.slice(1))
  expect(await b.with({ stdin: '' })('comment', 'rm', '-', '--format', 'table')).toMatchObject({
    code: 0,
    stdout: 'No comments, nothing removed\n',
  })
})

test.each([
  [['task', 'comment', '1'], 2, 'a comment needs a text'],
  [['task', 'comment', '1', ' \u00a0\u0085 '], 2, 'a comment needs a text'],
  [['task', 'comment', '1', 'a\0b'], 2, 'the comment holds a NUL character'],
  [['task', 'comment', '1', 'x\ud800'], 2, 'half a character'],
  [['task', 'comment', '1', 'x'.repeat(100_001)], 2, 'the comment has 100001 characters; at most 100000 are kept'],
  [['task', 'comment', '1', '-', '--', 'x'], 2, 'both a pipe and a text (x) are given'],
  [['task', 'comment', '1', '-'], 2, 'a comment needs a text'],
  [['task', 'comment'], 2, 'id'],
  [['task', 'comment', 'x', 'text'], 2, '"x" is not a task id'],
  [['task', 'comment', '1-2', 'text'], 2, '"1-2" does not name one task'],
  [['task', 'comment', '99', 'text'], 3, 'task 99 does not exist'],
  [['task', 'comments', '1-2'], 2, '"1-2" does not name one task'],
  [['task', 'comments', '99'], 3, 'task 99 does not exist'],
  [['comment', 'list', '99'], 3, 'task 99 does not exist'],
  [['comment', 'list', ','], 2, 'no task is named'],
  [['comment', 'list', '-l', 'x'], 2, '"x"'],
  [['comment', 'edit', '9', 'text'], 3, 'comment 9 does not exist'],
  [['comment', 'edit', '1-2', 'text'], 2, '"1-2" does not name one comment'],
  [['comment', 'edit', '1'], 2, 'a comment needs a text'],
  [['comment', 'remove', '-y'], 2, 'no comment is named'],
  [['comment', 'remove', '2-5', '-y'], 3, 'comments 4, 5 do not exist'],
  [['comment', 'remove', 'x', '-y'], 2, '"x" is not a comment id'],
  [['comment', 'remove', '0', '-y'], 3, 'comment 0 does not exist'],
])('larry %j answers %i: %s, and changes nothing', async (line, code, message) => {
  const b = await talk()
  const before = rows(b)
  const ran = await b.larry(...line)
  expect(ran).toMatchObject({ code, stdout: '' })
  expect(ran.stderr).toContain(message)
  expect(rows(b)).toEqual(before)
})

test('has:comments finds the tasks talked about', async () => {
  const b = await talk()
  await seed(b, 'Silent')
  expect(await b.json('list', 'has:comments', '--sort', 'id')).toMatchObject([{ id: 1 }, { id: 2 }])
  expect(await b.json('list', 'not has:comments')).toMatchObject([{ id: 3 }])
  expect(await b.json('list', 'quote')).toEqual([])
})

test('comments go with their task, which says how many, and come back with it', async () => {
  const b = await talk()
  const before = rows(b)
  expect((await b.larry('rm', '1', '-y', '--format', 'table')).stdout).toBe('Removed 1 "Pay rent" · 2 comments\n')
  expect(await all(b)).toMatchObject([{ id: 3 }])
  await b.json('undo')
  expect(rows(b)).toEqual(before)
})

test('what could drive a terminal is written out in a table and kept in JSON', async () => {
  const b = await talk()
  await b.larry('task', 'comment', '2', 'a\u001b[31m\nb\u202e')
  expect((await b.larry('comment', 'list', '2', '--format', 'table', '--fields', 'body')).stdout).toBe(
    'body\nno answer\na\\x1b[31m\\nb\\u202e\n',
  )
  expect((await all(b)).at(-1)).toMatchObject({ body: 'a\u001b[31m\nb\u202e' })
})

const awkward = constantFrom('\r\n', '\r', '\n', '"', "'", '\\', '\u2028', '\ufeff', '\u001b', '🇦🇹', 'e\u0301', '  ')
const body = array(oneof(awkward, string({ unit: 'grapheme' })), { maxLength: 12 }).map(
  (parts) => `x${parts.join('').replaceAll('\0', '').replaceAll('\ufffd', '')}x`,
)

test('any text is kept to the last byte, from an argument and from a pipe', async () => {
  const b = await talk()
  await assert(
    asyncProperty(body, async (text) => {
      const typed = await b.larry('--json', 'task', 'comment', '1', '--', text)
      const piped = await b.with({ stdin: `${text}\n` })('task', 'comment', '1', '-', '--json')
      const told = [typed, piped].flatMap(({ stdout }) => JSON.parse(stdout) as CommentJson[])
      expect(told.map((one) => one.body)).toEqual([text, text])
      const read = await b.json<CommentJson[]>('comment', 'list', '1')
      expect(read.slice(-2).map((one) => one.body)).toEqual([text, text])
    }),
    { seed: 20_261_123, numRuns: 35 },
  )
})

test('a comment of 100,000 characters of four bytes each is kept whole', async () => {
  const b = await talk()
  const text = '🎉'.repeat(100_000)
  await b.with({ stdin: text })('comment', 'edit', '3', '-')
  expect((await all(b))[2]!.body === text).toBe(true)
})

test('ten thousand comments are listed and removed in one statement each, and one undo brings them back', async () => {
  const b = bench()
  await seed(b, 'Much talked about')
  inFile(b.file, (handle) =>
    handle.exec(`with recursive n (i) as (select 1 union all select i + 1 from n where i < 10000)
      insert into task_comments (uid, created_at, updated_at, task_id, body)
      select printf('%036d', i), '${monday}', '${monday}', 1, 'comment ' || i from n`),
  )
  const profiled = async (...line: string[]) => {
    const { stderr } = await b.larry(...line, '--profile', '--json')
    const lines = stderr.split('\n').filter((text) => text.includes('task_comments'))
    return lines.map((text) => JSON.parse(text) as { sql: string; count: number })
  }
  expect(await profiled('task', 'comments', '1')).toMatchObject([{ count: 1 }])
  const before = rows(b)
  const removing = await profiled('comment', 'rm', '1-10000', '-y')
  expect(removing.map(({ sql, count }) => [sql.split(' ')[0], count])).toEqual([
    ['select', 1],
    ['select', 1],
    ['delete', 1],
  ])
  expect(await all(b)).toEqual([])
  await b.json('undo')
  expect(rows(b)).toEqual(before)
})
