import { describe, expect, test } from 'vitest'
import { easter } from '../../src/domain/when/phrase/easter.ts'
import { readPhrase } from '../../src/domain/when/read.ts'
import { clockAt } from './clock.ts'

const monday = clockAt('2026-11-23T10:00', 1, 'Europe/Vienna')

test.each([
  ['christmas', '2026-12-25'],
  ['xmas', '2026-12-25'],
  ['christmas day', '2026-12-25'],
  ['this christmas', '2026-12-25'],
  ['next christmas', '2026-12-25'],
  ['last christmas', '2025-12-25'],
  ['christmas 2027', '2027-12-25'],
  ['christmas of next year', '2027-12-25'],
  ['christmas next year', '2027-12-25'],
  ['christmas of last year', '2025-12-25'],
  ['christmas eve', '2026-12-24'],
  ['boxing day', '2026-12-26'],
  ["new year's eve", '2026-12-31'],
  ['new years eve', '2026-12-31'],
  ['new year’s day', '2027-01-01'],
  ['new year', '2027-01-01'],
  ['new year 2030', '2030-01-01'],
  ['epiphany', '2027-01-06'],
  ['mlk day', '2027-01-18'],
  ['groundhog day', '2027-02-02'],
  ["valentine's day", '2027-02-14'],
  ["presidents' day", '2027-02-15'],
  ['the ides of march', '2027-03-15'],
  ["st. patrick's day", '2027-03-17'],
  ['april fools', '2027-04-01'],
  ['may day', '2027-05-01'],
  ["mother's day", '2027-05-09'],
  ['memorial day', '2027-05-31'],
  ["father's day", '2027-06-20'],
  ['fathers day 1996', '1996-06-16'],
  ['juneteenth', '2027-06-19'],
  ['independence day', '2027-07-04'],
  ['4th of july', '2027-07-04'],
  ['labor day', '2027-09-06'],
  ['german unity day', '2027-10-03'],
  ['columbus day', '2027-10-11'],
  ['halloween', '2027-10-31'],
  ['veterans day', '2027-11-11'],
  ['thanksgiving', '2026-11-26'],
  ['thanksgiving 2027', '2027-11-25'],
  ['last thanksgiving', '2025-11-27'],
  ['black friday', '2026-11-27'],
  ['cyber monday', '2026-11-30'],
  ['first advent', '2026-11-29'],
  ['second advent', '2026-12-06'],
  ['third advent', '2026-12-13'],
  ['fourth advent', '2026-12-20'],
  ['fourth advent 2028', '2028-12-24'],
  ['first advent 2022', '2022-11-27'],
  ['st nicholas day', '2026-12-06'],
  ['shrove tuesday', '2027-02-09'],
  ['ash wednesday', '2027-02-10'],
  ['palm sunday', '2027-03-21'],
  ['maundy thursday', '2027-03-25'],
  ['good friday', '2027-03-26'],
  ['easter', '2027-03-28'],
  ['easter sunday', '2027-03-28'],
  ['easter monday', '2027-03-29'],
  ['last easter', '2026-04-05'],
  ['easter 2038', '2038-04-25'],
  ['ascension day', '2027-05-06'],
  ['pentecost', '2027-05-16'],
  ['whit monday', '2027-05-17'],
  ['corpus christi', '2027-05-27'],
])('%s is %s', (phrase, civil) => {
  expect(readPhrase(phrase, monday)).toEqual({ civil, grain: 'day' })
})

describe('easter', () => {
  test.each([
    [1818, '1818-03-22'],
    [1943, '1943-04-25'],
    [1954, '1954-04-18'],
    [1981, '1981-04-19'],
    [2000, '2000-04-23'],
    [2008, '2008-03-23'],
    [2024, '2024-03-31'],
    [2026, '2026-04-05'],
    [2049, '2049-04-18'],
    [2285, '2285-03-22'],
  ])('of %i is %s', (year, date) => {
    expect(easter(year)).toBe(date)
  })
})
