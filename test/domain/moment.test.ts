import { describe, expect, test } from 'vitest'
import { addMinutes, readPast } from '../../src/domain/when/moment.ts'
import { clockAt } from './clock.ts'
import { refusal } from './refusal.ts'

const vienna = clockAt('2026-11-23T10:00', 1, 'Europe/Vienna')

describe('when something was, at 10:00 in Vienna', () => {
  test.each([
    ['now', '2026-11-23T09:00:00.000Z'],
    ['9:30', '2026-11-23T08:30:00.000Z'],
    ['at 9:30', '2026-11-23T08:30:00.000Z'],
    ['9am', '2026-11-23T08:00:00.000Z'],
    ['-15m', '2026-11-23T08:45:00.000Z'],
    ['-1h30m', '2026-11-23T07:30:00.000Z'],
    ['20m ago', '2026-11-23T08:40:00.000Z'],
    ['20 minutes ago', '2026-11-23T08:40:00.000Z'],
    ['2 Hours Ago', '2026-11-23T07:00:00.000Z'],
    ['an hour ago', '2026-11-23T08:00:00.000Z'],
    ['two hours ago', '2026-11-23T07:00:00.000Z'],
    ['half an hour ago', '2026-11-23T08:30:00.000Z'],
    ['half past nine', '2026-11-23T08:30:00.000Z'],
    ['at 9', '2026-11-23T08:00:00.000Z'],
    ['last night', '2026-11-22T19:00:00.000Z'],
    ['yesterday at half past 3', '2026-11-22T14:30:00.000Z'],
    ['yesterday 14:00', '2026-11-22T13:00:00.000Z'],
    ['2 days ago 9:00', '2026-11-21T08:00:00.000Z'],
    ['2026-07-01T09:00', '2026-07-01T07:00:00.000Z'],
    ['2026-11-22T09:00:30.5Z', '2026-11-22T09:00:30.500Z'],
    ['2026-11-22T09:00:30+0200', '2026-11-22T07:00:30.000Z'],
  ])('%s is %s', (text, instant) => {
    expect(readPast(text, vienna)).toBe(instant)
  })

  test('a time alone is on the day given', () => {
    expect(readPast('14:00', vienna, '2026-11-20')).toBe('2026-11-20T13:00:00.000Z')
  })

  test('a time in words alone is on the day given too', () => {
    expect(readPast('at 2', vienna, '2026-11-20')).toBe('2026-11-20T13:00:00.000Z')
  })

  test('an hour ago is an hour ago, also when that time came twice', () => {
    const after = { ...clockAt('2026-10-25T02:30', 1, 'Europe/Vienna'), now: '2026-10-25T02:30:00.000Z' }
    expect(readPast('an hour ago', after)).toBe('2026-10-25T01:30:00.000Z')
  })

  test.each(['2 hours ago', 'two hours ago', '-2h', '-2 hrs', 'a couple of hours ago'])(
    '%s keeps the seconds',
    (text) => {
      const later = { ...vienna, now: '2026-11-23T09:00:41.500Z' }
      expect(readPast(text, later)).toBe('2026-11-23T07:00:41.500Z')
    },
  )

  test('of the hour that comes twice an instant means its own, a time the first', () => {
    expect(readPast('2026-10-25T02:30:00+01:00', vienna)).toBe('2026-10-25T01:30:00.000Z')
    expect(readPast('2026-10-25T02:30', vienna)).toBe('2026-10-25T00:30:00.000Z')
  })

  test.each([
    ['10:01', 'still to come', '2026-11-23 10:00'],
    ['tomorrow 9:00', 'still to come', ''],
    ['2026-11-23T09:00:00.001Z', 'still to come', ''],
    ['yesterday', 'says the day and no time', 'yesterday 14:00'],
    ['-1d', 'says the day and no time', ''],
    ['1969-12-31T23:00:00Z', 'before 1970', ''],
    ['soon', 'cannot read "soon" as a date', ''],
    ['', 'cannot read "" as a date', ''],
    ['-0m', 'cannot read', ''],
    ['0h0m ago', 'cannot read', ''],
    ['999999999 hours ago', 'before 1970', ''],
    ['25:00', 'cannot read', ''],
    ['2026-02-30T10:00:00Z', 'not a date that exists', ''],
    ['2026-02-30 10:00', 'not a date that exists', ''],
    ['9:00:30', 'has seconds', '09:00'],
  ])('%j is refused', (text, message, hint) => {
    expect(() => readPast(text, vienna)).toThrow(refusal(message, hint))
  })
})

test('minutes cross the change of the clocks as they pass', () => {
  expect(addMinutes('2026-10-25T00:30:00.000Z', 120)).toBe('2026-10-25T02:30:00.000Z')
  expect(() => addMinutes('1970-01-01T00:05:00.000Z', -6)).toThrow(refusal('before 1970'))
})
