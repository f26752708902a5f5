import { expect, test } from 'vitest'
import { type Bench, bench } from '../support/larry.ts'
import { seed } from './seed.ts'

/** Each task by the letter of its title. */
async function six(): Promise<Bench> {
  const b = bench()
  await seed(
    b,
    'a project:work/site due:2026-11-25T08:00',
    'b project:Home p:low',
    'c due:2026-11-24 p:urgent',
    'd project:home due:2026-11-25 status:review',
    'e project:work p:high',
    'f status:in-progress due:2026-11-25T07:00',
  )
  return b
}

const orders: readonly [group: string, order: string, groups: [string, number][]][] = [
  [
    'project',
    'dbeacf',
    [
      ['Home', 2],
      ['work', 1],
      ['work/site', 1],
      ['none', 2],
    ],
  ],
  ['client', 'cdfaeb', [['none', 6]]],
  [
    'status',
    'caebfd',
    [
      ['todo', 4],
      ['in-progress', 1],
      ['review', 1],
    ],
  ],
  [
    'priority',
    'cedfab',
    [
      ['urgent', 1],
      ['high', 1],
      ['medium', 3],
      ['low', 1],
    ],
  ],
  [
    'due',
    'cdfaeb',
    [
      ['2026-11-24', 1],
      ['2026-11-25', 3],
      ['none', 2],
    ],
  ],
]

test.each(orders)('--group %s gives the rows as %s in every format', async (group, order) => {
  const b = await six()
  const as = async (format: string) =>
    (await b.larry('list', '--group', group, '--format', format, '--fields', 'title')).stdout
  const letters = (text: string) => [...text.matchAll(/^(?:\| )?([a-f])(?: \|)?\r?$/gm)].map(([, letter]) => letter)
  const found: Record<string, string> = {}
  for (const format of ['table', 'tsv', 'csv', 'md']) found[format] = letters(await as(format)).join('')
  found['json'] = (JSON.parse(await as('json')) as { title: string }[]).map(({ title }) => title).join('')
  found['ndjson'] = (await as('ndjson'))
    .trimEnd()
    .split('\n')
    .map((line) => (JSON.parse(line) as { title: string }).title)
    .join('')
  expect(found).toEqual({ table: order, tsv: order, csv: order, md: order, json: order, ndjson: order })
  const paged = await b.larry('list', '--group', group, '-l', '3', '--offset', '1', '--fields', 'title')
  expect(letters(paged.stdout).join('')).toBe(order.slice(1, 4))
})

test.each(orders)('--group %s names and counts its groups in a table', async (group, _, groups) => {
  const b = await six()
  const { stdout } = await b.larry('list', '--group', group, '--format', 'table')
  expect([...stdout.matchAll(/^\n(.+) \((\d+)\)$/gm)].map(([, name, count]) => [name, Number(count)])).toEqual(groups)
  const counts = await b.json<{ group: string | null; count: number }[]>('list', '--group', group, '--count')
  expect(counts.map((row) => [row.group ?? 'none', row.count])).toEqual(groups)
})

test('a table has a heading line for each group, and columns in line through all of them', async () => {
  const b = await six()
  expect((await b.larry('list', '--group', 'project', '--fields', 'id,due,title', '--format', 'table')).stdout).toBe(
    [
      'id  due               title',
      '',
      'Home (2)',
      '4   2026-11-25        d',
      '2                     b',
      '',
      'work (1)',
      '5                     e',
      '',
      'work/site (1)',
      '1   2026-11-25 08:00  a',
      '',
      'none (2)',
      '3   2026-11-24        c',
      '6   2026-11-25 07:00  f',
      '',
    ].join('\n'),
  )
})

test('md has a heading and a table for each group, in which no project is markup', async () => {
  const b = bench()
  await seed(b, 'a project:x_y_#', 'b')
  expect((await b.larry('list', '--group', 'project', '--fields', 'id', '--format', 'md')).stdout).toBe(
    '## x\\_y\\_\\#\n\n| id |\n| --- |\n| 1 |\n\n## none\n\n| id |\n| --- |\n| 2 |\n',
  )
})

test('headings fit the terminal, and what could drive it is written out', async () => {
  const b = bench()
  await b.larry('add', 'a', `project:${'long '.repeat(30)}`)
  await b.larry('add', 'b', 'project:x\u202ey')
  const { stdout } = await b.with({ columns: 40 })('list', '--group', 'project', '--no-color')
  expect(stdout.split('\n').filter((line) => line.length > 40)).toEqual([])
  expect(stdout).toContain('… (1)\n')
  expect(stdout).toContain('x\\u202ey (1)\n')
})

test('counts of groups are told in every format, none as null in JSON', async () => {
  const b = await six()
  const as = async (...flags: string[]) => (await b.larry('list', '--group', 'status', '--count', ...flags)).stdout
  expect(await as('--format', 'table')).toBe('group        count\ntodo         4\nin-progress  1\nreview       1\n')
  expect(await as('--format', 'csv')).toBe('group,count\r\ntodo,4\r\nin-progress,1\r\nreview,1\r\n')
  expect(await b.json('list', '--group', 'client', '--count', '+nowhere')).toEqual([])
  expect(await b.json('list', '--group', 'project', '--count', 'p:urgent')).toEqual([{ group: null, count: 1 }])
  expect(await b.larry('list', '--group', 'due', '--count', '+nowhere', '--exit-code')).toMatchObject({ code: 1 })
})

test('search is grouped too, and --sort orders within the groups', async () => {
  const b = await six()
  await b.larry('done', '1', '2')
  expect(
    (await b.larry('search', 'status:todo,done,review', '--group', 'status', '--sort', '-id', '--ids')).stdout,
  ).toBe('5\n3\n4\n2\n1\n')
})

test('a grouped list of many pages keeps its groups whole', async () => {
  const b = bench()
  const lines = Array.from({ length: 1_500 }, (_, i) => `t${i} project:p${i % 3}\n`)
  await b.with({ stdin: lines.join('') })('add', '-')
  const { stdout } = await b.larry('list', '--group', 'project', '--format', 'md', '--fields', 'project')
  expect(stdout.match(/^## .*/gm)).toEqual(['## p0', '## p1', '## p2'])
  expect(stdout.match(/^\| p[012] \|$/gm)).toHaveLength(1_500)
})

test('an empty grouped list is an empty list', async () => {
  const b = bench()
  expect(await b.larry('list', '--group', 'due', '--format', 'table')).toEqual({
    code: 0,
    stdout: '',
    stderr: 'No tasks.\n',
  })
  expect(await b.json('list', '--group', 'due')).toEqual([])
})

test.each([
  [['--group', 'tag'], 'one of project, client, status, priority, due'],
  [['--group', 'projct'], 'did you mean project?'],
  [['--group', 'due', '--group', 'status'], 'are both given'],
  [['--group', 'due', '--count', '-l', '2'], '--group with --count counts whole groups'],
])('list %j is refused, exit 2', async (line, message) => {
  const ran = await (await six()).larry('list', ...line)
  expect(ran).toMatchObject({ code: 2, stdout: '' })
  expect(ran.stderr).toContain(message)
})
