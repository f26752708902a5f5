import { expect, test } from 'vitest'
import { earnedCents, readCents, showCents } from '../../src/domain/money.ts'
import { refusal } from './refusal.ts'

test.each([
  [3600, 8500, 8500],
  [1, 8500, 2],
  [3, 600, 1],
  [2, 600, 0],
  [1_000_000, 99_999_999_999, 27_777_777_777_500],
  [3600, null, null],
])('%i seconds at %j cents an hour earn %j cents', (billable_seconds, rate_cents, cents) => {
  expect(earnedCents([{ billable_seconds, rate_cents }])).toBe(cents)
})

test('what several rates earn is rounded once, not each', () => {
  const third = { billable_seconds: 1200, rate_cents: 100 }
  expect(earnedCents([third, third, third])).toBe(100)
  expect(earnedCents([third, { billable_seconds: 1200, rate_cents: null }])).toBe(33)
  expect(earnedCents([])).toBe(null)
})

test.each([
  ['85', 8500],
  ['85.5', 8550],
  ['0.05', 5],
  [' 999999999.99 ', 99_999_999_999],
])('%s is %i cents', (text, cents) => {
  expect(readCents('the rate', text)).toBe(cents)
})

test.each(['', '-1', '1.234', '1,50', '1e3', '1234567890', 'EUR 5'])('"%s" is no amount', (text) => {
  expect(() => readCents('the rate', text)).toThrow(refusal('is not an amount of money', '85.50'))
})

test('cents are shown with both digits, and a currency where there is one', () => {
  expect([showCents(0), showCents(5), showCents(8550, 'EUR')]).toEqual(['0.00', '0.05', '85.50 EUR'])
})
