import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { bench } from '../support/larry.ts'

const vienna = ['--tz', 'Europe/Vienna']

test('date parse answers one object, its keys in this order', async () => {
  const ran = await bench().larry('date', 'parse', 'next friday 14:00', '--json', ...vienna)
  expect(ran).toEqual({
    code: 0,
    stderr: '',
    stdout: `{
  "phrase": "next friday 14:00",
  "civil": "2026-12-04T14:00",
  "utc": "2026-12-04T13:00:00.000Z",
  "grain": "minute",
  "zone": "Europe/Vienna"
}
`,
  })
})

test.each([
  ['table', 'Fri 4 Dec 2026 (in 11 days)\n'],
  [
    'ndjson',
    '{"phrase":"next friday","civil":"2026-12-04","utc":"2026-12-03T23:00:00.000Z","grain":"day","zone":"Europe/Vienna"}\n',
  ],
  ['csv', 'phrase,civil,utc,grain,zone\r\nnext friday,2026-12-04,2026-12-03T23:00:00.000Z,day,Europe/Vienna\r\n'],
  ['tsv', 'next friday\t2026-12-04\t2026-12-03T23:00:00.000Z\tday\tEurope/Vienna\n'],
  ['ids', '2026-12-04\n'],
  [
    'md',
    '| field | value |\n| --- | --- |\n| phrase | next friday |\n| civil | 2026-12-04 |\n| utc | 2026-12-03T23:00:00.000Z |\n| grain | day |\n| zone | Europe/Vienna |\n',
  ],
])('as %s', async (format, stdout) => {
  const ran = await bench().larry('date', 'parse', 'next friday', '--format', format, ...vienna)
  expect(ran).toEqual({ code: 0, stderr: '', stdout })
})

describe('the sentence of a table', () => {
  test.each([
    ['today', 'Mon 23 Nov 2026 (today)'],
    ['tomorrow 9am', 'Tue 24 Nov 2026 09:00 (tomorrow)'],
    ['yesterday', 'Sun 22 Nov 2026 (yesterday)'],
    ['3 days ago', 'Fri 20 Nov 2026 (3 days ago)'],
    ['24 dec 14:00', 'Thu 24 Dec 2026 14:00 (in 31 days)'],
    ['next week', 'Mon 30 Nov 2026 to Sun 6 Dec 2026, a week (in 7 days)'],
    ['february 2028', 'Tue 1 Feb 2028 to Tue 29 Feb 2028, a month (in 435 days)'],
    ['q4', 'Thu 1 Oct 2026 to Thu 31 Dec 2026, a quarter (53 days ago)'],
    ['2027', 'Fri 1 Jan 2027 to Fri 31 Dec 2027, a year (in 39 days)'],
  ])('%s is %s', async (phrase, sentence) => {
    const ran = await bench().larry('date', 'parse', phrase, '--format', 'table')
    expect(ran).toEqual({ code: 0, stderr: '', stdout: `${sentence}\n` })
  })

  test('makes room for the fields asked for', async () => {
    const ran = await bench().larry('date', 'parse', 'today', '--format', 'table', '--fields', 'civil,grain')
    expect(ran).toEqual({ code: 0, stderr: '', stdout: 'civil  2026-11-23\ngrain  day\n' })
  })
})

test.each([
  [['next', 'friday', 'at', '2pm'], 'next friday at 2pm', '2026-12-04T14:00'],
  [['-1d'], '-1d', '2026-11-22'],
  [['--', '-1d'], '-1d', '2026-11-22'],
  [['+2w'], '+2w', '2026-12-07'],
  [['in', '3', '--quiet', 'days'], 'in 3 days', '2026-11-26'],
])('the words of %j are one phrase', async (words, phrase, civil) => {
  const ran = await bench().larry('date', 'parse', '--json', ...words)
  expect(JSON.parse(ran.stdout)).toMatchObject({ phrase, civil })
})

test.each([
  ['2027-03-28 02:30', 'a time the clocks leave out stays as typed', '2027-03-28T02:30', '2027-03-28T01:30:00.000Z'],
  ['2026-10-25 02:30', 'of a time that comes twice it is the first', '2026-10-25T02:30', '2026-10-25T00:30:00.000Z'],
  ['2026-10-25T01:30Z', 'an instant is its own', '2026-10-25T02:30', '2026-10-25T01:30:00.000Z'],
  ['2027-03-28', 'a day is its beginning', '2027-03-28', '2027-03-27T23:00:00.000Z'],
])('%s: %s', async (phrase, _, civil, utc) => {
  expect(await bench().json('date', 'parse', phrase, ...vienna)).toMatchObject({ civil, utc })
})

test('--now beats LARRY_NOW, --week-start the config, --tz the environment', async () => {
  const b = bench()
  const folder = join(b.folder, 'config', 'larry')
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'config.toml'), 'week_start = "sunday"')
  const env = { XDG_CONFIG_HOME: join(b.folder, 'config'), LARRY_TZ: 'Asia/Tokyo' }
  const larry = b.with({ env })
  const civil = async (...line: string[]) => (await larry('date', 'parse', ...line, '--ids')).stdout.trim()
  expect(await civil('eow')).toBe('2026-11-28')
  expect(await civil('eow', '--week-start', 'monday')).toBe('2026-11-29')
  expect(await civil('eow', '--week-start', 'Fri')).toBe('2026-11-26')
  expect(await civil('now')).toBe('2026-11-23T18:00')
  expect(await civil('now', '--now', '2027-01-01T00:00:30+01:00')).toBe('2027-01-01T08:00')
  expect(await civil('now', '--now', '2027-01-01T00:00:00Z', '--tz', 'America/New_York')).toBe('2026-12-31T19:00')
  expect(await civil('next friday', '--now', '2028-02-29T12:00:00Z')).toBe('2028-03-10')
})

test.each([
  [['banana'], 'cannot read "banana" as a date', 'such as tomorrow'],
  [['tomorow'], 'cannot read "tomorow" as a date', 'did you mean tomorrow?'],
  [['pay', 'rent', 'tomorrow'], 'cannot read "pay rent tomorrow" as a date', 'such as'],
  [['2027-02-29'], '"2027-02-29" is not a date that exists', 'YYYY-MM-DD'],
  [['3/4'], '"3/4" is 3 apr to some and mar 4 to others', '3 apr or 4 mar'],
  [['14:00:30'], 'has seconds', '14:00'],
  [[], 'no phrase to read', 'larry date parse next friday'],
  [[''], 'no phrase to read', ''],
  [['--'], 'no phrase to read', ''],
  [['\u001b[31mtoday'], 'cannot read "\\x1b[31mtoday" as a date', ''],
  [['today', '--now', 'yesterday'], 'cannot read --now "yesterday" as an instant', '2026-11-23T09:00:00Z'],
  [['today', '--now', '2026-11-23T09:00'], 'as an instant', ''],
  [['today', '--now', '2026-02-30T09:00:00Z'], 'as an instant', ''],
  [['today', '--now', '1969-12-31T23:59:59Z'], 'out of reach', '1970 to 9999'],
  [['today', '--now', '2026-11-23T09:00Z', '--now', '2026-11-24T09:00Z'], 'both given', ''],
  [['eow', '--week-start', 'mond'], '--week-start cannot be "mond"', 'did you mean mon'],
  [['eow', '--week-start', '1'], '--week-start cannot be "1"', 'monday to sunday'],
  [['today', '--tz', 'Europe/Wien'], 'unknown time zone "Europe/Wien"', ''],
  [['today', '--fields', 'civl'], 'no field "civl"', 'did you mean civil?'],
  [['9999-12-31 23:59', '--tz', 'America/New_York'], 'too far away', ''],
])('date parse %j is refused with exit 2: %s', async (words, message, hint) => {
  const ran = await bench().larry('date', 'parse', ...words)
  expect(ran).toMatchObject({ code: 2, stdout: '' })
  expect(ran.stderr).toMatch(/^larry: [^\n]+\n( {2}hint: [^\n]+\n)?$/)
  expect(ran.stderr).toContain(message)
  expect(ran.stderr).toContain(hint)
})

test('a refusal is JSON where JSON was asked for', async () => {
  const ran = await bench().larry('date', 'parse', 'tomorow', '--json')
  expect({ ...ran, stderr: JSON.parse(ran.stderr) as unknown }).toEqual({
    code: 2,
    stdout: '',
    stderr: {
      error: { kind: 'usage', message: 'cannot read "tomorow" as a date', hint: 'did you mean tomorrow?', line: null },
    },
  })
})

test('no database is opened, made or needed', async () => {
  const b = bench({ empty: true })
  expect(await b.larry('date', 'parse', 'today')).toMatchObject({ code: 0 })
  expect(existsSync(b.file)).toBe(false)
  writeFileSync(b.file, 'not a database')
  expect(await b.larry('date', 'parse', 'today')).toMatchObject({ code: 0, stderr: '' })
})

test('due, filters and reports read the same phrases', async () => {
  const b = bench()
  await b.larry('add', 'Trim the hedge', 'due:"last monday of march"')
  await b.larry('add', 'Buy a goose', 'due:"2 days before christmas"')
  await b.larry('add', 'Send the letter by 15 april')
  expect((await b.tasks()).map(({ title, due }) => [title, due])).toEqual([
    ['Trim the hedge', '2027-03-29'],
    ['Buy a goose', '2026-12-23'],
    ['Send the letter', '2027-04-15'],
  ])
  const found = async (filter: string) => (await b.larry('list', filter, '--ids')).stdout.split('\n').filter(Boolean)
  expect(await found('due:december')).toEqual(['2'])
  expect(await found('due:"q1 2027"')).toEqual(['1'])
  expect(await found('due:..2027-03')).toEqual(['2', '1'])
  expect(await found('due>2026')).toEqual(['1', '3'])
})
