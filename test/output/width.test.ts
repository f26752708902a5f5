import stringWidth from 'string-width'
import { expect, test } from 'vitest'
import { documentedViews } from '../../src/db/query/documented.ts'
import { cpuMs } from '../support/cpu.ts'
import { type Bench, bench } from '../support/larry.ts'

const titles = [
  'A plain title that is longer than any terminal of sixty cells has room for, by far',
  '日本語のとても長いタイトルは端末の幅を超えてしまうことがありますので切り詰めます',
  '👩‍👩‍👧‍👦 family 🇦🇹 flag e\u0301 combining 🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉',
  'short',
]

async function wide(): Promise<Bench> {
  const b = bench()
  for (const title of titles)
    await b.larry('add', '+ünïcode', '+日本', 'project:работа/サイト', 'due:2026-11-24T14:00', '--', title)
  await b.larry('add', 'p:urgent', '--notes', titles[1]!.repeat(3), '--', titles[1]!)
  return b
}

const plain = (text: string) => text.replaceAll(/\u001b\[\d+m/g, '')
const lines = (text: string) => plain(text).trimEnd().split('\n')

test.each([30, 40, 60, 79, 80, 120])('a list on a terminal of %i columns never exceeds it', async (columns) => {
  const b = await wide()
  const { stdout } = await b.with({ columns })('list')
  expect(lines(stdout)).toHaveLength(6)
  expect(lines(stdout).filter((line) => stringWidth(line) > columns)).toEqual([])
})

test('columns align by cells, wide characters or not', async () => {
  const b = await wide()
  const { stdout } = await b.with({ columns: 200 })('list', '--sort', 'id', '--fields', 'id,title,status')
  const [head, ...rows] = lines(stdout)
  const at = stringWidth(head!.slice(0, head!.indexOf('status')))
  expect(rows.filter((row) => stringWidth(row.slice(0, row.indexOf('todo'))) !== at)).toEqual([])
})

test('an id is never cut, and what is cut says so', async () => {
  const b = await wide()
  const { stdout } = await b.with({ columns: 40 })('list', '--sort', 'id')
  for (const [i, line] of lines(stdout).slice(1).entries()) expect(line).toMatch(new RegExp(`^${i + 1} `))
  expect(stdout).toContain('…')
})

test('COLUMNS beats what the terminal says', async () => {
  const b = await wide()
  const { stdout } = await b.with({ columns: 200, env: { COLUMNS: '60' } })('list')
  expect(lines(stdout).filter((line) => stringWidth(line) > 60)).toEqual([])
})

test('in a pipe nothing is ever cut, whatever COLUMNS says', async () => {
  const b = await wide()
  for (const format of ['table', 'tsv', 'csv']) {
    const { stdout } = await b.with({ env: { COLUMNS: '20' } })('list', '--format', format)
    for (const title of titles) expect(stdout).toContain(title)
  }
})

test.each([1, 2, 3, 4, 5])('the card of task %i fits a terminal of 60 columns', async (id) => {
  const b = await wide()
  const { stdout } = await b.with({ columns: 60 })('show', String(id))
  expect(lines(stdout).filter((line) => stringWidth(line) > 60)).toEqual([])
})

test('a card in a pipe cuts nothing', async () => {
  const b = await wide()
  const { stdout } = await b.larry('show', '5', '--format', 'table')
  expect(stdout).toContain(titles[1])
  expect(stdout).toContain(titles[1]!.repeat(3))
})

test('of more columns than a line has room for each row is a card, with all that was asked for', async () => {
  const b = bench()
  await b.larry('add', 'Pay rent', '+home')
  await b.larry('add', 'Call Bob', 'due:fri')
  const narrow = b.with({ columns: 40, env: { NO_COLOR: '1' } })
  const fields = 'id,notes,title,status,due,tags,project,created_at'
  const { stdout } = await narrow('list', '--sort', 'id', '--fields', fields, '--format', 'table')
  const [first, second, ...more] = stdout.split('\n\n')
  expect(more).toEqual([])
  expect(first).toBe(
    'id          1\nnotes\ntitle       Pay rent\nstatus      todo\ndue\ntags        home\nproject\ncreated_at  2026-11-23 09:00',
  )
  expect(second).toContain('title       Call Bob\n')
  const grouped = await narrow('list', '--sort', 'id', '--group', 'status', '--fields', fields, '--format', 'table')
  expect(grouped.stdout).toMatch(/^todo \(2\)\nid          1\n/)
})

test('a query shows every column it asks for, in cards where they have no room', async () => {
  const b = bench()
  await b.larry('add', 'Pay rent')
  const terminal = b.with({ columns: 80, env: { NO_COLOR: '1' } })
  const all = (await terminal('sql', 'select * from v_tasks', '--format', 'table')).stdout.trimEnd().split('\n')
  expect(all.map((line) => line.split(' ', 1)[0])).toEqual(Object.keys(documentedViews['v_tasks']!))
  expect(all.filter((line) => line.length > 80)).toEqual([])
  const few = (await terminal('sql', 'select id, title, due, notes from v_tasks', '--format', 'table')).stdout
  expect(few).toBe('id  title     due  notes\n1   Pay rent       \n')
})

test('a thousand cards are no work of minutes', async () => {
  const b = bench({ empty: true })
  const query = `with recursive n(i) as (select 1 union all select i + 1 from n where i < 1000)
    select ${Array.from({ length: 30 }, (_, at) => `i + ${at} as number_${at}`).join(', ')} from n`
  const start = cpuMs()
  const { stdout } = await b.with({ columns: 80 })('sql', query, '--format', 'table', '--no-color')
  expect(cpuMs() - start).toBeLessThan(3000)
  expect(stdout).toMatch(/number_29 {2}1029\n$/)
})
