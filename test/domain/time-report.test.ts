import { array, assert, constantFrom, integer, property, record } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Grouping, periodsOf, readGroupings, reportRows } from '../../src/domain/time-report.ts'
import { readReportWindow } from '../../src/domain/time-window.ts'
import { clockAt } from './clock.ts'
import { refusal } from './refusal.ts'

const rated = (billable_seconds: number, rate_cents: number | null, more = {}) => ({
  entries: 1,
  seconds: billable_seconds,
  billable_seconds,
  rate_cents,
  currency: rate_cents === null ? null : 'EUR',
  ...more,
})

describe('an amount', () => {
  test.each([
    [3600, 8550, 8550],
    [5400, 8500, 12_750],
    [18, 100, 1],
    [17, 100, 0],
    [1800, 1, 1],
    [1799, 1, 0],
    [0, 8550, 0],
    [3600 * 24 * 3660, 99_999_999_999, 8_783_999_999_912_160],
  ])('of %i seconds at %i cents an hour is %i cents', (seconds, rate, cents) => {
    expect(reportRows([rated(seconds, rate)], [])).toMatchObject([{ amount_cents: cents }])
  })

  test('is rounded once, however many rates it is of', () => {
    const third = rated(1200, 1, { client: 'a' })
    const other = rated(1200, 2, { client: 'a' })
    expect(reportRows([third, other], ['client'])).toMatchObject([{ amount_cents: 1, amount: '0.01', entries: 2 }])
    expect(reportRows([rated(1200, 1), rated(1200, 1), rated(1200, 1)], [])).toMatchObject([{ amount_cents: 1 }])
  })

  test('is null where nothing has a rate, and what has none adds nothing', () => {
    expect(reportRows([rated(3600, null)], [])).toMatchObject([{ amount_cents: null, amount: null, currency: null }])
  })

  test('of different currencies is never added', () => {
    const rows = reportRows([rated(3600, 100), rated(3600, 200, { currency: 'USD' }), rated(3600, 300)], [])
    expect(rows).toMatchObject([
      { amount_cents: 400, currency: 'EUR', hours: 2 },
      { amount_cents: 200, currency: 'USD', hours: 1 },
    ])
  })

  test('is the exact sum over 3600, half a cent up, of any work', () => {
    const work = record({
      seconds: integer({ min: 0, max: 10_000_000 }),
      rate: integer({ min: 0, max: 99_999_999 }),
      currency: constantFrom('EUR', 'USD', 'CHF'),
    })
    assert(
      property(array(work, { minLength: 1, maxLength: 30 }), (all) => {
        const rows = reportRows(
          all.map(({ seconds, rate, currency }) => rated(seconds, rate, { currency })),
          [],
        )
        for (const { currency, amount_cents, seconds } of rows) {
          const own = all.filter((one) => one.currency === currency)
          const exact = own.reduce((sum, one) => sum + BigInt(one.seconds) * BigInt(one.rate), 0n)
          const [whole, rest] = [exact / 3600n, exact % 3600n]
          expect(BigInt(amount_cents!)).toBe(rest >= 1800n ? whole + 1n : whole)
          expect(seconds).toBe(own.reduce((sum, one) => sum + one.seconds, 0))
        }
        expect(rows).toHaveLength(new Set(all.map(({ currency }) => currency)).size)
      }),
      { seed: 20261123 },
    )
  })
})

describe('the days of a report', () => {
  const of = (from: string, to: string, by: Grouping[], zone = 'Europe/Vienna', weekStart: 1 | 7 = 1) => {
    const clock = clockAt('2026-11-23T10:00', weekStart, zone)
    return periodsOf(readReportWindow({ from, to }, clock), by, clock)
  }
  const hours = ({ from, before }: { from: string; before: string }) =>
    (Date.parse(before) - Date.parse(from)) / 3_600_000

  test('have 25 hours when the clocks go back and 23 when they go forward, and leave no gap', () => {
    const autumn = of('2026-10-24', '2026-10-26', ['day'])
    expect(autumn.map(({ day }) => day)).toEqual(['2026-10-24', '2026-10-25', '2026-10-26'])
    expect(autumn.map(hours)).toEqual([24, 25, 24])
    expect(autumn[1]).toMatchObject({ from: '2026-10-24T22:00:00.000Z', before: '2026-10-25T23:00:00.000Z' })
    expect(of('2026-03-28', '2026-03-30', ['day']).map(hours)).toEqual([24, 23, 24])
  })

  test('belong to the week of their first day, Monday or as config has it, and to their month', () => {
    expect(of('2026-11-01', '2026-11-02', ['week']).map(({ week }) => week)).toEqual(['2026-10-26', '2026-11-02'])
    expect(of('2026-11-01', '2026-11-02', ['week'], 'UTC', 7).map(({ week }) => week)).toEqual([
      '2026-11-01',
      '2026-11-01',
    ])
    expect(of('2026-10-31', '2026-11-01', ['month']).map(({ month }) => month)).toEqual(['2026-10', '2026-11'])
  })

  test('are one stretch where nothing tells them apart', () => {
    expect(of('2026-10-24', '2026-10-26', ['client', 'task']).map(hours)).toEqual([73])
  })

  test('begin and end within a day where the window does', () => {
    expect(of('2026-11-20 22:00', '2026-11-21 00:59', ['day'], 'UTC')).toMatchObject([
      { from: '2026-11-20T22:00:00.000Z', before: '2026-11-21T00:00:00.000Z', day: '2026-11-20' },
      { from: '2026-11-21T00:00:00.000Z', before: '2026-11-21T01:00:00.000Z', day: '2026-11-21' },
    ])
  })

  test('are at most 3660', () => {
    expect(of('2016-11-16', '2026-11-23', ['day'], 'UTC')).toHaveLength(3660)
    expect(() => of('2016-11-15', '2026-11-23', ['day'], 'UTC')).toThrow(refusal('longer than 3660 days'))
    expect(() => of('2016-11-15', '2026-11-23', ['client'], 'UTC')).toThrow(refusal('longer than 3660 days'))
  })
})

test('groupings are read in their order, and a wrong or second one is refused', () => {
  expect(readGroupings('Day, client')).toEqual(['day', 'client'])
  expect(() => readGroupings('clint')).toThrow(refusal('unknown grouping "clint"', 'did you mean client?'))
  expect(() => readGroupings('')).toThrow(refusal('unknown grouping ""', 'one of client'))
  expect(() => readGroupings('day,client,day')).toThrow(refusal('--by names day twice'))
})
