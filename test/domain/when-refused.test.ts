import { describe, expect, test } from 'vitest'
import { readPhrase, requirePhrase } from '../../src/domain/when/read.ts'
import { clockAt } from './clock.ts'
import { refusal } from './refusal.ts'

const monday = clockAt('2026-11-23T10:00', 1, 'Europe/Vienna')

describe('what is no date', () => {
  test.each([
    '',
    ' ',
    ...'1 adult | today. | friday. 9am | rat 6 | Pay ABC 2000 | this one | 25 | in 61 | 3 30 | three twenty | at a few'.split(
      ' | ',
    ),
    ..."4a | palm | single o'clock | dozens o’clock | two sixty a m | laughing out loud".split(' | '),
    ...'this past one | A4 A5 | at pairs | at 650.650.6500 | at 650-650-6500 | this is the one'.split(' | '),
    ...'at single | at a couple of | we are separated | , | . | - | + | at | on | the | this'.split(' | '),
    ...'next | in | of | a | and | from | now now | sat 6 | sun cream | march of the penguins'.split(' | '),
    ...'may be | friday friday | tomorrow today | on by friday | from 3 to 5pm | 3-5pm | 3 to 5pm'.split(' | '),
    ...'10 to 7 | on on friday | by by friday | 9:30 - 11:00 | july 13-15 | monday to friday'.split(' | '),
    ...'between 9 and 11 | half three | in a few minutes | around | about a few | around around 3pm | 3ish | early march'.split(
      ' | ',
    ),
    ...'late march | in summer | soon | 4pm PST | 4pm CET | today utc | in 2 hours utc | 10/31/74'.split(' | '),
    ..."14th april 15 | '26 | 24.12 | 9.30 | in a sec | in 90 seconds | half a day | in 1.5 weeks".split(' | '),
    ...'in half a month | in 0 minutes | in -3 days | next week 9am | october 9am | q5 | q0'.split(' | '),
    ...'0th quarter | 5th quarter | week 51 | next minute | next day | 11st of may | 2rd | 13pm'.split(' | '),
    ...'0pm | 0am | 24:00 | 12:60 | 25:00 | at 24 | at 99 | 13 oclock pm | 8am in the evening'.split(' | '),
    ...'10 at noon | noon at night | 3 in the night | quarter past | quarter of 5 | 70 past 3'.split(' | '),
    ...'first of next week | 2 of march 2 | march 3 pm | christmas 26 | last last friday'.split(' | '),
    ...'next next week | tomorrow (soon) | tomorrow (Wed 25 Nov) | (tomorrow) | tomorrow ()'.split(' | '),
    ...'today (next week) | 2026-12-24-14 | 2026-1224 | 20261224 | 2026/12-24 | ١٢ dec'.split(' | '),
    ...'24\u0000dec | to\u00admorrow | 🎄 | __proto__ | constructor | in 3 constructor | toString'.split(' | '),
    ...'valueOf day | in 1e3 days | in 0x10 days | in ½ hour'.split(' | '),
  ])('%j is refused', (phrase) => {
    expect(readPhrase(phrase, monday)).toBeUndefined()
    expect(() => requirePhrase(phrase, monday)).toThrow(refusal(`cannot read "${phrase}" as a date`))
  })

  test.each([
    ['2027-02-29', 'not a date that exists'],
    ['feb 30', '"feb 30" is not a date that exists'],
    ['30 feb 2028', 'not a date that exists'],
    ['31.4.', 'not a date that exists'],
    ['10.31.1974', 'not a date that exists'],
    ['13/13', 'not a date that exists'],
    ['31/2/2027', 'not a date that exists'],
    ['the 31st of june', 'not a date that exists'],
    ['31st of this month', 'not a date that exists'],
    ['99 dec', 'not a date that exists'],
    ['0 dec', 'not a date that exists'],
    ['mon 25 dec 2026', 'not a date that exists'],
    ['2027-W53', 'not a date that exists'],
    ['2027-13', 'not a date that exists'],
    ['fifth monday of october 2027', 'not a date that exists'],
    ['32nd day of may', 'not a date that exists'],
    ['feb 30 at 9am', 'not a date that exists'],
    ['14:00:30', 'has seconds'],
    ['tomorrow 14:00:01', 'has seconds'],
    ['in 100001 days', 'too far away'],
    ['in 9000 years', 'too far away'],
    ['100000 years after 100000 years from today', 'too far away'],
    ['in 100000 months', 'too far away'],
  ])('%j is refused: %s', (phrase, message) => {
    expect(() => readPhrase(phrase, monday)).toThrow(refusal(message))
  })

  test.each([
    ['3/4', '3 apr to some and mar 4 to others', '3 apr or 4 mar'],
    ['12/11', '12 nov to some and dec 11 to others', '12 nov or 11 dec'],
    ['3/4/2027', '3 apr to some', '2027-04-03 or 2027-03-04'],
    ['3/4 at 9am', '3 apr to some', ''],
  ])('%j has two readings, and is refused with both', (phrase, message, hint) => {
    expect(() => readPhrase(phrase, monday)).toThrow(refusal(message, hint))
  })

  test.each([
    ['tomorow', 'did you mean tomorrow?'],
    ['nxt friday', 'did you mean next friday?'],
    ['next firday', 'did you mean next friday?'],
    ['24 decmber', 'did you mean 24 december?'],
    ['last mondy of march', 'did you mean last monday of march?'],
    ['chrismas eve', 'did you mean christmas eve?'],
    ['in 3 weks', 'did you mean in 3 weeks?'],
    ['Thanksgivin 2027', 'did you mean thanksgiving 2027?'],
    ['next', 'more than one word needs quotes: due:"next ..."'],
    ['banana', 'such as tomorrow, fri'],
    ['mond tues wedn', 'such as tomorrow, fri'],
  ])('%j is answered with %s', (phrase, hint) => {
    expect(() => requirePhrase(phrase, monday)).toThrow(refusal(`cannot read "${phrase}" as a date`, hint))
  })

  test.each([
    ['words', 'tomorrow '.repeat(1_200)],
    ['lengths', '1 day after '.repeat(900)],
    ['one word', 'x'.repeat(10_000)],
    ['figures', '1'.repeat(10_000)],
    ['hyphens', 'a-'.repeat(5_000)],
    ['parentheses', '('.repeat(5_000) + ')'.repeat(5_000)],
    ['letters and figures', '1d'.repeat(5_000)],
  ])('ten thousand characters of %s are refused at once', (_, text) => {
    const before = performance.now()
    expect(readPhrase(text, monday)).toBeUndefined()
    expect(performance.now() - before).toBeLessThan(50)
  })

  test('a day after a day, as often as fits, is read at once', () => {
    const before = performance.now()
    expect(readPhrase('day after day after day after day after tomorrow', monday)?.civil).toBe('2026-11-28')
    expect(performance.now() - before).toBeLessThan(50)
  })
})
