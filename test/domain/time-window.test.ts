import { expect, test } from 'vitest'
import { readReportWindow, readWindow } from '../../src/domain/time-window.ts'
import { clockAt } from './clock.ts'
import { refusal } from './refusal.ts'

const clock = clockAt('2026-11-23T10:00')

test.each([
  [{}, {}],
  [{ from: 'som' }, { from: '2026-11-01' }],
  [{ to: 'yesterday' }, { before: '2026-11-23' }],
  [
    { from: '-7d', to: 'today' },
    { from: '2026-11-16', before: '2026-11-24' },
  ],
  [{ from: '2026-11-20 9:00' }, { from: '2026-11-20T09:00' }],
])('the window %j is %j', (options, window) => {
  expect(readWindow(options, clock)).toEqual(window)
})

test.each([
  [{}, '2026-11-01 to 2026-11-30', '2026-12-01'],
  [{ from: '-1d' }, '2026-11-22 to 2026-11-23', '2026-11-24'],
  [{ from: '2026-01-01', to: '2026-01-31' }, '2026-01-01 to 2026-01-31', '2026-02-01'],
  [{ from: '9:00', to: '9:59' }, '2026-11-23 09:00 until 2026-11-23 10:00', '2026-11-23T10:00'],
])('the report of %j is about %s', (options, text, before) => {
  expect(readReportWindow(options, clock)).toMatchObject({ text, before })
})

test('this month ends the year in December', () => {
  expect(readReportWindow({}, clockAt('2026-12-31T23:00'))).toMatchObject({ from: '2026-12-01', before: '2027-01-01' })
})

test.each([
  [{ from: 'soon' }, 'cannot read "soon"'],
  [{ from: '' }, 'cannot read ""'],
  [{ from: '', to: 'today' }, 'cannot read ""'],
  [{ from: 'today', to: 'yesterday' }, 'ends before it begins'],
  [{ to: 'today' }, '--to today is given and no beginning'],
  [{ from: 'tomorrow' }, '--from "tomorrow" is still to come'],
])('the report of %j is refused', (options, message) => {
  expect(() => readReportWindow(options, clock)).toThrow(refusal(message))
})
