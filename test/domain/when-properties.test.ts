import { readFileSync } from 'node:fs'
import { array, assert, constantFrom, integer, oneof, property, string, tuple } from 'fast-check'
import { expect, test } from 'vitest'
import { Failure } from '../../src/domain/errors.ts'
import { describeWhen, fullWhen } from '../../src/domain/when/describe.ts'
import { readPhrase, readWhen } from '../../src/domain/when/read.ts'
import { clockAt } from './clock.ts'

const rounds = { seed: 20_261_123, numRuns: 300 }

const zones = ['UTC', 'Europe/Vienna', 'America/New_York', 'Asia/Kathmandu', 'Australia/Lord_Howe', 'Pacific/Apia']
const clocks = zones.map((zone) => clockAt('2026-11-23T10:00', 1, zone))
const clock = constantFrom(...clocks)

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** A minute of the years 1970 to 2100. */
const minute = integer({ min: 0, max: Date.UTC(2100, 11, 31, 23, 59) / 60_000 }).map((count) =>
  new Date(count * 60_000).toISOString().slice(0, 16),
)

/** The same minute as people write it. */
function spellings(civil: string): string[] {
  const [year, month, day] = civil.slice(0, 10).split('-').map(Number) as [number, number, number]
  const [name, time] = [months[month - 1]!, civil.slice(11)]
  const hour = Number(time.slice(0, 2))
  const half = `${((hour + 11) % 12) + 1}:${time.slice(3)}${hour < 12 ? 'am' : 'pm'}`
  return [
    civil,
    `${civil}:00`,
    civil.replace('T', ' '),
    `${day} ${name} ${year} ${time}`,
    `${name} ${day}, ${year} at ${half}`,
    `${half} on the ${day}${endingOf(day)} of ${name} ${year}`,
    `${day}.${month}.${year} ${time}`,
    `${year}/${month}/${day} ${half}`,
    `${isoWeekOf(civil)} ${time}`,
    fullWhen(civil),
  ]
}

function endingOf(day: number): string {
  if (day > 10 && day < 20) return 'th'
  return ['th', 'st', 'nd', 'rd'][day % 10] ?? 'th'
}

/** ISO 8601: the week of a day is the one of its Thursday. */
function isoWeekOf(civil: string): string {
  const ms = Date.parse(`${civil.slice(0, 10)}T00:00:00Z`)
  const weekday = new Date(ms).getUTCDay() || 7
  const thursday = new Date(ms + (4 - weekday) * 86_400_000)
  const days = (thursday.getTime() - Date.UTC(thursday.getUTCFullYear(), 0, 1)) / 86_400_000
  return `${thursday.getUTCFullYear()}-W${String(Math.floor(days / 7) + 1).padStart(2, '0')}-${weekday}`
}

test('every minute from 1970 to 2100 is read back from every way to write it, in every zone', () => {
  assert(
    property(minute, clock, (civil, at) => {
      const texts = spellings(civil)
      expect(texts.map((text) => [text, readWhen(text, at)])).toEqual(texts.map((text) => [text, civil]))
      const days = [civil.slice(0, 10), fullWhen(civil.slice(0, 10)), isoWeekOf(civil)]
      expect(days.map((text) => readWhen(text, at))).toEqual(days.map(() => civil.slice(0, 10)))
    }),
    rounds,
  )
})

test('what larry says of a date is read as that date, whatever the day', () => {
  assert(
    property(minute, integer({ min: -800, max: 800 }), (now, distance) => {
      const at = clockAt(now)
      const civil = new Date(Date.parse(`${now}Z`) + distance * 3_600_000 * 7).toISOString().slice(0, 16)
      const said = [civil, civil.slice(0, 10)].map((when) => describeWhen(when, at.today))
      expect([now, said, said.map((text) => readWhen(text, at))]).toEqual([now, said, [civil, civil.slice(0, 10)]])
    }),
    rounds,
  )
})

const words = constantFrom(
  ...'today tomorrow tonight next last this the of on at in by after before from ago now and a an half'.split(' '),
  ...'friday sun may march dec week month year day hour min weekend noon midnight morning night easter'.split(' '),
  ...'1 2 3rd 15th 31 29 2027 99999 100000 9:30 14:00:30 3pm 24.12. 3/4 2027-02-29 2026-W53 first twenty'.split(' '),
  ...'+ - -1d 1.5 1/2 utc ( ) (friday) to past oclock am pm q3 quarter mid end start eow 🎄 __proto__'.split(' '),
)
const text = oneof(
  array(words, { maxLength: 9 }).map((list) => list.join(' ')),
  string({ unit: 'binary', maxLength: 20 }),
)
const anyClock = constantFrom(
  ...clocks,
  clockAt('9999-12-31T23:59'),
  clockAt('9999-12-31T23:59', 7, 'Pacific/Apia'),
  clockAt('1970-01-01T00:00'),
)

test('any words at any time are read as a date that exists, or refused', () => {
  assert(
    property(tuple(text, anyClock), ([phrase, at]) => {
      let civil: string | undefined
      try {
        civil = readPhrase(phrase, at)?.civil
      } catch (error) {
        if (!(error instanceof Failure)) throw error
      }
      expect(civil ?? '2026-11-23').toMatch(/^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2})?$/)
    }),
    { ...rounds, numRuns: 4_000 },
  )
})

/** Wall times around changes of the clock and the instants RFC 5545 3.3.5 gives. */
const cases = JSON.parse(readFileSync(new URL('../fixtures/dst.json', import.meta.url), 'utf8')) as {
  readonly zone: string
  readonly wall: string
  readonly utc: string
}[]

test('a time around a change of the clocks stays as typed, and its instant is the one of RFC 5545', () => {
  const byZone = new Map([...new Set(cases.map(({ zone }) => zone))].map((zone) => [zone, clockAt(undefined, 1, zone)]))
  const wrong = cases.filter(({ zone, wall, utc }) => {
    const at = byZone.get(zone)!
    const civil = readWhen(wall.replace('T', ' '), at)
    return civil !== wall.slice(0, 16) || at.zone.instantOf(civil) !== utc.replace('Z', '.000Z')
  })
  expect([cases.length, wrong]).toEqual([963, []])
})
