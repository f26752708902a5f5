import { readFileSync } from 'node:fs'
import { afterEach, describe, expect, test } from 'vitest'
import { namedZone, systemZone } from '../../src/domain/when/zone.ts'
import { refusal } from './refusal.ts'

/** Wall times around changes of the clock and the instants RFC 5545 3.3.5 gives (shared/cases/dst.json, IANA tzdata 2026.4). */
interface Case {
  readonly zone: string
  readonly kind: 'gap' | 'overlap'
  readonly wall: string
  readonly utc: string
  readonly displayed: string
}
const cases = JSON.parse(readFileSync(new URL('../fixtures/dst.json', import.meta.url), 'utf8')) as Case[]
const zones = [...new Set(cases.map(({ zone }) => zone))]
const ofZone = (name: string) => cases.filter(({ zone }) => zone === name)

const expected = (name: string) =>
  ofZone(name).map((c) => [c.wall, c.utc.replace('Z', '.000Z'), c.displayed.slice(0, 16)])
const before = process.env['TZ']

afterEach(() => {
  if (before === undefined) delete process.env['TZ']
  else process.env['TZ'] = before
})

describe('civil times around daylight saving', () => {
  test('the cases are all there', () => {
    expect(cases).toHaveLength(963)
  })

  test.each(zones)('%s as a named zone', (name) => {
    const zone = namedZone(name)
    const found = ofZone(name).map((c) => [c.wall, zone.instantOf(c.wall.slice(0, 16)), zone.civilOf(c.utc)])
    expect(found).toEqual(expected(name))
  })

  test.each(zones)('%s as the zone of the machine', (name) => {
    process.env['TZ'] = name
    const zone = systemZone()
    const found = ofZone(name).map((c) => [c.wall, zone.instantOf(c.wall.slice(0, 16)), zone.civilOf(c.utc)])
    expect(found).toEqual(expected(name))
  })
})

test('a date alone is its midnight', () => {
  expect(namedZone('Asia/Tokyo').instantOf('2026-11-23')).toBe('2026-11-22T15:00:00.000Z')
})

test('a day that skips midnight begins at the first moment it has', () => {
  expect(namedZone('Africa/Cairo').instantOf('2026-04-24')).toBe('2026-04-23T22:00:00.000Z')
})

test('a whole day left out is counted with the offset before it', () => {
  expect(namedZone('Pacific/Apia').instantOf('2011-12-30T12:00')).toBe('2011-12-30T22:00:00.000Z')
})

test('an unknown zone is refused by its name', () => {
  expect(() => namedZone('Europe/Wien')).toThrow(refusal('unknown time zone "Europe/Wien"', 'Europe/Vienna'))
})
