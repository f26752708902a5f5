import { expect, test } from 'vitest'
import { readMinutes, showMinutes } from '../../src/domain/duration.ts'
import { refusal } from './refusal.ts'

test.each([
  ['1h30m', 90],
  ['1h 30m', 90],
  ['2h', 120],
  ['1.5h', 90],
  ['45m', 45],
  ['45min', 45],
  ['45', 45],
  [' 1H ', 60],
  ['90m', 90],
  ['0.25h', 15],
  ['5256000', 5_256_000],
])('%j is %i minutes', (text, minutes) => {
  expect(readMinutes(text)).toBe(minutes)
})

test.each([
  '',
  ' ',
  '0',
  '0m',
  '0h0m',
  '-5',
  '1.5',
  '30m1h',
  '1h30',
  'abc',
  '1d',
  'h',
  '5256001',
  '9'.repeat(400),
  '1e3',
])('%j is no length of time', (text) => {
  expect(() => readMinutes(text)).toThrow(refusal(`cannot read "${text}" as a length of time`, '1h30m'))
})

test.each([
  [1, '1m'],
  [59, '59m'],
  [60, '1h'],
  [90, '1h30m'],
  [1500, '25h'],
  [0, '0m'],
])('%i minutes are shown as %s', (minutes, text) => {
  expect(showMinutes(minutes)).toBe(text)
})
