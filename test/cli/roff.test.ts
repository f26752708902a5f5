import { expect, test } from 'vitest'
import { bold, entry, filled, paragraph, plainText, roffText, verbatim } from '../../src/cli/roff.ts'

test.each([
  ['--due-to', '\\-\\-due\\-to'],
  ['.hidden', '\\&.hidden'],
  ["'quoted'", '\\(aqquoted\\(aq'],
  ['a\\b `c` ^d ~e', 'a\\eb \\(gac\\(ga \\(had \\(tie'],
  ['größer 🍎', 'gr\\[u00F6]\\[u00DF]er \\[u1F34E]'],
])('%s is shown as it stands', (text, roff) => {
  expect(roffText(text)).toBe(roff)
})

test('a filled text has short lines, none of them a request', () => {
  const lines = filled(`${'word '.repeat(15)}.dotted ${'word '.repeat(20)}`.trim()).split('\n')
  expect(lines.map((line) => line.length).every((length) => length <= 80)).toBe(true)
  expect(lines.filter((line) => line.startsWith('.'))).toEqual([])
  expect(lines.join(' ')).toContain('\\&.dotted')
})

test('entries, paragraphs and lines are man(7)', () => {
  expect(entry(bold('--yes'), [filled('do so')])).toBe('.TP 4\n\\fB\\-\\-yes\\fR\ndo so')
  expect(paragraph('One. Two')).toBe('.PP\nOne. Two')
  expect(verbatim(['one  - two', '', '.three'])).toBe('.nf\none  \\- two\n.sp\n\\&.three\n.fi')
})

test('of a text the indented lines stay, the others are filled', () => {
  expect(plainText('Title\n\nOne\ntwo\n  a   b\n    c\nthree\n')).toEqual([
    '.PP\nTitle',
    '.PP\nOne two',
    '.sp\n.nf\na   b\n  c\n.fi',
    '.PP\nthree',
  ])
})
