import { describe, expect, test } from 'vitest'
import { compareInterval, readInterval } from '../../src/domain/when/range.ts'
import { clockAt } from './clock.ts'
import { refusal } from './refusal.ts'

const monday = clockAt()

describe('ranges of dates', () => {
  test.each([
    ['today', { from: '2026-11-23', before: '2026-11-24' }],
    ['2026-12-31', { from: '2026-12-31', before: '2027-01-01' }],
    ['tomorrow 14:00', { from: '2026-11-24T14:00', before: '2026-11-24T14:01' }],
    ['..fri', { before: '2026-11-28' }],
    ['..fri 23:59', { before: '2026-11-28T00:00' }],
    ['2026-01-01..', { from: '2026-01-01' }],
    ['sow..', { from: '2026-11-23' }],
    ['tue..fri', { from: '2026-11-24', before: '2026-11-28' }],
    ['today..today', { from: '2026-11-23', before: '2026-11-24' }],
    ['yesterday..in 3 days', { from: '2026-11-22', before: '2026-11-27' }],
  ])('%j holds both its ends', (text, interval) => {
    expect(readInterval(text, monday)).toEqual(interval)
  })

  test.each([
    ['', 'as a range of dates'],
    [' ', 'as a range of dates'],
    ['..', 'as a range of dates'],
    ['a..b..c', 'as a range of dates'],
    ['2026-12-05..2026-12-01', 'ends before it begins'],
    ['today 14:00..today 13:59', 'ends before it begins'],
    ['2027-02-29..', 'not a date that exists'],
    ['soon..', 'cannot read "soon" as a date'],
  ])('%j is refused', (text, message) => {
    expect(() => readInterval(text, monday)).toThrow(refusal(message))
  })

  test.each([
    ['<', 'fri', { before: '2026-11-27' }],
    ['<=', 'fri', { before: '2026-11-28' }],
    ['>', 'fri', { from: '2026-11-28' }],
    ['>=', 'fri', { from: '2026-11-27' }],
    ['<', 'fri 9am', { before: '2026-11-27T09:00' }],
    ['<=', 'fri 9am', { before: '2026-11-27T09:01' }],
    ['>', 'fri 9am', { from: '2026-11-27T09:01' }],
  ] as const)('%s %s is a half-open stretch', (operator, text, interval) => {
    expect(compareInterval(operator, text, monday)).toEqual(interval)
  })

  test('a comparison with no date is refused', () => {
    expect(() => compareInterval('<', 'soon', monday)).toThrow(refusal('cannot read "soon" as a date'))
  })

  test('the last day there is holds that day', () => {
    const { from, before } = readInterval('9999-12-31', monday)
    expect(from).toBe('9999-12-31')
    expect(before === undefined || before > '9999-12-31T23:59').toBe(true)
  })
})
