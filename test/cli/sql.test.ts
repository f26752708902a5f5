import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { expect, test } from 'vitest'
import { documentedViews } from '../../src/db/query/documented.ts'
import { bench } from '../support/larry.ts'
import { seed } from './seed.ts'

async function seeded() {
  const b = bench()
  await seed(b, 'Paint the fence p:high +home +garden', 'Mow due:2026-11-30', 'Rest')
  return b
}

test.each([
  ['json', '[\n  {\n    "id": 1,\n    "tags": "garden home"\n  },\n  {\n    "id": 2,\n    "tags": null\n  }\n]\n'],
  ['ndjson', '{"id":1,"tags":"garden home"}\n{"id":2,"tags":null}\n'],
  ['csv', 'id,tags\r\n1,garden home\r\n2,\r\n'],
  ['tsv', '1\tgarden home\n2\t\n'],
  ['ids', '1\n2\n'],
  ['md', '| id | tags |\n| --- | --- |\n| 1 | garden home |\n| 2 |  |\n'],
  ['table', 'id  tags\n1   garden home\n2\n'],
])('a query answers its columns as %s', async (format, text) => {
  const { larry } = await seeded()
  const ran = await larry('sql', 'select id, tags from v_tasks where id < 3 order by id', '--format', format)
  expect({ ...ran, stdout: ran.stdout.replaceAll(/ +\n/g, '\n') }).toEqual({
    code: 0,
    stdout: text.replaceAll(/ +\n/g, '\n'),
    stderr: '',
  })
})

test('what the README promises of the views is what they have', async () => {
  const { file } = bench()
  const handle = new Sqlite(file, { readonly: true })
  const columns = Object.fromEntries(
    Object.keys(documentedViews).map((view) => [
      view,
      handle
        .prepare(`select * from ${view}`)
        .columns()
        .map(({ name }) => name),
    ]),
  )
  const views = handle.prepare(`select name from sqlite_schema where type = 'view'`).pluck().all()
  handle.close()
  expect(columns).toEqual(Object.fromEntries(Object.entries(documentedViews).map(([v, c]) => [v, Object.keys(c)])))
  expect(new Set(views)).toEqual(new Set(Object.keys(documentedViews)))
})

test('every word and type that the views are told to have is one that larry stores', async () => {
  const b = await seeded()
  await b.larry('habit', 'add', 'Run', '--period', 'week', '--target', '2.5')
  await b.larry('habit', 'done', 'Run', '--amount', '1.5')
  const { stdout } = await b.larry('sql', '--views', '--template', '{{view}}.{{column}} {{type}} {{about}}')
  const told = stdout.split('\n')
  expect(told).toContain('v_tasks.status text todo, in-progress, review, blocked, done or cancelled')
  expect(told).toContain('v_tasks.priority text low, medium, high, critical or urgent')
  expect(told).toContain('v_tasks.priority_rank integer 1 for low to 5 for urgent')
  expect(told).toContain('v_habits.period text day, week or month')
  const query = `select typeof(target) as target, typeof(h.amount) as amount, typeof(k.amount) as one
    from v_habits as h join v_habit_checks as k on k.habit_id = h.id`
  expect(await b.json('sql', query)).toEqual([{ target: 'real', amount: 'real', one: 'real' }])
  const reals = told.filter((line) => line.split(' ')[1] === 'real').map((line) => line.split(' ', 1)[0])
  expect(reals).toEqual(['v_habits.target', 'v_habits.amount', 'v_habit_checks.amount'])
})

test('is_blocked of a view is what is:blocked finds', async () => {
  const b = bench()
  await seed(b, 'Rent van', 'Drive depends:1', 'Ask', 'Wait wait:fri', 'Done depends:1', 'Held')
  await b.larry('done', '5', '--force')
  await b.larry('edit', '6', 'status:blocked')
  const ids = 'select id from v_tasks where is_blocked order by id'
  expect((await b.larry('sql', ids)).stdout).toBe('2\n6\n')
  expect((await b.larry('list', 'is:blocked', '--ids', '--sort', 'id')).stdout).toBe('2\n6\n')
})

test('a view tells of client and time what JSON tells', async () => {
  const b = bench()
  await b.larry('client', 'add', 'Acme')
  await b.larry('project', 'add', 'Site', '--client', 'Acme')
  await seed(b, 'Call project:Site', 'Mail client:Acme')
  const keys = 'client, client_id, tracked_seconds'
  expect(await b.json('sql', `select ${keys} from v_tasks order by id`)).toEqual([
    { client: 'Acme', client_id: null, tracked_seconds: 0 },
    { client: 'Acme', client_id: 1, tracked_seconds: 0 },
  ])
  expect(await b.json('list', '--sort', 'id', '--fields', 'client,client_id')).toEqual([
    { client: 'Acme', client_id: null },
    { client: 'Acme', client_id: 1 },
  ])
})

test.each([[[]], [['--views']]])(
  'without a query, or with %j, the views and their columns are listed',
  async (flags) => {
    const { larry, json } = bench()
    const rows = await json<object[]>('sql', ...flags)
    expect(rows[0]).toEqual({ view: 'v_tasks', column: 'id', type: 'integer', about: 'the number of the task' })
    expect(rows).toHaveLength(67)
    expect((await larry('data', 'sql', ...flags, '--fields', 'column')).stdout).toContain('tracked_seconds\n')
  },
)

test('a query comes from the words, a pipe, a file or from behind --', async () => {
  const b = await seeded()
  writeFileSync(join(b.folder, 'q.sql'), '-- all of them\r\nselect count(*) as n\r\nfrom v_tasks;\r\n')
  const stdin = 'select\n count(*) as n from v_tasks\n'
  for (const ran of [
    await b.larry('sql', 'select', 'count(*)', 'as n from v_tasks'),
    await b.larry('sql', '--', 'select count(*) as n from v_tasks'),
    await b.larry('sql', '--file', 'q.sql'),
    await b.with({ stdin })('sql', '-'),
    await b.with({ stdin })('sql', '--file', '-'),
    await b.larry('sql', '-- a remark first\nselect count(*) as n from v_tasks'),
  ])
    expect(ran).toEqual({ code: 0, stdout: '3\n', stderr: '' })
})

test('parameters are numbers where they are written as such, else text', async () => {
  const { json } = await seeded()
  const ask = (query: string, ...values: string[]) => json('sql', query, ...values.flatMap((v) => ['--param', v]))
  expect(await ask('select id from v_tasks where title = :t and id < :n', 't=Mow', 'n=3')).toEqual([{ id: 2 }])
  expect(await ask('select typeof(:a) as a, typeof(@b) as b, typeof($c) as c', 'a=1', ':b=1.5', 'c=01')).toEqual([
    { a: 'integer', b: 'real', c: 'text' },
  ])
  expect(await ask(`select :a as a, ':b' as "b"`, `a=x' or 1=1 --`)).toEqual([{ a: `x' or 1=1 --`, b: ':b' }])
  expect(await ask('select id from v_tasks where title = :t', 't=5')).toEqual([])
})

test('values keep what JSON can say of them: long numbers and bytes as text', async () => {
  const { json } = bench()
  const query = `select 9007199254740993 as big, x'00ff' as bytes, 9e999 as much, null as none, 1.5 as part, '' as empty`
  expect(await json('sql', query)).toEqual([
    { big: '9007199254740993', bytes: '00ff', much: 'Infinity', none: null, part: 1.5, empty: '' },
  ])
})

test('stored and computed text is shown as text, in names of columns too', async () => {
  const { larry } = bench()
  const query = `select 'a' || char(27, 10) || 'b' as "k\u001b[31m\n l"`
  const { stdout } = await larry('sql', query, '--format', 'table')
  expect(stdout).toBe('k\\x1b[31m l\na\\x1b\\nb\n')
  expect((await larry('sql', query)).stdout).toBe('a\\x1b\\nb\n')
  const own = await larry('sql', `select 1 as "__proto__", 2 as "constructor"`, '--json')
  expect(own.stdout).toBe('[\n  {\n    "__proto__": 1,\n    "constructor": 2\n  }\n]\n')
})

test('more rows than asked for are not passed over in silence', async () => {
  const { larry } = bench()
  const count = 'with recursive n(i) as (select 1 union all select i + 1 from n) select i from n'
  const warning = (n: number) => `larry: warning: the query has more than ${n} rows: --limit says how many are wanted\n`
  expect(await larry('sql', count, '-l', '2', '-q')).toEqual({ code: 0, stdout: '1\n2\n', stderr: warning(2) })
  expect(await larry('sql', count, '-l', '0')).toEqual({ code: 0, stdout: '', stderr: 'No rows.\n' })
  expect(await larry('sql', count, '-l', '1')).toMatchObject({
    stderr: 'larry: warning: the query has more than 1 row: --limit says how many are wanted\n',
  })
  expect(await larry('sql', count, '-l', '1000')).toMatchObject({ code: 0, stderr: warning(1000) })
  const usual = await larry('sql', count)
  expect(usual.stdout.split('\n')).toHaveLength(10_001)
  expect(usual.stderr).toBe(warning(10_000))
  expect(await larry('sql', `${count} limit 3`, '-l', '3')).toEqual({ code: 0, stdout: '1\n2\n3\n', stderr: '' })
  expect(await larry('sql', 'select 1 where 0')).toEqual({ code: 0, stdout: '', stderr: 'No rows.\n' })
  expect((await larry('sql', 'select 1 where 0', '--json')).stdout).toBe('[]\n')
})

const refusals: [query: string, message: string, hint: string][] = [
  ['', 'the query is empty', 'larry sql "select * from v_tasks"'],
  ['-- nothing', 'the query is empty', 'larry sql "select * from v_tasks"'],
  ['select 1; select 2', 'the query has more than one statement', 'ask one thing at a time'],
  ['select * from v_task', 'the query cannot be answered: no such table: v_task', 'did you mean v_tasks?'],
  [
    'select t.prioritty from v_tasks t',
    'the query cannot be answered: no such column: t.prioritty',
    'did you mean priority?',
  ],
  ['select 1 as a, 2 as a', 'two columns are called "a"', 'name one of them: ... as other_a'],
  ['select ?', 'a parameter of the query has no name', 'write :name for ?, and give --param name=value'],
  ['select :who', ':who has no value', '--param who=...'],
]

test.each(refusals)('%j is refused in one line', async (query, message, hint) => {
  const { larry } = bench()
  expect(await larry('sql', query)).toEqual({ code: 2, stdout: '', stderr: `larry: ${message}\n  hint: ${hint}\n` })
  const { stderr } = await larry('sql', query, '--json')
  expect(JSON.parse(stderr)).toEqual({ error: { kind: 'usage', message, hint, line: null } })
})

test.each([
  ['drop table tasks'],
  ['with a as (select 1) delete from tasks'],
  ['insert into tags values (1)'],
  ['explain pragma journal_mode = delete; drop table tasks'],
  ['pragma user_version = 3'],
  ["attach 'other.db' as other"],
  ["vacuum into 'copy.db'"],
  ['begin'],
  ['create temp table t (x)'],
  ["select load_extension('x')"],
  ['select form from'],
  ['(select 1)'],
  ['select json(1, 2, 3'],
  ["select json('{')"],
  ['select abs(-9223372036854775808)'],
  [`select ${'('.repeat(5000)}1${')'.repeat(5000)}`],
  ['select zeroblob(2000000000)'],
  ["select 'unfinished"],
  ['select\0 1'],
])('%j neither answers nor changes a byte of the file', async (query) => {
  const b = await seeded()
  const before = readFileSync(b.file)
  const ran = await b.larry('sql', query)
  expect(ran).toMatchObject({ code: 2, stdout: '' })
  expect(ran.stderr).toMatch(/^larry: .+\n( {2}hint: .+\n)?$/)
  expect(readFileSync(b.file).equals(before)).toBe(true)
})

test('a query that answers changes no byte of the file', async () => {
  const b = await seeded()
  const before = readFileSync(b.file)
  expect(await b.larry('sql', 'select count(*) from tasks, pragma_table_list')).toMatchObject({ code: 0 })
  expect(readFileSync(b.file).equals(before)).toBe(true)
})

test.each([
  [['sql', 'select :a', '--param', 'a'], 'cannot read --param "a"'],
  [['sql', 'select :a', '--param', 'a=1', '--param', 'a=2'], '--param a is given twice'],
  [['sql', 'select :project', '--param', 'projekt=1'], 'the query has no parameter :projekt'],
  [['sql', 'select 1', '--views'], '--views and "select 1" are both given'],
  [['sql', 'select 1', '--limit', 'x'], '--limit "x" is not a whole number'],
  [['sql', 'select 1', '--timeout', '30'], '--timeout "30" is not a length'],
  [['sql', 'select 1', '--file', 'none.sql'], 'none.sql does not exist'],
  [['sql', 'select 1 as a', '--fields', 'b'], 'a row has no field "b"'],
])('%j is refused', async (argv, message) => {
  const ran = await bench().larry(...argv)
  expect(ran.stdout).toBe('')
  expect(ran.code).toBeGreaterThan(1)
  expect(ran.stderr).toContain(message)
})

test('a WITH that deletes and answers what it deleted is refused, and deletes nothing', async () => {
  const b = await seeded()
  const before = await b.tasks()
  expect(before).not.toEqual([])
  const query = 'with old as (select id from tasks) delete from tasks where id in (select id from old) returning id'
  const ran = await b.larry('sql', query)
  expect(ran).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining('would change the file') })
  expect(await b.tasks()).toEqual(before)
})
