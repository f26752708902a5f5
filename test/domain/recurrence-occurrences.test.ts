import { describe, expect, test } from 'vitest'
import { neverHappens, nextAfter, occurrences } from '../../src/domain/recurrence/occurrences.ts'
import { readRule } from '../../src/domain/recurrence/rule.ts'
import { readRecurrence } from '../../src/domain/recurrence/words.ts'
import { namedZone } from '../../src/domain/when/zone.ts'
import { cpuMs } from '../support/cpu.ts'
import { clockAt } from './clock.ts'
import { refusal } from './refusal.ts'

/** The first few times a rule gives. */
function first(count: number, rule: string, start: string, exceptions: readonly string[] = []): string[] {
  const times: string[] = []
  for (const time of occurrences(readRule(rule), start, { exceptions })) {
    times.push(time)
    if (times.length === count) break
  }
  return times
}

const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => from + index).join(',')

describe('the examples of RFC 5545 3.8.5.3 that the cases leave out', () => {
  test.each([
    ['FREQ=DAILY;INTERVAL=10;COUNT=5', '09-02 09-12 09-22 10-02 10-12'],
    ['FREQ=YEARLY;COUNT=4;BYMONTH=6,7', '1998-06-02 1998-07-02 1999-06-02 1999-07-02'],
    ['FREQ=YEARLY;INTERVAL=3;COUNT=4;BYYEARDAY=1,100,200', '2000-01-01 2000-04-09 2000-07-18 2003-01-01'],
    ['FREQ=MONTHLY;INTERVAL=2;COUNT=5;BYDAY=1SU,-1SU', '09-07 09-28 11-02 11-30 1998-01-04'],
    ['FREQ=MONTHLY;BYMONTHDAY=-3;COUNT=4', '09-28 10-29 11-28 12-29'],
    ['FREQ=MONTHLY;COUNT=4;BYMONTHDAY=1,-1', '09-30 10-01 10-31 11-01'],
    ['FREQ=MONTHLY;INTERVAL=2;BYDAY=TU;COUNT=6', '09-02 09-09 09-16 09-23 09-30 11-04'],
    ['FREQ=MONTHLY;BYDAY=SA;BYMONTHDAY=7,8,9,10,11,12,13;COUNT=3', '09-13 10-11 11-08'],
    ['FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-2;COUNT=4', '09-29 10-30 11-27 12-30'],
    ['FREQ=YEARLY;BYDAY=TH;BYMONTH=6,7,8;COUNT=3', '1998-06-04 1998-06-11 1998-06-18'],
    ['FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=MO', '09-02 09-07 09-16 09-21'],
    ['FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=SU', '09-02 09-14 09-16 09-28'],
  ])('%s', (rule, days) => {
    const expected = days.split(' ').map((day) => `${day.length === 5 ? `1997-${day}` : day}T09:00`)
    expect(first(expected.length + 1, rule, '1997-09-02T09:00').slice(0, expected.length)).toEqual(expected)
  })

  test('every 20 minutes from 9:00 to 16:40, said in two ways', () => {
    const start = '1997-09-02T09:00'
    const daily = first(50, `FREQ=DAILY;BYHOUR=${range(9, 16)};BYMINUTE=0,20,40`, start)
    expect(daily.slice(22, 26)).toEqual([
      '1997-09-02T16:20',
      '1997-09-02T16:40',
      '1997-09-03T09:00',
      '1997-09-03T09:20',
    ])
    expect(first(50, `FREQ=MINUTELY;INTERVAL=20;BYHOUR=${range(9, 16)}`, start)).toEqual(daily)
  })
})

describe('what an occurrence looks like', () => {
  test.each([
    ['FREQ=DAILY', '2026-11-23', '2026-11-23'],
    ['FREQ=DAILY', '2026-11-23T09:00', '2026-11-23T09:00'],
    ['FREQ=DAILY', '2026-11-23T09:00:00', '2026-11-23T09:00'],
    ['FREQ=DAILY', '2026-11-23T09:00:30', '2026-11-23T09:00:30'],
    ['FREQ=DAILY;BYHOUR=9', '2026-11-23', '2026-11-23T09:00'],
    ['FREQ=DAILY;BYSECOND=0', '2026-11-23', '2026-11-23T00:00'],
    ['FREQ=DAILY;BYSECOND=60', '2026-11-23T09:00', '2026-11-23T09:00:59'],
    ['FREQ=HOURLY', '2026-11-23', '2026-11-23T00:00'],
    ['FREQ=SECONDLY', '2026-11-23T09:00', '2026-11-23T09:00:00'],
    ['FREQ=DAILY', '0001-01-01', '0001-01-01'],
    ['FREQ=YEARLY;BYWEEKNO=1;BYDAY=MO', '0001-01-01', '0001-01-01'],
  ])('%s from %s begins %s', (rule, start, expected) => {
    expect(first(1, rule, start)).toEqual([expected])
  })
})

describe('where it ends', () => {
  test.each([
    ['FREQ=DAILY;UNTIL=20261125', '2026-11-23', ['2026-11-23', '2026-11-24', '2026-11-25']],
    ['FREQ=DAILY;UNTIL=20261124', '2026-11-23T23:59', ['2026-11-23T23:59', '2026-11-24T23:59']],
    ['FREQ=DAILY;UNTIL=20261124T090000', '2026-11-23T09:00', ['2026-11-23T09:00', '2026-11-24T09:00']],
    ['FREQ=DAILY;UNTIL=20261124T085959', '2026-11-23T09:00', ['2026-11-23T09:00']],
    ['FREQ=DAILY;UNTIL=20200101', '2026-11-23', []],
    ['FREQ=DAILY', '9999-12-30', ['9999-12-30', '9999-12-31']],
    ['FREQ=MINUTELY', '9999-12-31T23:58', ['9999-12-31T23:58', '9999-12-31T23:59']],
    ['FREQ=YEARLY;INTERVAL=999999999999999', '2026-11-23', ['2026-11-23']],
    ['FREQ=SECONDLY;INTERVAL=999999999999999', '2026-11-23T09:00', ['2026-11-23T09:00:00']],
  ])('%s from %s gives %j', (rule, start, expected) => {
    expect(first(10, rule, start)).toEqual(expected)
  })

  test('COUNT counts what is left out', () => {
    const left = ['2026-11-24', '2026-11-25T09:00', '2026-11-26T10:00']
    expect(first(9, 'FREQ=DAILY;COUNT=4', '2026-11-23T09:00', left)).toEqual(['2026-11-23T09:00', '2026-11-26T09:00'])
  })
})

describe('nextAfter', () => {
  test.each([
    ['FREQ=DAILY', '2026-11-23T09:00', '2026-11-23T09:00', '2026-11-24T09:00'],
    ['FREQ=DAILY', '2026-11-23T09:00', '2026-11-23', '2026-11-23T09:00'],
    ['FREQ=DAILY', '2026-11-23', '2020-01-01', '2026-11-23'],
    ['FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH', '2026-11-23', '2026-11-27', '2026-12-07'],
    ['FREQ=DAILY;COUNT=3', '2026-11-23', '2026-11-24', '2026-11-25'],
    ['FREQ=DAILY;COUNT=3', '2026-11-23', '2026-11-25', undefined],
    ['FREQ=DAILY;UNTIL=20261125', '2026-11-23', '2026-11-25', undefined],
    ['FREQ=DAILY', '2026-11-23', '9999-12-31', undefined],
    ['FREQ=MINUTELY;COUNT=1000000000', '1970-01-01T00:00', '2026-11-23T09:00', '2026-11-23T09:01'],
    ['FREQ=SECONDLY;COUNT=1000', '1970-01-01T00:00', '1970-01-01T00:16:38', '1970-01-01T00:16:39'],
    ['FREQ=SECONDLY;COUNT=1000', '1970-01-01T00:00', '1970-01-01T00:16:39', undefined],
  ])('%s from %s, after %s: %s', (rule, start, after, expected) => {
    expect(nextAfter(readRule(rule), start, after)).toBe(expected)
  })

  test('passes over exceptions', () => {
    const rule = readRule('FREQ=DAILY')
    expect(nextAfter(rule, '2026-11-23', '2026-11-23', ['2026-11-24', '2026-11-25'])).toBe('2026-11-26')
  })
})

test('the 31st of every month is the last day of each, and the 31st again after February', () => {
  const { rule } = readRecurrence('month on the 31st', undefined, clockAt())
  const days = [...occurrences({ ...rule, until: '2028-04-30' }, '2027-10-31')]
  expect(days).toEqual([
    '2027-10-31',
    '2027-11-30',
    '2027-12-31',
    '2028-01-31',
    '2028-02-29',
    '2028-03-31',
    '2028-04-30',
  ])
  expect(nextAfter(rule, '2027-01-31', '2027-01-31')).toBe('2027-02-28')
})

test.each(['Europe/Vienna', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kolkata', 'America/Santiago'])(
  'nine every morning is nine on the wall all year in %s',
  (name) => {
    const zone = namedZone(name)
    const year = [...occurrences(readRule('FREQ=DAILY;COUNT=366'), '2026-11-23T09:00')]
    expect(new Set(year.map((civil) => zone.civilOf(zone.instantOf(civil)).slice(11)))).toEqual(new Set(['09:00']))
    expect(new Set(year.map((civil) => civil.slice(0, 10))).size).toBe(366)
  },
)

const allTimes = `BYHOUR=${range(0, 23)};BYMINUTE=${range(0, 59)};BYSECOND=${range(0, 59)}`

describe('hostile rules end at once', () => {
  test.each([
    'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30',
    'FREQ=MONTHLY;BYMONTH=2;BYMONTHDAY=30',
    'FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30',
    'FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30',
    'FREQ=YEARLY;BYWEEKNO=53;BYMONTH=6',
    'FREQ=YEARLY;BYDAY=53MO;BYSETPOS=2',
    'FREQ=WEEKLY;BYDAY=MO;BYSETPOS=5',
    'FREQ=DAILY;BYHOUR=9;BYSETPOS=2',
    'FREQ=SECONDLY;BYHOUR=9;BYSETPOS=2',
    'FREQ=MINUTELY;INTERVAL=1440;BYHOUR=23',
    'FREQ=MINUTELY;INTERVAL=2;BYMINUTE=1,3,5',
    'FREQ=HOURLY;INTERVAL=7;BYHOUR=5;BYDAY=MO',
    'FREQ=SECONDLY;INTERVAL=25200;BYHOUR=5;BYMINUTE=0;BYDAY=WE',
    'FREQ=SECONDLY;INTERVAL=86399;BYHOUR=0;BYMINUTE=0;BYSECOND=0;BYMONTH=2;BYMONTHDAY=29',
    'FREQ=SECONDLY;INTERVAL=86401;BYHOUR=3;BYMINUTE=3;BYSECOND=3;BYYEARDAY=366',
    'FREQ=DAILY;INTERVAL=999999999;BYDAY=TU',
  ])('%s never happens', (text) => {
    const before = cpuMs()
    expect(neverHappens(readRule(text), '2026-11-23T09:00')).toBe(true)
    expect(cpuMs() - before).toBeLessThan(1000)
  })

  test.each([
    [`FREQ=YEARLY;BYYEARDAY=${range(1, 366)};${allTimes};BYSETPOS=1,-1`, '2026-12-31T23:59:59'],
    [`FREQ=YEARLY;${allTimes};BYDAY=MO,TU,WE,TH,FR,SA,SU`, '2026-11-23T10:00:01'],
    [`FREQ=SECONDLY;BYYEARDAY=${range(1, 366)};${allTimes};COUNT=1000000000`, '2026-11-23T10:00:01'],
    ['FREQ=SECONDLY;INTERVAL=999999999', '2033-07-30T10:46:39'],
    [`FREQ=DAILY;BYMONTHDAY=${Array(3000).fill('1').join(',')}`, '2026-12-01T09:00'],
  ])('the one of number %# has its next time', (text, expected) => {
    const before = cpuMs()
    expect(nextAfter(readRule(text), '2001-11-21T09:00', '2026-11-23T10:00')).toBe(expected)
    expect(cpuMs() - before).toBeLessThan(1000)
  })

  test('a rule that is over is none that never happens', () => {
    expect(neverHappens(readRule('FREQ=DAILY;UNTIL=20200101'), '2026-11-23')).toBe(false)
  })
})

test('a rule of a number of characters nobody writes is refused', () => {
  expect(() => readRule(`FREQ=DAILY;BYMONTHDAY=${'1,'.repeat(5000)}1`)).toThrow(refusal('too long', '10000'))
})
