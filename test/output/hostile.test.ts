import { expect, test } from 'vitest'
import { bench } from '../support/larry.ts'

const titles: readonly [title: string, shown: string][] = [
  ['\u001b[31mred\u001b[0m', '\\x1b[31mred\\x1b[0m'],
  ['\u001b]52;c;cm0gLXJm\u0007', '\\x1b]52;c;cm0gLXJm\\x07'],
  ['over\rwritten', 'over\\rwritten'],
  ['evil\u202Etxt.exe', 'evil\\u202etxt.exe'],
  ['\u2066isolate\u2069', '\\u2066isolate\\u2069'],
  ['\u009b31m csi', '\\x9b31m csi'],
  ['line\u2028sep', 'line\\u2028sep'],
  ['\u0008\u007f', '\\x08\\x7f'],
  ['👩‍👩‍👧 日本語 ü e\u0301 🇦🇹', '👩‍👩‍👧 日本語 ü e\u0301 🇦🇹'],
]

test.each(titles)('%j is stored exactly and shown so that it cannot act: %s', async (title, shown) => {
  const { larry, json } = bench()
  const added = await larry('add', '--format', 'table', '--notes', `${title}\nmore`, '--', title)
  expect(added).toEqual({ code: 0, stdout: `Added 1 "${shown}"\n`, stderr: '' })
  expect(await json('list')).toMatchObject([{ title, notes: `${title}\nmore` }])
  const as = async (format: string) => (await larry('list', '--fields', 'id,title,notes', '--format', format)).stdout
  expect(JSON.parse(await as('ndjson'))).toMatchObject({ title, notes: `${title}\nmore` })
  expect(await as('csv')).toContain(title)
  expect(await as('tsv')).toBe(`1\t${shown}\t${shown}\\nmore\n`)
  expect((await as('table')).split('\n')[1]).toContain(`${shown}  `)
  expect(await as('table')).toContain(`${shown}\\nmore\n`)
  expect((await as('table')).split('\n')).toHaveLength(3)
})

test.each(titles)('%j cannot act through a card, a sentence, the history or a question', async (title, shown) => {
  const b = bench()
  await b.larry('add', '--', title)
  const acting = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u202a-\u202e\u2066-\u2069]/
  const terminal = b.with({ columns: 200 })
  const bare = (text: string) => text.replaceAll(/\u001b\[\d+m/g, '')
  for (const line of [['show', '1'], ['list'], ['start', '1'], ['history', 'list'], ['history', 'show', '1']]) {
    const { code, stdout } = await terminal(...line)
    expect({ line, code }).toEqual({ line, code: 0 })
    expect(bare(stdout)).toContain(shown)
    expect(bare(stdout)).not.toMatch(acting)
  }
  const asked = await b.with({ answers: ['n'] })('rm', '1')
  expect(asked.stderr).toContain(shown)
  expect(asked.stderr).not.toMatch(acting)
})

test.each(titles)('%j cannot act on a terminal through a format that keeps text exactly', async (title, shown) => {
  const b = bench()
  await b.larry('add', '--', title)
  const on = async (...line: string[]) => (await b.with({ columns: 200 })(...line)).stdout
  const acting = /[\u0000-\u0009\u000b\u000c\u000e-\u001f\u007f-\u009f\u2028\u202a-\u202e\u2066-\u2069]|\r(?!\n)/
  for (const format of ['json', 'ndjson']) {
    const text = await on('list', '--format', format)
    expect(text).not.toMatch(acting)
    expect([JSON.parse(text)].flat()).toMatchObject([{ title }])
  }
  const csv = await on('list', '--format', 'csv')
  expect(csv).not.toMatch(acting)
  expect(csv).toContain(shown)
  expect(csv.split('\r\n')).toHaveLength(3)
})
