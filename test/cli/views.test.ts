import { array, assert, asyncProperty, constantFrom, letrec, oneof, tuple } from 'fast-check'
import { expect, test } from 'vitest'
import { inFile } from '../db/stores.ts'
import { type Bench, bench } from '../support/larry.ts'
import { many } from './many.ts'
import { seed } from './seed.ts'

const rows = (b: Bench) => inFile(b.file, (handle) => handle.prepare('select * from views').all())

async function three(): Promise<Bench> {
  const b = bench()
  await seed(b, 'Rent +home due:fri project:work/site', 'Bob p:high project:work due:2026-12-24', 'Tap +home due:thu')
  return b
}

const saving = ['view', 'save', 'work', 'project:work/', '-someday', '--sort', '-created', '--columns', 'id,title']

test('saving says what is kept, and a view is shown in every format', async () => {
  const b = await three()
  expect(await b.larry(...saving, '--format', 'table')).toEqual({
    code: 0,
    stdout: 'Saved view "work": project:work/ -someday · sorted by -created_at · columns id,title\n',
    stderr: '',
  })
  const view = {
    id: 1,
    uid: expect.stringMatching(/^[0-9a-f-]{36}$/),
    name: 'work',
    filter: 'project:work/ -someday',
    sort: '-created_at',
    columns: 'id,title',
    created_at: '2026-11-23T09:00:00.000Z',
    updated_at: '2026-11-23T09:00:00.000Z',
  }
  expect(await b.json('view', 'list')).toEqual([view])
  expect(await b.json('view', 'show', 'work')).toEqual(view)
  const as = async (...flags: string[]) => (await b.larry('view', 'ls', ...flags)).stdout
  expect(await as('--format', 'table')).toBe(
    'name  sort         columns   filter\nwork  -created_at  id,title  project:work/ -someday\n',
  )
  expect(await as()).toBe('work\t-created_at\tid,title\tproject:work/ -someday\n')
  expect(await as('--format', 'csv')).toBe(
    'name,sort,columns,filter\r\nwork,-created_at,"id,title",project:work/ -someday\r\n',
  )
  expect(await as('--ids')).toBe('work\n')
})

test('with -q a new view is its name, and a dry run saves none', async () => {
  const b = await three()
  expect(await b.larry('view', 'save', 'mine', '+home', '-q')).toEqual({ code: 0, stdout: 'mine\n', stderr: '' })
  expect(await b.json('view', 'save', 'other', '+home', '-n')).toMatchObject([{ id: 2, name: 'other' }])
  expect(await b.json('view', 'list')).toMatchObject([{ name: 'mine' }])
})

test('saving over a name replaces the view, says what it was, and undo restores it', async () => {
  const b = await three()
  await b.larry(...saving)
  const before = rows(b)
  const ran = await b.with({ now: '2026-11-24T09:00:00Z' })('view', 'save', ' Work ', '+home', '--format', 'table')
  expect(ran.stdout).toBe(
    'Replaced view "Work": +home\nIt was project:work/ -someday · sorted by -created_at · columns id,title\n',
  )
  expect(await b.json('view', 'list')).toMatchObject([
    { id: 1, name: 'Work', filter: '+home', sort: '', columns: '', created_at: '2026-11-23T09:00:00.000Z' },
  ])
  const after = rows(b)
  expect((await b.larry('view', 'save', 'Work', '+home', '--format', 'table')).stdout).toBe(
    'Nothing changed: it was so already\n',
  )
  await b.json('undo')
  expect(rows(b)).toEqual(before)
  await b.json('redo')
  expect(rows(b)).toEqual(after)
})

const listed = async (b: Bench, ...line: string[]) => (await b.larry('list', ...line)).stdout

test('a list takes filter, order and columns from a view; words narrow it, --sort and --fields go before it', async () => {
  const b = await three()
  await b.larry('view', 'save', 'w', 'project:work/', '--sort', 'title', '--columns', 'title,id')
  expect(await listed(b, '--view', 'W')).toBe('Bob\t2\nRent\t1\n')
  expect(await listed(b, '--view', 'w', 'p:high')).toBe('Bob\t2\n')
  expect(await listed(b, '--view', 'w', '--sort', '-title', '--fields', 'id')).toBe('1\n2\n')
  expect(await listed(b, '--view', 'w', '--count')).toBe('2\n')
  expect(await listed(b, '--view', 'w', '--group', 'priority', '--ids')).toBe('2\n1\n')
  expect(Object.keys((await b.json<object[]>('list', '--view', 'w'))[0]!)).toHaveLength(23)
})

test('or in a view does not reach the words beside it', async () => {
  const b = await three()
  await b.larry('view', 'save', 'v', '+home', 'or', 'p:high')
  expect(await listed(b, '--view', 'v', 'due:..fri', '--ids')).toBe('3\n1\n')
  expect(await listed(b, '--view', 'v', 'rent or bob', '--sort', 'id', '--ids')).toBe('1\n2\n')
})

test('a long view and many words beside it are one list', async () => {
  const b = await three()
  const long = Array.from({ length: 500 }, () => 'o')
  expect(await b.larry('view', 'save', 'long', ...long)).toMatchObject({ code: 0 })
  expect(await listed(b, '--view', 'long', ...long, '--ids')).toBe('2\n')
})

test('dates mean the day of the list, not the day of the saving', async () => {
  const b = await three()
  await b.larry('view', 'save', 'today', 'due:today')
  await b.larry('view', 'save', 'week', 'due:..next monday')
  expect(await listed(b, '--view', 'today', '--ids')).toBe('')
  expect((await b.with({ now: '2026-11-27T09:00:00Z' })('list', '--view', 'today', '--ids')).stdout).toBe('1\n')
  expect(await listed(b, '--view', 'week', '--ids')).toBe('3\n1\n')
  expect((await b.with({ now: '2026-12-22T09:00:00Z' })('list', '--view', 'week', '--ids')).stdout).toBe('3\n1\n2\n')
})

test('a view that speaks of finished tasks finds them', async () => {
  const b = await three()
  await b.larry('done', '3')
  await b.larry('view', 'save', 'finished', 'is:closed')
  await b.larry('view', 'save', 'home', '+home')
  expect(await listed(b, '--view', 'finished', '--ids')).toBe('3\n')
  expect(await listed(b, '--view', 'home', '--ids')).toBe('1\n')
  expect(await listed(b, '--view', 'home', '--all', '--ids')).toBe('3\n1\n')
})

test('removing asks and takes several, and undo brings them back', async () => {
  const b = await three()
  for (const name of ['a', 'b', 'c']) await b.larry('view', 'save', name, '+home')
  const before = rows(b)
  expect(await b.larry('view', 'remove', 'a')).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('Remove view "a"?'),
  })
  expect(await b.with({ answers: ['n'] })('view', 'rm', 'a')).toMatchObject({ code: 1 })
  expect(rows(b)).toEqual(before)
  expect((await b.larry('view', 'rm', 'b', 'A', 'b', '-y', '--format', 'table')).stdout).toBe(
    'Removed views "b", "a"\n',
  )
  expect(await b.json('view', 'rm', 'c', '-y')).toMatchObject([{ name: 'c', filter: '+home' }])
  expect(await b.larry('view', 'list')).toEqual({ code: 0, stdout: '', stderr: 'No views.\n' })
  await b.json('undo', '2')
  expect(rows(b)).toEqual(before)
})

test.each([
  [['view', 'save', 'x'], 2, 'there is nothing to save'],
  [['view', 'save'], 2, 'name'],
  [['view', 'save', ' ', '+a'], 2, '" " cannot name a view'],
  [['view', 'save', 'a\tb', '+a'], 2, 'cannot name a view'],
  [['view', 'save', 'x'.repeat(201), '+a'], 2, 'cannot name a view'],
  [['view', 'save', 'a\0', '+a'], 2, 'the name holds a NUL character'],
  [['view', 'save', 'x', 'due:someday'], 2, 'cannot read "someday" as a date'],
  [['view', 'save', 'x', 'statsu:todo'], 2, 'did you mean status:?'],
  [['view', 'save', 'x', '(+a'], 2, '"(" is not closed'],
  [['view', 'save', 'x', '/(/'], 2, 'cannot read /(/ as a pattern'],
  [['view', 'save', 'x', 'project:wrok'], 3, 'did you mean work?'],
  [['view', 'save', 'x', '+a', '--sort', 'duue'], 2, 'did you mean due?'],
  [['view', 'save', 'x', '+a', '--columns', 'id,titel'], 2, 'did you mean title?'],
  [['view', 'save', 'x', '+a', '--columns', ','], 2, '--columns names no field'],
  [['view', 'save', 'x', '+a', '--columns', 'id', '--columns', 'title'], 2, 'are both given'],
  [['view', 'save', 'x', '--', 'two words'], 2, '"two words" cannot be kept as the text of a filter'],
  [['view', 'save', 'x', '--', 'or'], 2, 'cannot be kept'],
  [['view', 'save', 'x', '--', '+home'], 2, 'cannot be kept'],
  [['view', 'show', 'wrok'], 3, 'view "wrok" does not exist\n  hint: did you mean work?'],
  [['view', 'show', 'zzzzzz'], 3, 'view "zzzzzz" does not exist\n  hint: larry view list'],
  [['view', 'remove', 'work', 'nowhere', '-y'], 3, 'view "nowhere" does not exist'],
  [['view', 'remove', '-y'], 2, 'no view is named'],
  [['list', '--view', 'wrok'], 3, 'did you mean work?'],
  [['list', '--view', ''], 3, 'view "" does not exist'],
  [['list', '--view', 'work', '--view', 'other'], 2, 'are both given'],
])('larry %j answers %i: %s, and changes nothing', async (line, code, message) => {
  const b = await three()
  await b.larry(...saving)
  const before = rows(b)
  const ran = await b.larry(...line)
  expect(ran).toMatchObject({ code, stdout: '' })
  expect(ran.stderr).toContain(message)
  expect(rows(b)).toEqual(before)
})

const terms = constantFrom(
  '+home',
  '-shop',
  'p:high..',
  'p<high',
  'due:..fri',
  'due:next monday',
  'due:"next monday"',
  'due:none',
  'est:..1h',
  'project:work/',
  'has:tags',
  'is:overdue',
  'status:todo,review',
  'is:closed',
  'id:1-4',
  'parent:none',
  'wait:any',
  'bob',
  'STRASSE',
  '100%',
  '*bob*',
  'C:\\dir',
  '/rent.now/',
  '/second line$/',
  '/a b|Pay \\d+ /',
  'a/b',
  '"quoted"',
)
const { filter } = letrec<{ filter: string[]; joined: string[] }>((tie) => ({
  filter: oneof(
    { depthSize: 'small', withCrossShrink: true },
    terms.map((term) => [term]),
    tie('joined'),
  ),
  joined: oneof(
    tuple(tie('filter'), constantFrom('and', 'or'), tie('filter')).map(([a, mark, b]) => [...a, mark, ...b]),
    tuple(tie('filter'), tie('filter')).map(([a, b]) => [...a, ...b]),
    tie('filter').map((a) => ['not', '(', ...a, ')']),
    tie('filter').map((a) => ['(', ...a, ')']),
  ),
}))

test('a list of a view is the list of its words, whatever they are', async () => {
  const b = await many()
  await assert(
    asyncProperty(filter, array(terms, { maxLength: 2 }), async (words, more) => {
      const saved = await b.larry('view', 'save', 'v', ...words)
      expect(saved).toMatchObject({ code: 0, stderr: '' })
      const viewed = await b.larry('list', '--json', '--view', 'v', ...more)
      expect(viewed).toEqual(await b.larry('list', '--json', '(', ...words, ')', ...more))
      expect(viewed.code).toBe(0)
    }),
    { seed: 20_261_123, numRuns: 60 },
  )
})

test.each([
  ['tag', ['tag', 'rename', 'home', 'house']],
  ['tag', ['tag', 'remove', 'home', '--yes']],
  ['project', ['project', 'edit', 'work', '--name', 'job']],
  ['project', ['project', 'remove', 'work', '--cascade', '--yes']],
  ['client', ['client', 'edit', 'acme', '--name', 'Apex']],
  ['client', ['client', 'remove', 'acme', '--yes']],
])('a view that asks for a %s which goes by larry %j is told of', async (kind, argv) => {
  const b = bench()
  await b.larry('client', 'add', 'Acme')
  await b.larry('add', 'a', '+home', 'project:work/site', 'client:acme')
  await b.larry('project', 'add', 'work')
  await b.larry('view', 'save', 'tag', 'not', '+home')
  await b.larry('view', 'save', 'project', 'project:work/', 'or', 'due:today')
  await b.larry('view', 'save', 'client', 'client:Acme')
  await b.larry('view', 'save', 'other', '+house', 'project:none', 'client:none')
  const ran = await b.larry(...argv)
  expect(ran.code).toBe(0)
  expect(ran.stderr.match(/^larry: warning: view "(\w+)" still asks for /gm)).toEqual([
    `larry: warning: view "${kind}" still asks for `,
  ])
})
