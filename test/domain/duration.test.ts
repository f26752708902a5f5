import { expect, test } from 'vitest'
import { readMinutes, showHours, showMinutes, showSeconds, toHours } from '../../src/domain/duration.ts'
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
  ['300000m', 300_000],
  ['0h45m', 45],
  ['1.333h', 80],
  ['2 hours', 120],
  ['two hrs', 120],
  ['an hour and a half', 90],
  ['half an hour', 30],
  ['1 hour and 30 minutes', 90],
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
  'a month',
  '1 day 2 hours',
  '1h1h',
  '1.5m',
  '0.001h',
  '9999999999 hours',
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

test.each([
  [0, '0s', '0:00', 0],
  [59, '59s', '0:00', 0.02],
  [60, '1m', '0:01', 0.02],
  [3599, '59m', '0:59', 1],
  [3600, '1h', '1:00', 1],
  [3900, '1h05m', '1:05', 1.08],
  [450_000, '125h', '125:00', 125],
])('%i seconds are %s, %s in a column, %d hours', (seconds, said, column, hours) => {
  expect([showSeconds(seconds), showHours(seconds), toHours(seconds)]).toEqual([said, column, hours])
})
