import { describe, expect, test } from 'vitest'
import { agency, rows } from './agency.ts'

const clientKeys = [
  'id',
  'uid',
  'name',
  'status',
  'email',
  'phone',
  'rate_cents',
  'currency',
  'notes',
  'open_tasks',
  'done_tasks',
  'created_at',
  'updated_at',
]
const projectKeys = [
  'id',
  'uid',
  'name',
  'status',
  'client',
  'client_id',
  'notes',
  'open_tasks',
  'done_tasks',
  'open_total',
  'done_total',
  'next_due',
  'estimate_total',
  'tracked_total',
  'created_at',
  'updated_at',
]
const tagKeys = ['tag', 'open', 'total']

const changes: readonly [line: string[], sentence: string, ids: (number | string)[], keys: string[]][] = [
  [['client', 'add', 'Initech', '--rate', '9.5'], 'Added client 3 "Initech" · 9.50 an hour', [3], clientKeys],
  [['client', 'edit', 'acme', '--rate', '90'], 'Changed client 1 "Acme Corp" · 90.00 EUR an hour', [1], clientKeys],
  [['client', 'edit', 'acme', 'globex', '--status', 'inactive'], 'Changed 2 clients', [1, 2], clientKeys],
  [['client', 'edit', 'acme', '--rate', '85.00'], 'Nothing changed: it was so already', [], clientKeys],
  [['client', 'archive', 'acme'], 'Archived Acme Corp · 2 tasks still open', [1], clientKeys],
  [
    ['client', 'remove', 'acme', '--yes'],
    'Removed Acme Corp · 2 tasks and 1 project live on without it',
    [1],
    clientKeys,
  ],
  [['client', 'rm', 'glob', '-y'], 'Removed Globex', [2], clientKeys],
  [['project', 'add', 'work/shop', '--client', 'glo'], 'Added project 4 "work/shop" · client Globex', [4], projectKeys],
  [
    ['project', 'edit', 'work', '--name', 'web'],
    'Changed project 1 "web" · client Acme Corp · was work · 1 project below moved along',
    [1, 2],
    projectKeys,
  ],
  [['project', 'edit', 'work', '--client', 'none'], 'Changed project 1 "work"', [1], projectKeys],
  [['project', 'edit', 'work', '--client', 'acme'], 'Nothing changed: it was so already', [], projectKeys],
  [['project', 'archive', 'work'], 'Archived work, work/site · 2 tasks still open', [1, 2], projectKeys],
  [
    ['project', 'remove', 'work', '--yes'],
    'Removed work · 1 task lives on without a project · 1 project below stays',
    [1],
    projectKeys,
  ],
  [
    ['project', 'rm', 'work', '--cascade', '-y'],
    'Removed work, work/site · 2 tasks live on without a project',
    [1, 2],
    projectKeys,
  ],
  [['tag', 'rename', 'garden', 'yard'], 'Renamed garden to yard · 1 task', ['yard'], tagKeys],
  [['tag', 'rename', 'garden', 'design'], 'Merged garden into design · 1 task', ['design'], tagKeys],
  [['tag', 'remove', 'design', '--yes'], 'Removed design from 2 tasks', ['design'], tagKeys],
]

describe.each(changes)('larry %j', (line, sentence, ids, keys) => {
  test('says in a table what it did, and undo brings every row back', async () => {
    const b = await agency()
    const before = rows(b)
    expect(await b.larry(...line, '--format', 'table')).toEqual({ code: 0, stdout: `${sentence}\n`, stderr: '' })
    const after = rows(b)
    expect((await b.larry(ids.length === 0 ? 'list' : 'undo')).code).toBe(0)
    expect(rows(b)).toEqual(before)
    expect((await b.larry(ids.length === 0 ? 'list' : 'redo')).code).toBe(0)
    expect(rows(b)).toEqual(after)
  })

  test('answers JSON with a list of whole rows in their key order, and ids with theirs', async () => {
    const b = await agency()
    const answer = await b.json<Record<string, unknown>[]>(...line, '-n')
    expect(answer.map((row) => row['id'] ?? row['tag'])).toEqual(ids)
    for (const row of answer) expect(Object.keys(row)).toEqual(keys)
    expect((await b.larry(...line, '--ids')).stdout).toBe(ids.map((id) => `${id}\n`).join(''))
  })

  test('under --dry-run says the same and writes nothing', async () => {
    const b = await agency()
    const before = rows(b)
    expect(await b.larry(...line, '--format', 'table', '-n')).toEqual({
      code: 0,
      stdout: `${sentence}\n`,
      stderr: 'dry run: nothing was written\n',
    })
    expect(rows(b)).toEqual(before)
  })

  test('with -q says no sentence, and of what is new the bare id', async () => {
    const b = await agency()
    const { code, stdout, stderr } = await b.with({ columns: 80 })(...line, '-q')
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout).toBe(line.includes('add') ? `${ids[0]}\n` : '')
  })
})

test.each([
  [
    ['client', 'list'],
    ['client', 'ls'],
  ],
  [
    ['project', 'list'],
    ['project', 'ls'],
  ],
])('larry %j gives the same rows in every format, and is larry %j', async (line, short) => {
  const b = await agency()
  const all = await b.json<Record<string, unknown>[]>(...line)
  const names = all.map(({ name }) => name)
  expect(names.length).toBeGreaterThan(1)
  expect(await b.json(...short)).toEqual(all)
  const lines = async (...flags: string[]) => (await b.larry(...line, ...flags)).stdout.trimEnd().split(/\r?\n/)
  expect((await lines('--format', 'ndjson')).map((text) => JSON.parse(text))).toEqual(all)
  expect(await lines('--format', 'tsv', '--fields', 'name')).toEqual(names)
  expect(await lines('--format', 'csv', '--fields', 'name')).toEqual(['name', ...names])
  expect(await lines('--format', 'table', '--fields', 'name')).toEqual(['name', ...names])
  expect(await lines('--ids')).toEqual(all.map(({ id }) => String(id)))
  expect((await lines('--format', 'md', '--fields', 'name')).slice(2)).toEqual(
    names.map((name) => `| ${String(name)} |`),
  )
})

test.each([
  [['client', 'show', 'acme'], clientKeys, ['tracked_seconds', 'billable_seconds', 'amount_cents', 'last_activity']],
  [['project', 'show', 'work'], projectKeys, ['progress', 'last_activity']],
])('larry %j gives one object with the keys of a list and more after them', async (line, keys, more) => {
  const b = await agency()
  const shown = await b.json<Record<string, unknown>>(...line)
  expect(Object.keys(shown)).toEqual([...keys, ...more])
  for (const format of ['table', 'md', 'csv', 'tsv', 'ndjson', 'ids'])
    expect({ format, ...(await b.larry(...line, '--format', format)) }).toMatchObject({ format, code: 0, stderr: '' })
})
