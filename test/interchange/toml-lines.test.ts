import { describe, expect, test } from 'vitest'
import { statementsOf, withoutKey, withValue } from '../../src/interchange/toml-lines.ts'

const rich = `# mine

a = 1 # the first
"b" = """
x = 1 # no comment
"""

list = [
  1, # one
  '#',
]   # the end
c.d = 'x # y'

# of the table
[table]
a = 2
`

test('statements are found with the lines they stand on, whatever their values hold', () => {
  expect(statementsOf(rich)).toEqual([
    { key: 'a', isTable: false, from: 2, to: 3 },
    { key: 'b', isTable: false, from: 3, to: 6 },
    { key: 'list', isTable: false, from: 7, to: 11 },
    { key: 'c', isTable: false, from: 11, to: 12 },
    { key: 'table', isTable: true, from: 14, to: 15 },
  ])
})

describe('a value is set where its key stands, and nothing else moves', () => {
  test.each([
    ['a = 1 # the first', 'a', 'x', 'a = "x" # the first'],
    ["  a='#'   # why", 'a', true, '  a=true   # why'],
    ['"a"\t= 1', 'a', 2, '"a"\t= 2'],
    ['x = 1\r\na = 1\r\n', 'a', 2, 'x = 1\r\na = 2\r\n'],
    ['a = [\n 1, # one\n] # end\nb = 1\n', 'a', 2, 'a = 2 # end\nb = 1\n'],
    ['a = """\nb = 1\n"""\nb = 2\n', 'b', 3, 'a = """\nb = 1\n"""\nb = 3\n'],
    ['a = 1', 'a', 'a "quoted"\ttext\u007f', 'a = "a \\"quoted\\"\\ttext\\u007f"'],
  ])('%j with %s = %j', (before, key, value, after) => {
    expect(withValue(before, key, value)).toBe(after)
  })
})

describe('a new key goes behind the others, before any table', () => {
  test.each([
    ['', 'k = 1\n'],
    ['# only this', '# only this\nk = 1\n'],
    ['a = 1', 'a = 1\nk = 1\n'],
    ['a = 1\r\n', 'a = 1\r\nk = 1\r\n'],
    ['a = 1\n\n# t\n[t]\nk = 2\n', 'a = 1\nk = 1\n\n# t\n[t]\nk = 2\n'],
    ['[t]\nk = 2\n', 'k = 1\n[t]\nk = 2\n'],
  ])('%j', (before, after) => {
    expect(withValue(before, 'k', 1)).toBe(after)
  })
})

test('a key is taken out with all of its lines', () => {
  expect(withoutKey(rich, 'list')).toBe(rich.replace(/list[^\]]*\][^\n]*\n/, ''))
  expect(withoutKey('a.x = 1\nb = 1\na.y = 2\n', 'a')).toBe('b = 1\n')
  expect(withoutKey('b = 1\n[a]\nb = 2\n', 'a')).toBe('b = 1\n[a]\nb = 2\n')
})
