import { expect, test } from 'vitest'
import { type Bench, bench } from '../support/larry.ts'

async function filled(): Promise<Bench> {
  const b = bench()
  await b.json('add', 'Pay rent', '+home', '+a', 'p:high', 'due:2026-11-24T14:00', 'project:work/site')
  await b.json('add', 'Say "hi", Bob', '--notes', 'two\nlines')
  await b.json('add', 'back\\slash', 'due:2026-11-24')
  return b
}

/** Rows of RFC 4180 text, unquoted. */
function parseCsv(text: string): string[][] {
  expect(text).toMatch(/^(?:(?:"(?:[^"]|"")*"|[^",\r\n]*)(?:,|\r\n))*$/)
  const cells = [...text.matchAll(/("(?:[^"]|"")*"|[^",\r\n]*)(,|\r\n)/g)]
  const rows: string[][] = [[]]
  for (const [, cell, end] of cells) {
    rows.at(-1)!.push(cell!.startsWith('"') ? cell!.slice(1, -1).replaceAll('""', '"') : cell!)
    if (end === '\r\n') rows.push([])
  }
  return rows.slice(0, -1)
}

const columns = 'id,status,priority,due,project,client,tags,title'

test('csv is RFC 4180 with a header and the frozen columns', async () => {
  const { larry } = await filled()
  const { stdout } = await larry('list', '--format', 'csv')
  expect(stdout).toBe(
    [
      columns,
      '3,todo,medium,2026-11-24,,,,back\\slash',
      '1,todo,high,2026-11-24T14:00,work/site,,a home,Pay rent',
      '2,todo,medium,,,,,"Say ""hi"", Bob"',
      '',
    ].join('\r\n'),
  )
  expect(parseCsv((await larry('list', 'id:2', '--format', 'csv', '--fields', 'notes,title')).stdout)).toEqual([
    ['notes', 'title'],
    ['two\nlines', 'Say "hi", Bob'],
  ])
})

test('tsv has no header unless asked, and one line a row: tab, newline and backslash escaped', async () => {
  const b = await filled()
  await b.larry('add', '--', 'tab\there')
  const { stdout } = await b.larry('list', '--format', 'tsv', '--fields', 'title,notes', '--sort', 'id')
  expect(stdout).toBe('Pay rent\t\nSay "hi", Bob\ttwo\\nlines\nback\\\\slash\t\ntab\\there\t\n')
  const headed = await b.larry('list', 'id:1', '--header', '--format', 'tsv')
  expect(headed.stdout.split('\n')[0]).toBe(columns.replaceAll(',', '\t'))
})

test('json is an array, ndjson one object a line, with equal objects', async () => {
  const { larry } = await filled()
  const rows = JSON.parse((await larry('list', '--json')).stdout)
  const lines = (await larry('list', '--format', 'ndjson')).stdout.trimEnd().split('\n')
  expect(lines.map((line) => JSON.parse(line))).toEqual(rows)
  expect(rows).toHaveLength(3)
})

test('ids are one a line, and -0 ends ids and tsv records with NUL', async () => {
  const { larry } = await filled()
  expect((await larry('list', '--ids')).stdout).toBe('3\n1\n2\n')
  expect((await larry('list', '--format', 'ids', '-0')).stdout).toBe('3\x001\x002\x00')
  expect((await larry('list', '--null', '--fields', 'id,due')).stdout).toBe(
    '3\t2026-11-24\x001\t2026-11-24T14:00\x002\t\x00',
  )
})

test.each([
  [['list']],
  [['list', '--all', '--sort', '-title']],
  [['list', '--sort', 'id', '-l', '2', '--offset', '1']],
  [['search', 'b']],
])('larry %j gives the same rows in the same order in every format', async (line) => {
  const b = await filled()
  const fieldsOf = (format: string) => (format === 'ids' ? [] : ['--fields', 'id,title'])
  const as = async (format: string) => (await b.larry(...line, '--format', format, ...fieldsOf(format))).stdout
  const ids = (JSON.parse(await as('json')) as { id: number }[]).map(({ id }) => String(id))
  expect(ids.length).toBeGreaterThan(0)
  const lines = (text: string) => text.trimEnd().split('\n')
  expect(lines(await as('ids'))).toEqual(ids)
  expect(lines(await as('ndjson')).map((row) => String(JSON.parse(row).id))).toEqual(ids)
  expect(lines(await as('tsv')).map((row) => row.split('\t')[0])).toEqual(ids)
  expect(
    parseCsv(await as('csv'))
      .slice(1)
      .map(([id]) => id),
  ).toEqual(ids)
  expect(
    lines(await as('table'))
      .slice(1)
      .map((row) => row.split(' ')[0]),
  ).toEqual(ids)
})

test('show speaks every format', async () => {
  const { larry } = await filled()
  const shown = JSON.parse((await larry('show', '2', '--json')).stdout)
  expect(shown).toMatchObject({ id: 2, notes: 'two\nlines' })
  expect(JSON.parse((await larry('show', '2', '--format', 'ndjson')).stdout)).toEqual(shown)
  expect((await larry('show', '2', '--format', 'csv')).stdout).toMatch(/^id,status.*\r\n2,todo.*\r\n$/)
  expect((await larry('show', '2')).stdout).toBe('2\ttodo\tmedium\t\t\t\t\tSay "hi", Bob\n')
  expect((await larry('show', '2', '--ids')).stdout).toBe('2\n')
  expect((await larry('show', '2', '--format', 'table')).stdout).toMatch(/two(\\n|\s+)lines/)
})

test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '\rx'])(
  '--safe-csv keeps a spreadsheet from running %j',
  async (title) => {
    const b = bench()
    await b.larry('add', '--', title)
    const csv = async (...flags: string[]) =>
      parseCsv((await b.larry('list', '--format', 'csv', '--fields', 'title', ...flags)).stdout)
    expect(await csv()).toEqual([['title'], [title]])
    expect(await csv('--safe-csv')).toEqual([['title'], [`'${title}`]])
  },
)

test.each([
  ['table', ''],
  ['tsv', ''],
  ['json', '[]\n'],
  ['ndjson', ''],
  ['csv', `${columns}\r\n`],
  ['ids', ''],
])('an empty list as %s is %j on stdout, exit 0', async (format, stdout) => {
  const { larry } = bench()
  const told = format === 'table' || format === 'tsv' ? 'No tasks.\n' : ''
  expect(await larry('list', '--format', format)).toEqual({ code: 0, stdout, stderr: told })
})

test('the lines SQLite makes are byte for byte those of the rows, in the same order, whatever the titles hold', async () => {
  const b = bench()
  const titles = [
    'quote " backslash \\ slash / tab \t bell \u0007 escape \u001b delete \u007f',
    'line\u2028and\u2029paragraph, \u0085 and \ufeff',
    'emoji 👩‍👩‍👧, é as e\u0301, 中文, עברית',
    '{"not":"json"}',
    '[1,2]',
    'null',
    '1e400',
  ]
  for (const title of titles) await b.larry('add', '--literal', '--', title)
  await b.larry('edit', '1', '+b', '+a', 'depends:2,3', 'p:high', 'due:2026-11-24T14:00', 'est:90m', 'project:x/"y')
  await b.larry('edit', '4', '--notes', 'two\nlines\r\u0001')
  await b.larry('done', '5')
  for (const more of [
    [],
    ['--sort', '-title'],
    ['-l', '3', '--offset', '1'],
    ['--fields', 'tags,title,depends_on,id'],
  ]) {
    const rows = await b.json<object[]>('list', '--all', ...more)
    const { stdout } = await b.larry('list', '--all', '--format', 'ndjson', ...more)
    expect(stdout).toBe(rows.map((row) => `${JSON.stringify(row)}\n`).join(''))
    expect(rows.length).toBeGreaterThan(2)
  }
})

test('a list longer than a page is one list in every format', async () => {
  const b = bench()
  await b.with({ stdin: Array.from({ length: 1234 }, (_, i) => `task ${i}`).join('\n') })('add', '-', '-q')
  const rows = await b.json<{ id: number }[]>('list')
  expect(rows.map(({ id }) => id)).toEqual(Array.from({ length: 1234 }, (_, i) => i + 1))
  expect((await b.larry('list', '--json')).stdout).toBe(`${JSON.stringify(rows, null, 2)}\n`)
  for (const [format, lines] of [
    ['ndjson', 1234],
    ['tsv', 1234],
    ['ids', 1234],
    ['csv', 1235],
    ['table', 1235],
  ] as const)
    expect((await b.larry('list', '--format', format)).stdout.trimEnd().split('\n')).toHaveLength(lines)
})

test('md is a table of GitHub Markdown in which stored text is no markup', async () => {
  const b = await filled()
  await b.larry('add', '--', 'a|b *c* <i>[x](y)</i> &lt; `d` back\\slash')
  const { stdout } = await b.larry('list', 'id:4', 'or', 'id:1', '--format', 'md', '--fields', 'id,due,tags,title')
  expect(stdout).toBe(
    [
      '| id | due | tags | title |',
      '| --- | --- | --- | --- |',
      '| 1 | 2026-11-24 14:00 | a home | Pay rent |',
      '| 4 |  |  | a\\|b \\*c\\* \\<i\\>\\[x\\](y)\\</i\\> \\&lt; \\`d\\` back\\\\slash |',
      '',
    ].join('\n'),
  )
  expect((await b.larry('show', '2', '--format', 'md', '--fields', 'title,notes')).stdout).toBe(
    '| field | value |\n| --- | --- |\n| title | Say "hi", Bob |\n| notes | two<br>lines |\n',
  )
})
