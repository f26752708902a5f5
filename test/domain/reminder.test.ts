import { expect, test } from 'vitest'
import { beforeDue, checkMessage, place, readAsked, showBefore } from '../../src/domain/reminder.ts'
import { nextRepeat, readRepeat } from '../../src/domain/reminder-repeat.ts'
import { namedZone } from '../../src/domain/when/zone.ts'
import { cpuMs } from '../support/cpu.ts'
import { clockAt } from './clock.ts'
import { refusal } from './refusal.ts'

const clock = clockAt()
const vienna = clockAt('2026-11-23T10:00', 1, 'Europe/Vienna')

test.each([
  ['tomorrow', '2026-11-24T09:00'],
  ['tomorrow 14:30', '2026-11-24T14:30'],
  ['fri', '2026-11-27T09:00'],
  ['14:00', '2026-11-23T14:00'],
  ['2026-12-24T18:00', '2026-12-24T18:00'],
  ['2026-12-24T18:00:00Z', '2026-12-24T18:00'],
  ['+30m', '2026-11-23T09:30'],
  ['+1h30m', '2026-11-23T10:30'],
  ['+2h', '2026-11-23T11:00'],
  ['in 90 min', '2026-11-23T10:30'],
  ['in 2 hours', '2026-11-23T11:00'],
  ['in an hour', '2026-11-23T10:00'],
  ['IN 1 HOUR', '2026-11-23T10:00'],
  ['+2d', '2026-11-25T09:00'],
  ['in 1 week', '2026-11-30T09:00'],
])('"%s" is heard at %s', (text, civil_at) => {
  expect(place(readAsked(text, clock), null, clock)).toEqual({
    at: `${civil_at}:00.000Z`,
    civil_at,
    zone: 'UTC',
    before_due_minutes: null,
  })
})

test.each([
  ['-1d', 1440, '2026-11-26T09:00'],
  ['-2h', 120, '2026-11-27T07:00'],
  ['-90m', 90, '2026-11-27T07:30'],
  ['-1h30m', 90, '2026-11-27T07:30'],
  ['1 day before', 1440, '2026-11-26T09:00'],
  ['a day before', 1440, '2026-11-26T09:00'],
  ['2 hours before due', 120, '2026-11-27T07:00'],
  ['30 min before', 30, '2026-11-27T08:30'],
  ['an hour before', 60, '2026-11-27T08:00'],
  ['two hours before', 120, '2026-11-27T07:00'],
  ['half an hour before', 30, '2026-11-27T08:30'],
  ['-1 hour and 30 minutes', 90, '2026-11-27T07:30'],
  ['-2 wks', 20_160, '2026-11-13T09:00'],
  ['2 wks before', 20_160, '2026-11-13T09:00'],
  ['-1w 2d', 12_960, '2026-11-18T09:00'],
  ['-1d 2h', 1560, '2026-11-26T07:00'],
  ['due', 0, '2026-11-27T09:00'],
])('"%s" is %i minutes before a due date, a day of which begins at 09:00', (text, before, civil_at) => {
  const early = clockAt('2026-11-01T09:00')
  expect(readAsked(text, clock)).toEqual({ before })
  expect(place(readAsked(text, early), '2026-11-27', early)).toEqual({
    at: `${civil_at}:00.000Z`,
    civil_at,
    zone: 'UTC',
    before_due_minutes: before,
  })
})

test('a timed due date counts from its time, in the zone of the user', () => {
  expect(place(readAsked('-2h', vienna), '2026-11-27T14:30', vienna)).toEqual({
    at: '2026-11-27T11:30:00.000Z',
    civil_at: '2026-11-27T12:30',
    zone: 'Europe/Vienna',
    before_due_minutes: 120,
  })
})

test('days before are days of the wall clock, across daylight saving too', () => {
  expect(beforeDue('2027-03-28T12:00', 1440, vienna.zone).at).toBe('2027-03-27T11:00:00.000Z')
  expect(beforeDue('2027-03-28T12:00', 0, vienna.zone).at).toBe('2027-03-28T10:00:00.000Z')
})

test.each([
  ['yesterday', '2026-11-22 09:00 is in the past'],
  ['today 8am', '2026-11-23 08:00 is in the past'],
  ['-4d', '2026-11-23 08:00 is in the past'],
  ['3 days ago', '2026-11-20 09:00 is in the past'],
])('"%s" is refused, naming the moment', (text, message) => {
  const later = clockAt('2026-11-23T09:01')
  expect(() => place(readAsked(text, later), '2026-11-27T08:00', later)).toThrow(message)
})

test.each([
  '',
  ' ',
  'soon',
  '-',
  '+',
  '-1x',
  '+1',
  '-5',
  'before',
  '1 month before',
  '-1.5d',
  '+-5m',
  '\0',
  'x'.repeat(5000),
])('%j says no moment', (text) => {
  expect(() => readAsked(text, clock)).toThrow(/cannot read/)
})

test('the end of the calendar is refused where its instant would have a year too many', () => {
  const far = clockAt('2026-11-23T09:00', 1, 'America/New_York')
  expect(() => readAsked('9999-12-31T23:00', far)).toThrow('"9999-12-31 23:00" is too far away for a reminder')
  expect(readAsked('9999-12-31T12:00', far)).toMatchObject({ at: '9999-12-31T17:00:00.000Z' })
})

test.each(['-2 Months', '-1mo', '-1y', '1 month before', '-1 month 3 days', '-a quarter'])(
  '%j is refused, as months differ in length',
  (text) => {
    expect(() => readAsked(text, clock)).toThrow(refusal(`cannot read "${text}" as a time before the due date`, '-30d'))
  },
)

test('before a due date there must be one', () => {
  expect(() => place(readAsked('-1d', clock), null, clock)).toThrow('a reminder before the due date needs one')
})

test('a minute is never rounded into the past', () => {
  const late = { ...clock, now: '2026-11-23T09:00:59.900Z' }
  expect(place(readAsked('+1m', late), null, late)).toMatchObject({ at: '2026-11-23T09:01:00.000Z' })
})

test.each([
  [0, 'when it is due'],
  [45, '45m before it is due'],
  [60, '1h before it is due'],
  [90, '1h30m before it is due'],
  [1440, '1d before it is due'],
  [20_160, '14d before it is due'],
])('%i minutes before are told as "%s"', (minutes, text) => {
  expect(showBefore(minutes)).toBe(text)
})

test.each([
  ['', 'the message is empty'],
  [' \t', 'the message is empty'],
  ['a\0b', 'NUL'],
  ['\ud800', 'lone surrogate'],
  ['x'.repeat(10_001), '10001 characters'],
])('the message %j is refused', (message, why) => {
  expect(() => checkMessage(message)).toThrow(why)
})

test.each([
  ['weekday', undefined, '2026-11-24T09:00', 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR'],
  ['weekday at 9:30', undefined, '2026-11-23T09:30', 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR'],
  ['weekday', '9:30', '2026-11-23T09:30', 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR'],
  ['weekday', '2026-11-28T08:00', '2026-11-30T08:00', 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR'],
  ['day', '08:00', '2026-11-24T08:00', 'FREQ=DAILY'],
  ['month on the 31st', undefined, '2026-11-30T09:00', 'FREQ=MONTHLY;BYMONTHDAY=28,29,30,31;BYSETPOS=-1'],
  ['2 days for 3 times', '08:00', '2026-11-24T08:00', 'FREQ=DAILY;INTERVAL=2;COUNT=3'],
])('--every "%s" from %s begins at %s', (text, from, civil_at, rule) => {
  const asked = from === undefined ? undefined : readAsked(from, clockAt('2026-11-23T09:01'))
  const first = readRepeat(
    text,
    asked === undefined || 'before' in asked ? undefined : asked,
    clockAt('2026-11-23T09:01'),
  )
  expect(first).toEqual({ at: `${civil_at}:00.000Z`, civil_at, zone: 'UTC', rule })
})

test.each([
  ['FREQ=SECONDLY', 'repeats to the second'],
  ['FREQ=DAILY;BYSECOND=30', 'repeats to the second'],
  ['FREQ=DAILY;UNTIL=20200101', 'has nothing to come'],
  ['blue moon', 'blue moon'],
])('--every "%s" is refused', (text, why) => {
  expect(() => readRepeat(text, undefined, clock)).toThrow(why)
})

test('a repeating one keeps its wall clock across daylight saving, passes over what was missed, and ends with its rule', () => {
  const zone = namedZone('Europe/Vienna')
  const daily = {
    at: '2027-03-27T08:00:00.000Z',
    civil_at: '2027-03-27T09:00',
    zone: 'Europe/Vienna',
    rule: 'FREQ=DAILY',
  }
  expect(nextRepeat(daily, zone, '2027-03-27T08:00:00.000Z')?.at).toBe('2027-03-28T07:00:00.000Z')
  expect(nextRepeat(daily, zone, '2027-05-01T12:00:00.000Z')?.civil_at).toBe('2027-05-02T09:00')
  const thrice = { ...daily, rule: 'FREQ=DAILY;COUNT=3' }
  const second = nextRepeat(thrice, zone, '2027-03-27T08:00:00.000Z')!
  expect(second).toMatchObject({ civil_at: '2027-03-28T09:00', rule: 'FREQ=DAILY;COUNT=2' })
  const third = nextRepeat(second, zone, second.at)!
  expect(third).toMatchObject({ civil_at: '2027-03-29T09:00', rule: 'FREQ=DAILY;COUNT=1' })
  expect(nextRepeat(third, zone, third.at)).toBeUndefined()
  expect(nextRepeat({ ...daily, rule: 'FREQ=DAILY;UNTIL=20270328' }, zone, '2027-03-28T07:00:00.000Z')).toBeUndefined()
})

test('every two weeks stays in step when one was missed', () => {
  const fortnightly = { at: '', civil_at: '2026-11-23T09:00', zone: 'UTC', rule: 'FREQ=WEEKLY;INTERVAL=2' }
  expect(nextRepeat(fortnightly, clock.zone, '2026-12-08T00:00:00.000Z')?.civil_at).toBe('2026-12-21T09:00')
})

test('where an hour comes twice an hourly one goes on', () => {
  const zone = namedZone('Europe/Vienna')
  const hourly = {
    at: '2026-10-25T00:30:00.000Z',
    civil_at: '2026-10-25T02:30',
    zone: 'Europe/Vienna',
    rule: 'FREQ=HOURLY',
  }
  expect(nextRepeat(hourly, zone, '2026-10-25T01:31:00.000Z')?.at).toBe('2026-10-25T02:30:00.000Z')
})

test('a rule that counts to a thousand million is counted down at once, however late it is', () => {
  const minutely = { at: '', civil_at: '2016-11-23T09:00', zone: 'UTC', rule: 'FREQ=MINUTELY;COUNT=999999999' }
  const began = cpuMs()
  expect(nextRepeat(minutely, clock.zone, '2026-11-23T09:00:00.000Z')).toMatchObject({
    civil_at: '2026-11-23T09:01',
    rule: 'FREQ=MINUTELY;COUNT=994741118',
  })
  expect(cpuMs() - began).toBeLessThan(500)
})
