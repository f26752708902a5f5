import { expect, test } from 'vitest'
import { renamedBelow } from '../../src/domain/project.ts'
import { earnedCents, wholeMinutes } from '../../src/domain/worked.ts'

test.each([
  ['work', 'work', 'web', 'web'],
  ['work/site', 'work', 'web', 'web/site'],
  ['work/site/blog', 'work/site', 'a/b/c', 'a/b/c/blog'],
  ['STRASSE/x/y', 'straße', 'w', 'w/x/y'],
  ['work/work', 'work', 'x', 'x/work'],
])('%s, where %s becomes %s, is %s', (name, from, to, renamed) => {
  expect(renamedBelow(name, from, to)).toBe(renamed)
})

test.each([
  [3_600_000, 8500, 8500],
  [1, 8500, 0],
  [2_118, 8500, 5],
  [1_000_000_000, 99_999_999_999, 27_777_777_777_500],
  [3_600_000, null, null],
])('%i ms at %j cents an hour earn %j cents', (ms, rate, cents) => {
  expect(earnedCents(ms, rate)).toBe(cents)
})

test('minutes are whole', () => {
  expect([0, 29_999, 30_000, 90_000].map(wholeMinutes)).toEqual([0, 0, 1, 2])
})
