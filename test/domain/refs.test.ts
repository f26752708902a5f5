import { describe, expect, test } from 'vitest'
import { countRefs, readRefLines, readRefs } from '../../src/domain/refs.ts'
import { refusal } from './refusal.ts'

describe('ids as typed', () => {
  test.each([
    [['3'], [{ id: 3 }]],
    [
      ['3,4', '7'],
      [{ id: 3 }, { id: 4 }, { id: 7 }],
    ],
    [['7-9'], [{ from: 7, to: 9 }]],
    [
      ['3,', ',4'],
      [{ id: 3 }, { id: 4 }],
    ],
    [['7-7'], [{ from: 7, to: 7 }]],
    [['9f3a2c'], [{ tail: '9f3a2c' }]],
    [['9F3A2C,3'], [{ tail: '9f3a2c' }, { id: 3 }]],
    [['0190a1b2-c3d4-7000-8000-123456789abc'], [{ tail: '0190a1b2-c3d4-7000-8000-123456789abc' }]],
    [[], []],
  ])('%j are %j', (words, refs) => {
    expect(readRefs(words)).toEqual(refs)
  })

  test.each([
    ['9-7', 'ends before it begins', '7-9', 'usage'],
    ['1-2000000', 'wider than', '', 'usage'],
    ['abc', '"abc" is not a task id', 'ids are numbers', 'usage'],
    ['-3', '"-3" is not a task id', '', 'usage'],
    ['3.5', '"3.5" is not a task id', '', 'usage'],
    ['0', 'task 0 does not exist', '', 'not-found'],
    ['99999999999999999999', 'does not exist', '', 'not-found'],
  ] as const)('%s is refused', (word, message, hint, kind) => {
    expect(() => readRefs([word])).toThrow(refusal(message, hint, kind))
  })

  test('the widest range spans a million ids', () => {
    expect(readRefs(['1-1000000'])).toEqual([{ from: 1, to: 1_000_000 }])
    expect(() => readRefs(['1-1000001'])).toThrow(refusal('wider than'))
  })

  test('a pipe holds ids in the first field of each line, blank lines skipped', () => {
    expect(readRefLines(['3\tPay rent', '', '  ', '7-9', '4\u00005\u0000'])).toEqual([
      { id: 3 },
      { from: 7, to: 9 },
      { id: 4 },
      { id: 5 },
    ])
  })
})

test.each([
  [['3'], 1],
  [['3,4', '7-9', '3,7-9,', '-'], 4],
  [['3', '', '4'], 1],
  [['3', 'due:fri', '4'], 1],
  [['-3'], 0],
  [['2026-12-24'], 0],
  [['9f3a2c', 'due:fri'], 1],
  [['3', '9f3a2c'], 1],
  [['9f3a2'], 0],
  [['decade'], 0],
  [['9f3a2g'], 0],
])('of %j the first %i are ids', (words, count) => {
  expect(countRefs(words)).toBe(count)
})
