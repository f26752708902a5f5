import { describe, expect, test } from 'vitest'
import { readPhrase } from '../../src/domain/when/read.ts'
import { clockAt } from './clock.ts'

const monday = clockAt('2026-11-23T10:00', 1, 'Europe/Vienna')

/** Phrases of one reading, apart by a bar. */
const each = (rows: readonly (readonly [phrases: string, civil: string])[]) =>
  rows.flatMap(([phrases, civil]) => phrases.split(' | ').map((phrase) => [phrase, civil] as const))

describe('a time alone', () => {
  test.each([
    ['9:59', '2026-11-24T09:59'],
    ['9am', '2026-11-24T09:00'],
    ['midnight', '2026-11-24T00:00'],
    ['at 9', '2026-11-24T09:00'],
    ['10:00', '2026-11-23T10:00'],
    ['10:01', '2026-11-23T10:01'],
    ['today 9am', '2026-11-23T09:00'],
    ['this morning', '2026-11-23T09:00'],
  ])('%s at 10:00 is the next there is', (phrase, civil) => {
    expect(readPhrase(phrase, monday)).toEqual({ civil, grain: 'minute' })
  })
})

describe('times of day as the day begins', () => {
  test.each(
    each([
      [
        '14:00 | 14:00:00 | 2.00pm | 2pm | 2 pm | 2 p.m. | 2:00pm | 2:00 PM | 02:00 pm | at 2pm | @ 2pm | at 14:00',
        '14:00',
      ],
      ["at two | at 2 | 2 o'clock | two o’clock | 2 in the afternoon | 2:00 in the afternoon | at 14", '14:00'],
      ['3:15 | 03:15 | 3:15am | 3:15a | 3:15 in the morning | 3:15 in the am', '03:15'],
      ['3:15pm | 3:15p | 15:15 | quarter past 3 | a quarter past three | 15 past 3 | at 15 past 3pm', '15:15'],
      ['at 3 15 | 3:15 in the afternoon | 315 pm | 15 minutes past 3 | at three fifteen | three fifteen pm', '15:15'],
      ['half past 3 | half past three pm | 3:30 p m | 330 p.m. | at 330 | at 1530 | thirty past 3', '15:30'],
      ['20 to noon | twenty to noon | 20 minutes to twelve | 20 before noon', '11:40'],
      ['around 2pm | at about 2pm | about 14:00 | approximately 2pm', '14:00'],
      ['quarter to 1 | a quarter to one', '12:45'],
      ['quarter to 7 | 6:45 in the evening', '18:45'],
      ['at 7 | 7 in the morning | 7am | 7 in the am | seven in the am | at 7 in the a.m.', '07:00'],
      ['at 6 | 6 in the evening | this evening | in the evening', '18:00'],
      ['at 12 | noon | midday | at noon | 12pm', '12:00'],
      ['midnight | 12am | at midnight | 0:00', '00:00'],
      ['quarter to midnight | 11:45pm', '23:45'],
      ['5 past midnight | 12:05am', '00:05'],
      ['this morning | in the morning | morning | 9 in the morning | at 9', '09:00'],
      ['this afternoon | in the afternoon', '15:00'],
      ['tonight | 8 tonight | eight tonight | 8 this evening | at 8 in the evening | in the evening at eight', '20:00'],
      ['8:30 tonight | tonight at 8:30 | tonight 20:30 | half past eight tonight', '20:30'],
      ['tonight at 11 | 11 tonight | 11 at night', '23:00'],
      ['nine fifty nine a m | 9:59 am', '09:59'],
    ]),
  )('%s is %s today', (phrase, time) => {
    expect(readPhrase(phrase, clockAt('2026-11-23T00:00', 1, 'Europe/Vienna'))).toEqual({
      civil: `2026-11-23T${time}`,
      grain: 'minute',
    })
  })

  test.each(
    each([
      ['tomorrow morning | tomorrow in the morning | tomorrow at 9 | 9am tomorrow', '2026-11-24T09:00'],
      ['tomorrow at noon | noon tomorrow | tomorrow noon | tomorrow lunchtime | tomorrow at lunch', '2026-11-24T12:00'],
      ['tomorrow afternoon at 5 | at 5 tomorrow afternoon | at 5pm tomorrow | tomorrow 5pm', '2026-11-24T17:00'],
      ['tomorrow evening', '2026-11-24T18:00'],
      ['tomorrow night', '2026-11-24T20:00'],
      ['tomorrow midnight | tonight at midnight | tonight at 12', '2026-11-24T00:00'],
      ['yesterday evening', '2026-11-22T18:00'],
      ['last night | yesterday night', '2026-11-22T20:00'],
      [
        '9am on saturday | saturday at 9 | on saturday at 9am | sat 9:00 | sat, 9am | saturday morning',
        '2026-11-28T09:00',
      ],
      ['fri, nov 27 7pm | at 7:00 PM on Fri, Nov 27 | friday 19:00 | 7pm friday', '2026-11-27T19:00'],
      ['february the 15th in the morning | morning of the 15th of february | 15 feb 9am', '2027-02-15T09:00'],
      ['next monday 14:00 | next monday at 2 | 2pm on monday of next week', '2026-11-30T14:00'],
      ['24 dec 2026 14:00 | 14:00 24 dec 2026 | 24.12.2026 14:00 | 2026-12-24 2pm', '2026-12-24T14:00'],
      ['in 3 days at 9am | 3d 9:00 | 9am in three days', '2026-11-26T09:00'],
      ['christmas eve at 6 | christmas eve 18:00 | 6pm on christmas eve', '2026-12-24T18:00'],
      ['eow 17:00 | end of the week at 5', '2026-11-29T17:00'],
      ['day after tomorrow 5pm', '2026-11-25T17:00'],
      ['2 weeks ago 9:00', '2026-11-09T09:00'],
      ['thursday 8:00 GMT | thu 8:00 utc | thursday at 8 gmt', '2026-11-26T09:00'],
    ]),
  )('%s is %s', (phrase, civil) => {
    expect(readPhrase(phrase, monday)).toMatchObject({ civil, grain: 'minute' })
  })

  test.each(
    each([
      ['now | right now | just now', '10:00'],
      [
        'in 90 min | in 90 minutes | 90 min from now | +90min | in 1h30m | in an hour and a half | in 1.5 hours',
        '11:30',
      ],
      ['in one and a half hours', '11:30'],
      ['in 2.5 hours | in two and a half hours | in 2 hours and 30 minutes', '12:30'],
      [
        'in half an hour | in a half hour | in half hour | half an hour from now | in 1/2 h | in 1/2h | in 30 more minutes | +30m',
        '10:30',
      ],
      ['in a quarter of an hour | in 1/4 hour | in quarter of an hour', '10:15'],
      ['in three quarters of an hour | in three-quarters of an hour | in 3/4 hour', '10:45'],
      ['in an hour | in one hour | in 1h | +1h | 1 hour hence', '11:00'],
      ['in a couple of hours | in a couple hours | in a pair of hours | in 2h', '12:00'],
      ['an hour ago | 1h ago | -1h | 60 minutes ago', '09:00'],
    ]),
  )('%s is %s, by the minute', (phrase, time) => {
    expect(readPhrase(phrase, monday)?.civil).toBe(`2026-11-23T${time}`)
  })
})

describe('the clocks that change', () => {
  test.each([
    ['put forward', '2027-03-28T01:00', 'in 90 min', '2027-03-28T03:30', '2027-03-28T01:30:00.000Z'],
    ['put back', '2026-10-25T01:30', 'in 90 min', '2026-10-25T02:00', '2026-10-25T01:00:00.000Z'],
    ['put back', '2026-10-25T01:30', 'in 30 min', '2026-10-25T02:00', '2026-10-25T00:00:00.000Z'],
    ['put back', '2026-10-25T04:00', '2 hours ago', '2026-10-25T02:00', '2026-10-25T01:00:00.000Z'],
    ['put forward', '2027-03-27T12:00', 'in 24 hours', '2027-03-28T13:00', '2027-03-28T11:00:00.000Z'],
  ])('%s, hours from now are real ones: at %s %s is %s', (_, now, phrase, civil, instant) => {
    expect(readPhrase(phrase, clockAt(now, 1, 'Europe/Vienna'))).toEqual({ civil, grain: 'minute', instant })
  })

  test.each([
    ['2027-03-27T12:00', 'tomorrow 2:30', '2027-03-28T02:30'],
    ['2027-03-27T12:00', 'in a day', '2027-03-28'],
    ['2026-10-24T12:00', 'sunday 2:30', '2026-10-25T02:30'],
    ['2026-10-25T04:00', 'in 1 week at noon', '2026-11-01T12:00'],
  ])('days and times of day stay as they are said: at %s %s is %s', (now, phrase, civil) => {
    expect(readPhrase(phrase, clockAt(now, 1, 'Europe/Vienna'))?.civil).toBe(civil)
  })

  test('seconds of the clock are left out of a length from now', () => {
    const clock = { ...clockAt(), now: '2026-11-23T09:00:59.999Z' }
    expect(readPhrase('in 1 min', clock)).toEqual({
      civil: '2026-11-23T09:01',
      grain: 'minute',
      instant: '2026-11-23T09:01:00.000Z',
    })
  })
})
