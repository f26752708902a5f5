import { expect, test } from 'vitest'
import { readSort } from '../../src/domain/sort.ts'
import { readWhole } from '../../src/domain/whole-number.ts'
import { refusal } from './refusal.ts'

test.each([
  [['due'], [['due', false]]],
  [['-due'], [['due', true]]],
  [['+due'], [['due', false]]],
  [
    ['priority,-created'],
    [
      ['priority', false],
      ['created_at', true],
    ],
  ],
  [
    ['p', '-est'],
    [
      ['priority', false],
      ['estimate_minutes', true],
    ],
  ],
  [
    ['wait', 'completed_at'],
    [
      ['wait_until', false],
      ['completed_at', false],
    ],
  ],
  [[], []],
] as const)('%j sorts by %j', (values, keys) => {
  expect(readSort(values).map(({ field, descending }) => [field, descending])).toEqual(keys)
})

test.each([
  ['prioritty', 'did you mean priority?'],
  ['xyz', 'one of id, title'],
  ['', 'one of id, title'],
  ['due,', 'one of id, title'],
  ['--due', 'did you mean due?'],
  ['constructor', 'one of id, title'],
  ['__proto__', 'one of id, title'],
])('%j is no field to sort by', (value, hint) => {
  expect(() => readSort([value])).toThrow(refusal('cannot sort by', hint))
})

test('whole numbers are read, an absent one stays absent, anything else is refused', () => {
  expect([readWhole('--limit', '20'), readWhole('--limit', '0'), readWhole('--limit', undefined)]).toEqual([
    20,
    0,
    undefined,
  ])
  for (const text of ['', '-1', '1.5', 'x', '1e3', '9'.repeat(16)])
    expect(() => readWhole('--limit', text)).toThrow(refusal(`--limit "${text}" is not a whole number`))
})
