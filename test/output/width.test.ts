import stringWidth from 'string-width'
import { expect, test } from 'vitest'
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
