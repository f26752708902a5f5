import { assert, constantFrom, option, property, tuple } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { describeRecurrence } from '../../src/domain/recurrence/describe.ts'
import { ruleText } from '../../src/domain/recurrence/rule.ts'
import { readAfter, readRecurrence } from '../../src/domain/recurrence/words.ts'
import { clockAt } from './clock.ts'
import { refusal } from './refusal.ts'

const monday = clockAt()

const ends = 'BYMONTHDAY=28,29,30,31;BYSETPOS=-1'
const workdays = 'BYDAY=MO,TU,WE,TH,FR'

/** What a person types, the rule it is, and how larry says that rule. */
const phrases: readonly (readonly [string, string, string])[] = [
  ['day', 'FREQ=DAILY', 'every day'],
  ['every day', 'FREQ=DAILY', 'every day'],
  ['Each  DAY', 'FREQ=DAILY', 'every day'],
  ['daily', 'FREQ=DAILY', 'every day'],
  ['every 2 days', 'FREQ=DAILY;INTERVAL=2', 'every 2 days'],
  ['every other day', 'FREQ=DAILY;INTERVAL=2', 'every 2 days'],
  ['every third day', 'FREQ=DAILY;INTERVAL=3', 'every 3 days'],
  ['every 4th day', 'FREQ=DAILY;INTERVAL=4', 'every 4 days'],
  ['ten days', 'FREQ=DAILY;INTERVAL=10', 'every 10 days'],
  ['weekday', `FREQ=WEEKLY;${workdays}`, 'every weekday'],
  ['mon-fri', `FREQ=WEEKLY;${workdays}`, 'every weekday'],
  ['fri to mon', 'FREQ=WEEKLY;BYDAY=MO,FR,SA,SU', 'every Mon, Fri, Sat and Sun'],
  ['weekdays', `FREQ=WEEKLY;${workdays}`, 'every weekday'],
  ['every workday', `FREQ=WEEKLY;${workdays}`, 'every weekday'],
  ['weekend', 'FREQ=WEEKLY;BYDAY=SA,SU', 'every weekend'],
  ['every other weekend', 'FREQ=WEEKLY;INTERVAL=2;BYDAY=SA,SU', 'every 2 weeks on weekends'],
  ['every 2 weeks on weekdays', `FREQ=WEEKLY;INTERVAL=2;${workdays}`, 'every 2 weeks on weekdays'],
  ['week', 'FREQ=WEEKLY', 'every week'],
  ['weekly', 'FREQ=WEEKLY', 'every week'],
  ['every 2 weeks', 'FREQ=WEEKLY;INTERVAL=2', 'every 2 weeks'],
  ['fortnight', 'FREQ=WEEKLY;INTERVAL=2', 'every 2 weeks'],
  ['fortnightly', 'FREQ=WEEKLY;INTERVAL=2', 'every 2 weeks'],
  ['biweekly', 'FREQ=WEEKLY;INTERVAL=2', 'every 2 weeks'],
  ['biweekly on fri', 'FREQ=WEEKLY;INTERVAL=2;BYDAY=FR', 'every 2 weeks on Fri'],
  ['every 2 weeks on mon,thu', 'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH', 'every 2 weeks on Mon and Thu'],
  ['2 weeks on thu , mon', 'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH', 'every 2 weeks on Mon and Thu'],
  ['every 2nd week on tue', 'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU', 'every 2 weeks on Tue'],
  ['every mon and thu', 'FREQ=WEEKLY;BYDAY=MO,TH', 'every Mon and Thu'],
  ['mon, wed & fri', 'FREQ=WEEKLY;BYDAY=MO,WE,FR', 'every Mon, Wed and Fri'],
  ['monday', 'FREQ=WEEKLY;BYDAY=MO', 'every Mon'],
  ['Tuesdays', 'FREQ=WEEKLY;BYDAY=TU', 'every Tue'],
  ['on wed', 'FREQ=WEEKLY;BYDAY=WE', 'every Wed'],
  ['fri and fri', 'FREQ=WEEKLY;BYDAY=FR', 'every Fri'],
  ['every other friday', 'FREQ=WEEKLY;INTERVAL=2;BYDAY=FR', 'every 2 weeks on Fri'],
  ['week on sun', 'FREQ=WEEKLY;BYDAY=SU', 'every Sun'],
  ['month', 'FREQ=MONTHLY', 'every month'],
  ['monthly', 'FREQ=MONTHLY', 'every month'],
  ['every 6 months', 'FREQ=MONTHLY;INTERVAL=6', 'every 6 months'],
  ['quarter', 'FREQ=MONTHLY;INTERVAL=3', 'every 3 months'],
  ['quarterly', 'FREQ=MONTHLY;INTERVAL=3', 'every 3 months'],
  ['every 2 quarters', 'FREQ=MONTHLY;INTERVAL=6', 'every 6 months'],
  ['every quarter on the last day', 'FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=-1', 'every 3 months on the last day'],
  ['every month on the 31st', `FREQ=MONTHLY;${ends}`, 'every month on the 31st'],
  ['every month on the 30th', 'FREQ=MONTHLY;BYMONTHDAY=28,29,30;BYSETPOS=-1', 'every month on the 30th'],
  ['every month on the 29th', 'FREQ=MONTHLY;BYMONTHDAY=28,29;BYSETPOS=-1', 'every month on the 29th'],
  ['every month on the 28th', 'FREQ=MONTHLY;BYMONTHDAY=28', 'every month on the 28th'],
  [
    'month on the 1st and 31st',
    'FREQ=MONTHLY;BYMONTHDAY=1,28,29,30,31;BYSETPOS=-1,1',
    'every month on the 1st and 31st',
  ],
  ['28th and 30th', 'FREQ=MONTHLY;BYMONTHDAY=28,29,30;BYSETPOS=-1,1', 'every month on the 28th and 30th'],
  ['on the 1st and 15th', 'FREQ=MONTHLY;BYMONTHDAY=1,15', 'every month on the 1st and 15th'],
  ['every 1st', 'FREQ=MONTHLY;BYMONTHDAY=1', 'every month on the 1st'],
  ['the 22nd', 'FREQ=MONTHLY;BYMONTHDAY=22', 'every month on the 22nd'],
  ['every 3rd, 12th and 23rd', 'FREQ=MONTHLY;BYMONTHDAY=3,12,23', 'every month on the 3rd, 12th and 23rd'],
  ['on the last day', 'FREQ=MONTHLY;BYMONTHDAY=-1', 'every month on the last day'],
  ['last day of the month', 'FREQ=MONTHLY;BYMONTHDAY=-1', 'every month on the last day'],
  ['on the 2nd to last day', 'FREQ=MONTHLY;BYMONTHDAY=-2', 'every month on the 2nd to last day'],
  ['on the 1st and the last day', 'FREQ=MONTHLY;BYMONTHDAY=-1,1', 'every month on the last day and 1st'],
  ['month on the first day', 'FREQ=MONTHLY;BYMONTHDAY=1', 'every month on the 1st'],
  ['2 months on the 10th', 'FREQ=MONTHLY;INTERVAL=2;BYMONTHDAY=10', 'every 2 months on the 10th'],
  ['on the last friday', 'FREQ=MONTHLY;BYDAY=-1FR', 'every month on the last Fri'],
  ['every month on the last friday', 'FREQ=MONTHLY;BYDAY=-1FR', 'every month on the last Fri'],
  ['first monday of every month', 'FREQ=MONTHLY;BYDAY=1MO', 'every month on the 1st Mon'],
  ['every 3rd friday', 'FREQ=MONTHLY;BYDAY=3FR', 'every month on the 3rd Fri'],
  ['the 2nd to last monday', 'FREQ=MONTHLY;BYDAY=-2MO', 'every month on the 2nd to last Mon'],
  ['second last monday', 'FREQ=MONTHLY;BYDAY=-2MO', 'every month on the 2nd to last Mon'],
  ['5th sunday', 'FREQ=MONTHLY;BYDAY=5SU', 'every month on the 5th Sun'],
  ['1st and 3rd tuesday', 'FREQ=MONTHLY;BYDAY=1TU,3TU', 'every month on the 1st Tue and 3rd Tue'],
  ['first mon and last fri', 'FREQ=MONTHLY;BYDAY=1MO,-1FR', 'every month on the 1st Mon and last Fri'],
  ['2 months on the 2nd wed', 'FREQ=MONTHLY;INTERVAL=2;BYDAY=2WE', 'every 2 months on the 2nd Wed'],
  ['on the first weekday', `FREQ=MONTHLY;${workdays};BYSETPOS=1`, 'every month on the 1st weekday'],
  ['every 3rd weekday', `FREQ=MONTHLY;${workdays};BYSETPOS=3`, 'every month on the 3rd weekday'],
  ['last workday', `FREQ=MONTHLY;${workdays};BYSETPOS=-1`, 'every month on the last weekday'],
  ['first and last weekday', `FREQ=MONTHLY;${workdays};BYSETPOS=-1,1`, 'every month on the last and 1st weekday'],
  ['year', 'FREQ=YEARLY', 'every year'],
  ['yearly', 'FREQ=YEARLY', 'every year'],
  ['annually', 'FREQ=YEARLY', 'every year'],
  ['every other year', 'FREQ=YEARLY;INTERVAL=2', 'every 2 years'],
  ['every year on 24 dec', 'FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=24', 'every year on 24 Dec'],
  ['every 24 December', 'FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=24', 'every year on 24 Dec'],
  ['every march 1st', 'FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=1', 'every year on 1 Mar'],
  ['sept 30', 'FREQ=YEARLY;BYMONTH=9;BYMONTHDAY=30', 'every year on 30 Sep'],
  ['4 years on feb 29', 'FREQ=YEARLY;INTERVAL=4;BYMONTH=2;BYMONTHDAY=28,29;BYSETPOS=-1', 'every 4 years on 29 Feb'],
  ['every 29 feb', 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=28,29;BYSETPOS=-1', 'every year on 29 Feb'],
  ['every 15th of january', 'FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=15', 'every year on 15 Jan'],
  ['1st of jan and jul', 'FREQ=YEARLY;BYMONTH=1,7;BYMONTHDAY=1', 'every year on the 1st of Jan and Jul'],
  [
    '31st of jan and apr',
    'FREQ=MONTHLY;BYMONTH=1,4;BYMONTHDAY=30,31;BYSETPOS=-1',
    'every year on the 31st of Jan and Apr',
  ],
  ['last monday of may', 'FREQ=YEARLY;BYMONTH=5;BYDAY=-1MO', 'every year on the last Mon of May'],
  [
    '2 years on the first mon of may',
    'FREQ=YEARLY;INTERVAL=2;BYMONTH=5;BYDAY=1MO',
    'every 2 years on the 1st Mon of May',
  ],
  ['last day of feb', 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1', 'every year on the last day of Feb'],
  ['first weekday of jan', `FREQ=YEARLY;BYMONTH=1;${workdays};BYSETPOS=1`, 'every year on the 1st weekday of Jan'],
  [
    'last weekday of mar and sep',
    `FREQ=MONTHLY;BYMONTH=3,9;${workdays};BYSETPOS=-1`,
    'every year on the last weekday of Mar and Sep',
  ],
  ['every jan and jul', 'FREQ=YEARLY;BYMONTH=1,7', 'every year in Jan and Jul'],
  ['every year in march', 'FREQ=YEARLY;BYMONTH=3', 'every year in Mar'],
  ['every 2 years in jan and jul', 'FREQ=YEARLY;INTERVAL=2;BYMONTH=1,7', 'every 2 years in Jan and Jul'],
  ['hour', 'FREQ=HOURLY', 'every hour'],
  ['hourly', 'FREQ=HOURLY', 'every hour'],
  ['every 2 hours', 'FREQ=HOURLY;INTERVAL=2', 'every 2 hours'],
  ['every 90 minutes', 'FREQ=MINUTELY;INTERVAL=90', 'every 90 minutes'],
  ['every 120 minutes', 'FREQ=MINUTELY;INTERVAL=120', 'every 120 minutes'],
  ['every 1.5 hours', 'FREQ=MINUTELY;INTERVAL=90', 'every 90 minutes'],
  ['3d', 'FREQ=DAILY;INTERVAL=3', 'every 3 days'],
  ['2w', 'FREQ=WEEKLY;INTERVAL=2', 'every 2 weeks'],
  ['every 2w on mon,thu', 'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH', 'every 2 weeks on Mon and Thu'],
  ['every 2h', 'FREQ=HOURLY;INTERVAL=2', 'every 2 hours'],
  ['twenty five days', 'FREQ=DAILY;INTERVAL=25', 'every 25 days'],
  ['every 14 days', 'FREQ=DAILY;INTERVAL=14', 'every 14 days'],
  ['every 12 months', 'FREQ=MONTHLY;INTERVAL=12', 'every 12 months'],
  ['every year and a half', 'FREQ=MONTHLY;INTERVAL=18', 'every 18 months'],
  ['every week and 3 days', 'FREQ=DAILY;INTERVAL=10', 'every 10 days'],
  ['the twenty first', 'FREQ=MONTHLY;BYMONTHDAY=21', 'every month on the 21st'],
  ['on the twenty-first and twenty second', 'FREQ=MONTHLY;BYMONTHDAY=21,22', 'every month on the 21st and 22nd'],
  ['day until 2027-01-01', 'FREQ=DAILY;UNTIL=20270101', 'every day until Fri 1 Jan 2027'],
  ['every weekday until eom', `FREQ=WEEKLY;UNTIL=20261130;${workdays}`, 'every weekday until Mon 30 Nov 2026'],
  ['every mon till fri 14:00', 'FREQ=WEEKLY;UNTIL=20261127T140000;BYDAY=MO', 'every Mon until Fri 27 Nov 2026 14:00'],
  ['day 10 times', 'FREQ=DAILY;COUNT=10', 'every day 10 times'],
  ['month for 1 time', 'FREQ=MONTHLY;COUNT=1', 'every month 1 time'],
  ['every fri x10', 'FREQ=WEEKLY;COUNT=10;BYDAY=FR', 'every Fri 10 times'],
  ['day for 3 weeks', 'FREQ=DAILY;UNTIL=20261213', 'every day until Sun 13 Dec 2026'],
  ['week for 2 months', 'FREQ=WEEKLY;UNTIL=20270122', 'every week until Fri 22 Jan 2027'],
  ['week for a year', 'FREQ=WEEKLY;UNTIL=20271122', 'every week until Mon 22 Nov 2027'],
  ['RRULE:FREQ=WEEKLY;BYDAY=MO', 'FREQ=WEEKLY;BYDAY=MO', 'every Mon'],
  ['freq=monthly;bymonthday=31', 'FREQ=MONTHLY;BYMONTHDAY=31', 'FREQ=MONTHLY;BYMONTHDAY=31'],
  ['FREQ=YEARLY;BYWEEKNO=20', 'FREQ=YEARLY;BYWEEKNO=20', 'FREQ=YEARLY;BYWEEKNO=20'],
  ['FREQ=DAILY;BYHOUR=9,17', 'FREQ=DAILY;BYHOUR=9,17', 'FREQ=DAILY;BYHOUR=9,17'],
]

test.each(phrases)('%j is %s, said as %j', (phrase, rule, said) => {
  const read = readRecurrence(phrase, undefined, monday)
  expect([ruleText(read.rule), describeRecurrence(read.rule, 'schedule')]).toEqual([rule, said])
  expect(readRecurrence(said, undefined, monday).rule).toEqual(read.rule)
})

describe('what is said beside the rule', () => {
  test.each([
    ['day at 9am', { time: '09:00' }],
    ['weekday at 9', { time: '09:00' }],
    ['day at 9:30', { time: '09:30' }],
    ['every mon 14:00', { time: '14:00' }],
    ['month on the 1st noon', { time: '12:00' }],
    ['week at 2 pm until eom', { time: '14:00' }],
    ['week starting 2026-12-01', { starts: '2026-12-01' }],
    ['week from fri', { starts: '2026-11-27' }],
    ['week starting 2026-12-01 8:00', { starts: '2026-12-01', time: '08:00' }],
    ['day except 2026-12-24', { exceptions: ['2026-12-24'] }],
    ['day except tomorrow, 2026-12-24 and Fri 25 Dec 2026', { exceptions: ['2026-11-24', '2026-12-24', '2026-12-25'] }],
    [
      'day at 9:00 starting tomorrow except 2026-12-24',
      { time: '09:00', starts: '2026-11-24', exceptions: ['2026-12-24'] },
    ],
  ])('%j says %j', (phrase, beside) => {
    const { rule: _, ...said } = readRecurrence(phrase, undefined, monday)
    expect(said).toEqual(beside)
  })
})

describe('a rule that names no day has that of its start', () => {
  test.each([
    ['month', '2027-01-31', `FREQ=MONTHLY;${ends}`],
    ['month', '2027-01-30T09:00', 'FREQ=MONTHLY;BYMONTHDAY=28,29,30;BYSETPOS=-1'],
    ['month', '2027-01-28', 'FREQ=MONTHLY'],
    ['quarter', '2027-01-31', `FREQ=MONTHLY;INTERVAL=3;${ends}`],
    ['year', '2028-02-29', 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=28,29;BYSETPOS=-1'],
    ['year', '2027-01-31', 'FREQ=YEARLY'],
    ['jan and jul', '2027-01-31', 'FREQ=YEARLY;BYMONTH=1,7'],
    ['apr and jul', '2027-01-31', 'FREQ=MONTHLY;BYMONTH=4,7;BYMONTHDAY=30,31;BYSETPOS=-1'],
    ['month starting 2027-01-31', '2026-11-23', `FREQ=MONTHLY;${ends}`],
    ['FREQ=MONTHLY', '2027-01-31', 'FREQ=MONTHLY'],
  ])('%j from %s is %s', (phrase, start, rule) => {
    expect(ruleText(readRecurrence(phrase, start, monday).rule)).toBe(rule)
  })
})

test('every other week goes by the first day of the week that is set', () => {
  const { rule } = readRecurrence('2 weeks on mon,sun', undefined, clockAt('2026-11-23T09:00', 7))
  expect(ruleText(rule)).toBe('FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,SU;WKST=SU')
})

test.each([
  ['', 'cannot read ""', 'such as'],
  ['every', 'cannot read "every"', 'such as'],
  ['every blue moon', 'cannot read "every blue moon"', 'such as'],
  ['evry day', 'cannot read "evry day"', 'did you mean every?'],
  ['every mnday', 'cannot read "every mnday"', 'did you mean monday?'],
  ['every 0 days', 'cannot read "every 0 days"', 'such as'],
  ['every -1 days', 'cannot read "every -1 days"', 'such as'],
  ['every 1th', 'cannot read "every 1th"', 'such as'],
  ['every 0th', 'cannot read "every 0th"', 'such as'],
  ['day and night', 'cannot read "day and night"', 'such as'],
  ['2 weekdays', 'cannot read "2 weekdays"', 'such as'],
  ['last', 'cannot read "last"', 'such as'],
  ['2nd to last', 'cannot read "2nd to last"', 'such as'],
  ['1st and friday', 'cannot read "1st and friday"', 'such as'],
  ['24 dec and 1 jan', 'cannot read "24 dec and 1 jan"', 'such as'],
  ['friday\u0000', 'cannot read "friday\u0000"', ''],
  ['32nd', 'the 32nd is no day of that month', '31st'],
  ['30 feb', 'the 30th is no day of that month', '29th'],
  ['31 apr', 'the 31st is no day of that month', '30th'],
  ['30th and 31st', 'the 30th goes with no other end of the month', 'last day'],
  ['31st and last day', 'the 31st goes with no other end of the month', 'last day'],
  ['6th monday', 'no month has the weekday', '5th'],
  ['24th weekday', 'no month has the weekday', '23rd'],
  ['2 years on the 31st of jan and apr', 'every year only', 'every year'],
  ['day at 25:00', 'cannot read "25:00" as a time of day', '9:30'],
  ['day at 9:00 at 10:00', 'says at twice', 'once'],
  ['day 9:00 at 10:00', 'says at twice', 'once'],
  ['day at 9:00 starting tomorrow 8:00', 'both "at 9:00" and "starting" say a time', 'once'],
  ['2 hours at 9:00', '"2 hours" and a time of day do not go together', 'start'],
  ['day until someday', 'cannot read "someday" as a date', ''],
  ['month except december', '"december" is a month, not a day', 'begins on'],
  ['day until next week', '"next week" is a week, not a day', ''],
  ['day until', 'cannot read "day until"', 'such as'],
  ['day until 2027-02-29', '"2027-02-29" is not a date that exists', ''],
  ['day until fri until sat', 'says until twice', 'once'],
  ['day until fri, sat', '"until" takes one date', 'except'],
  ['day until fri 10 times', 'says twice when it ends', 'until'],
  ['day 0 times', 'cannot read "0" as a number of times', '10 times'],
  ['day for ages', 'cannot read "for ages"', 'for 3 weeks'],
  ['day for 2 hours', '"for 2 hours" is shorter than a day', 'for 3 weeks'],
  ['day for 999999999 weeks', '"for 999999999 weeks" is too long', 'without end'],
  ['day for 99999999 years', '"for 99999999 years" is too long', 'without end'],
  ['day for 9000 years', '"for 9000 years" is too long', 'without end'],
  ['day except fri', 'except takes dates, not "fri"', 'mon,tue'],
  ['every '.repeat(300), 'a recurrence of 1800 characters is too long', '1000'],
  ['FREQ=DAILY;'.repeat(1000), 'a recurrence rule of 11000 characters is too long', '10000'],
])('%j is refused', (phrase, message, hint) => {
  expect(() => readRecurrence(phrase, undefined, monday)).toThrow(refusal(message, hint))
})

describe('counted from completion', () => {
  test.each([
    ['10 days', 'FREQ=DAILY;INTERVAL=10', '10 days after completion'],
    ['10d', 'FREQ=DAILY;INTERVAL=10', '10 days after completion'],
    ['2h', 'FREQ=HOURLY;INTERVAL=2', '2 hours after completion'],
    ['1h30m', 'FREQ=MINUTELY;INTERVAL=90', '90 minutes after completion'],
    ['twenty-five days', 'FREQ=DAILY;INTERVAL=25', '25 days after completion'],
    ['a couple of weeks', 'FREQ=WEEKLY;INTERVAL=2', '2 weeks after completion'],
    ['90 days', 'FREQ=DAILY;INTERVAL=90', '90 days after completion'],
    ['day', 'FREQ=DAILY', '1 day after completion'],
    ['2 weeks', 'FREQ=WEEKLY;INTERVAL=2', '2 weeks after completion'],
    ['a fortnight', 'FREQ=WEEKLY;INTERVAL=2', '2 weeks after completion'],
    ['A month', 'FREQ=MONTHLY', '1 month after completion'],
    ['quarter', 'FREQ=MONTHLY;INTERVAL=3', '3 months after completion'],
    ['three years', 'FREQ=YEARLY;INTERVAL=3', '3 years after completion'],
    ['3 hours', 'FREQ=HOURLY;INTERVAL=3', '3 hours after completion'],
    ['FREQ=DAILY;INTERVAL=3', 'FREQ=DAILY;INTERVAL=3', '3 days after completion'],
  ])('%j is %s', (phrase, rule, said) => {
    const read = readAfter(phrase)
    expect([ruleText(read), describeRecurrence(read, 'completion')]).toEqual([rule, said])
  })

  test.each([
    'friday',
    '2 weeks on mon',
    'last day',
    '10 days until fri',
    'FREQ=DAILY;COUNT=2',
    'FREQ=WEEKLY;BYDAY=MO',
    '',
    '10',
    'constructor',
    '1 month and 3 days',
    '1 day 2 hours',
    'half a day',
    '0 days',
    'weekly',
  ])('%j is no length', (phrase) => {
    expect(() => readAfter(phrase)).toThrow(refusal(`"${phrase}" is no length of time`, 'every:'))
  })
})

test('a rule is said in words that are read as the same rule', () => {
  const starts = constantFrom('2026-11-23', '2027-01-31', '2028-02-29', '2027-04-30', undefined)
  const phrase = constantFrom(
    ...phrases.map(([typed]) => typed).filter((typed) => !/ (?:until|till|for|x10)\b| times?$/.test(typed)),
  )
  const end = option(constantFrom(' until 2027-03-01', ' 12 times', ' for 3 years'), { nil: '' })
  assert(
    property(tuple(phrase, end, starts), ([typed, ending, start]) => {
      const isRule = typed.includes('=')
      const { rule } = readRecurrence(isRule ? typed : typed + ending, start, monday)
      expect(readRecurrence(describeRecurrence(rule, 'schedule'), undefined, monday).rule).toEqual(rule)
    }),
  )
})
