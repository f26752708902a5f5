import { existsSync } from 'node:fs'
import { expect, test } from 'vitest'
import { bench } from '../support/larry.ts'

test('JSON is an array of times, the next ten unless told otherwise', async () => {
  const { json } = bench({ empty: true })
  expect(await json('recur', 'preview', 'every 2 weeks on mon,thu', '--count', '3')).toEqual([
    '2026-11-23',
    '2026-11-26',
    '2026-12-07',
  ])
  expect(await json<string[]>('recur', 'preview', 'daily')).toHaveLength(10)
  expect(await json('recur', 'preview', 'daily', '--count', '0')).toEqual([])
})

test('each format has one time a line', async () => {
  const b = bench({ empty: true })
  const show = async (...how: string[]) =>
    (await b.larry('recur', 'preview', 'tue at 9:30', '--count', '2', ...how)).stdout
  expect(await show('--format', 'table')).toBe(
    'occurs\nTue 24 Nov 2026 09:30 · tomorrow\nTue 1 Dec 2026 09:30 · in 8 days\n',
  )
  expect(await show('--format', 'tsv')).toBe('2026-11-24T09:30\n2026-12-01T09:30\n')
  expect(await show('--format', 'csv')).toBe('occurs\r\n2026-11-24T09:30\r\n2026-12-01T09:30\r\n')
  expect(await show('--format', 'ids')).toBe('2026-11-24T09:30\n2026-12-01T09:30\n')
  expect(await show('--format', 'ndjson')).toBe('"2026-11-24T09:30"\n"2026-12-01T09:30"\n')
  expect(await show('--format', 'md')).toBe(
    '| occurs |\n| --- |\n| Tue 24 Nov 2026 09:30 · tomorrow |\n| Tue 1 Dec 2026 09:30 · in 8 days |\n',
  )
  expect(await show('--format', 'csv', '--fields', 'occurs,weekday,days')).toBe(
    'occurs,weekday,days\r\n2026-11-24T09:30,Tue,1\r\n2026-12-01T09:30,Tue,8\r\n',
  )
  expect(JSON.parse(await show('--json', '--fields', 'days,occurs'))).toEqual([
    { days: 1, occurs: '2026-11-24T09:30' },
    { days: 8, occurs: '2026-12-01T09:30' },
  ])
})

test('no database is opened or made', async () => {
  const b = bench({ empty: true })
  expect((await b.larry('recur', 'preview', 'daily')).code).toBe(0)
  expect(existsSync(b.file)).toBe(false)
})

test.each<[string[], string[]]>([
  [
    ['every', 'mon', 'and', 'fri'],
    ['2026-11-23', '2026-11-27'],
  ],
  [['daily at 8:00'], ['2026-11-24T08:00', '2026-11-25T08:00']],
  [['daily at 9:00'], ['2026-11-23T09:00', '2026-11-24T09:00']],
  [['every 2 hours'], ['2026-11-23T09:00', '2026-11-23T11:00']],
  [['month starting 2027-01-31'], ['2027-01-31', '2027-02-28']],
  [['daily starting 2020-01-01'], ['2026-11-23', '2026-11-24']],
  [['minute starting 1970-01-01'], ['2026-11-23T09:00', '2026-11-23T09:01']],
  [['daily except tomorrow'], ['2026-11-23', '2026-11-25']],
  [['FREQ=DAILY;BYHOUR=8,10'], ['2026-11-23T10:00', '2026-11-24T08:00']],
  [['FREQ=SECONDLY'], ['2026-11-23T09:00:00', '2026-11-23T09:00:01']],
])('%j comes round from now on at %j', async (words, times) => {
  expect(await bench({ empty: true }).json('recur', 'preview', ...words, '--count', '2')).toEqual(times)
})

test.each([
  ['1997-09-02T09:00', ['1997-09-02T09:00', '1997-09-03T09:00']],
  ['1997-09-02T09:00:00', ['1997-09-02T09:00', '1997-09-03T09:00']],
  ['1997-09-02T09:00:05', ['1997-09-02T09:00:05', '1997-09-03T09:00:05']],
  ['19970902T090000', ['1997-09-02T09:00', '1997-09-03T09:00']],
  ['19970902T090000Z', ['1997-09-02T09:00', '1997-09-03T09:00']],
  ['2024-10-24', ['2024-10-24', '2024-10-25']],
  ['20241024', ['2024-10-24', '2024-10-25']],
  ['next monday 14:00', ['2026-11-30T14:00', '2026-12-01T14:00']],
])('--dtstart %s', async (start, times) => {
  const ran = await bench({ empty: true }).json('recur', 'preview', 'FREQ=DAILY', '--dtstart', start, '--count', '2')
  expect(ran).toEqual(times)
})

test('the start is an occurrence only when the rule gives it', async () => {
  const { json } = bench({ empty: true })
  expect(await json('recur', 'preview', 'fri', '--dtstart', '2026-11-23', '--count', '1')).toEqual(['2026-11-27'])
  expect(await json('recur', 'preview', 'month', '--dtstart', '2027-01-31', '--count', '3')).toEqual([
    '2027-01-31',
    '2027-02-28',
    '2027-03-31',
  ])
})

test('an UNTIL in UTC ends in the zone asked for, and beside a start in UTC as written', async () => {
  const { json } = bench({ empty: true })
  const until = (start: string, zone: string) =>
    json('recur', 'preview', 'FREQ=HOURLY;UNTIL=19970902T170000Z', '--dtstart', start, '--tz', zone, '--count', '20')
  expect(await until('1997-09-02T15:00', 'UTC')).toEqual(['1997-09-02T15:00', '1997-09-02T16:00', '1997-09-02T17:00'])
  expect(await until('1997-09-02T12:00', 'America/New_York')).toEqual(['1997-09-02T12:00', '1997-09-02T13:00'])
  expect(await until('19970902T160000Z', 'America/New_York')).toEqual(['1997-09-02T16:00', '1997-09-02T17:00'])
})

test('today is that of the zone', async () => {
  const { json } = bench({ empty: true })
  expect(await json('recur', 'preview', 'daily', '--count', '1', '--tz', 'Pacific/Kiritimati')).toEqual(['2026-11-23'])
  expect(await json('recur', 'preview', 'daily', '--count', '1', '--tz', 'Pacific/Pago_Pago')).toEqual(['2026-11-22'])
})

test('a rule that is over gives nothing and says so', async () => {
  const b = bench({ empty: true })
  expect(await b.json('recur', 'preview', 'FREQ=DAILY;UNTIL=20200101')).toEqual([])
  expect(await b.larry('recur', 'preview', 'day until yesterday')).toEqual({
    code: 0,
    stdout: '',
    stderr: 'No occurrences.\n',
  })
})

test.each([
  [['FREQ=MONTHLY;BYMONTH=2;BYMONTHDAY=30'], '"FREQ=MONTHLY;BYMONTH=2;BYMONTHDAY=30" never happens'],
  [['every blue moon'], 'cannot read "every blue moon" as a recurrence'],
  [[''], 'cannot read "" as a recurrence'],
  [['\u0000\u001b[31m'], 'cannot read "'],
  [[], 'rule'],
  [['daily', '--count', 'x'], '--count "x" is not a whole number'],
  [['daily', '--count', '-1'], '--count "-1" is not a whole number'],
  [['daily', '--count', '10001'], '--count 10001 is too many'],
  [['daily', '--dtstart', '2027-02-29'], '"2027-02-29" is not a date that exists'],
  [['daily', '--dtstart', '20270101T250000'], '"20270101T250000" is not a date that exists'],
  [['daily', '--dtstart', ''], 'cannot read "" as a date'],
  [['daily', '--dtstart', 'soon'], 'cannot read "soon" as a date'],
  [['daily', '--dtstart', 'fri', '--dtstart', 'sat'], 'are both given'],
  [['daily starting fri', '--dtstart', 'sat'], 'both --dtstart and "starting"'],
  [['daily at 9:00', '--dtstart', '2026-12-01T10:00'], 'both --dtstart and the words have a time'],
  [['daily', '--tz', 'Mars/Olympus'], 'unknown time zone "Mars/Olympus"'],
])('recur preview %j is a usage error', async (words, message) => {
  const ran = await bench({ empty: true }).larry('recur', 'preview', ...words)
  expect(ran).toMatchObject({ code: 2, stdout: '' })
  expect(ran.stderr).toContain(message)
  expect(ran.stderr).not.toContain('\u001b')
})
