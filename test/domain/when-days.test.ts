import { describe, expect, test } from 'vitest'
import { readPhrase } from '../../src/domain/when/read.ts'
import { clockAt } from './clock.ts'

const monday = clockAt('2026-11-23T10:00', 1, 'Europe/Vienna')

/** Phrases of one reading, apart by a bar. */
const each = (rows: readonly (readonly [phrases: string, civil: string])[]) =>
  rows.flatMap(([phrases, civil]) => phrases.split(' | ').map((phrase) => [phrase, civil] as const))

describe('days on Monday 23 November 2026', () => {
  test.each(
    each([
      ['today | Today | TODAY | eod | end of day | by today | on today', '2026-11-23'],
      [
        'tomorrow | eod tomorrow | tomorrow eod | end of day tomorrow | +1d | 1 day from now | in a day | in one day | a day from now',
        '2026-11-24',
      ],
      ['yesterday | a day ago | one day ago | -1d | 1d ago', '2026-11-22'],
      ['day after tomorrow | the day after tomorrow | 1 day after tomorrow | two days from now', '2026-11-25'],
      ['day before yesterday | the day before yesterday', '2026-11-21'],
      ['eow | end of week | end of the week | end of this week | sunday | sun | sun.', '2026-11-29'],
      ['sow | start of week | beginning of the week | beginning of this week', '2026-11-23'],
      ['1st of the month | first of the month | the first of the month', '2026-12-01'],
      ['som | start of month | start of the month | the beginning of november', '2026-11-01'],
      ['eom | end of month | end of the month | end of november | last day of the month', '2026-11-30'],
      ['soq | start of quarter | start of this quarter | start of q4', '2026-10-01'],
      ['eoq | end of quarter | eoy | end of year | end of the year | end of 2026', '2026-12-31'],
      ['soy | beginning of the year | start of 2026 | start of this year', '2026-01-01'],
      ['start of next year | beginning of next year | first day of 2027 | the 1st day of next year', '2027-01-01'],
      ['end of next week', '2026-12-06'],
      ['end of next month | end of december', '2026-12-31'],
      ['end of last month | end of last october', '2026-10-31'],
      ['start of last week', '2026-11-16'],
      ['end of q1 | end of next quarter | end of march', '2027-03-31'],
      ['mid march | mid-march | middle of march | the middle of march 2027', '2027-03-15'],
      ['mid december | mid next month', '2026-12-15'],
      ['mid 2027 | middle of next year', '2027-07-01'],
    ]),
  )('%s is %s', (phrase, civil) => {
    expect(readPhrase(phrase, monday)).toEqual({ civil, grain: 'day' })
  })

  test.each(
    each([
      [
        'tue | tues | eod tuesday | tue. | tuesday | this tuesday | coming tuesday | this coming tuesday | on tuesday',
        '2026-11-24',
      ],
      ['thu | thur | thurs | Thursday | by thursday | the thursday', '2026-11-26'],
      ['monday | mon | this monday | monday of next week | monday next week | next week monday', '2026-11-30'],
      ['next monday | the monday of next week', '2026-11-30'],
      ['next friday | Next FRI | friday of next week | friday next week | next week friday', '2026-12-04'],
      ['next sunday', '2026-12-06'],
      ['monday of this week | this week monday', '2026-11-23'],
      ['friday of this week | friday this week', '2026-11-27'],
      ['friday after next | the friday after next', '2026-12-11'],
      ['last monday | past monday | previous monday | monday of last week | monday from last week', '2026-11-16'],
      ["last friday | this past friday | last week's friday | friday last week", '2026-11-20'],
      ['last sunday', '2026-11-22'],
      ['weekend | this weekend | this coming weekend | the weekend | this week-end', '2026-11-28'],
      ['next weekend', '2026-12-05'],
      ['last weekend | this past weekend', '2026-11-21'],
    ]),
  )('%s is %s, by its weekday', (phrase, civil) => {
    expect(readPhrase(phrase, monday)).toEqual({ civil, grain: 'day' })
  })

  test.each(
    each([
      ['24 dec | 24 december | 24th dec | 24th of december | the 24th of december | 24 of december', '2026-12-24'],
      ['dec 24 | December 24 | dec 24th | december the 24th | dec. 24 | Dec24 | 24dec | 24. dec', '2026-12-24'],
      ['december twenty-fourth | the twenty fourth of december | on the 24th of december', '2026-12-24'],
      ['24 dec 2026 | dec 24 2026 | Dec 24, 2026 | 24 dec, 2026 | 24th of december 2026', '2026-12-24'],
      ['24.12. | 24.12.2026 | 12/24 | 24/12 | 12/24/2026 | 24/12/2026 | 12 / 24', '2026-12-24'],
      ['2026-12-24 | 2026/12/24 | 2026-W52-4 | 2026W524 | 2026-w52-4', '2026-12-24'],
      ['24 dec this year | thu 24 dec | Thursday, December 24 | 24 dec, thu', '2026-12-24'],
      ['24 dec 2027 | dec 24 2027 | 24 dec next year | 24 december of next year', '2027-12-24'],
      ['23 nov | the 23rd | nov 23 | 23.11. | mon 23 nov | monday the 23rd', '2026-11-23'],
      ['22 nov | november 22nd', '2027-11-22'],
      ['sun 22 nov', '2026-11-22'],
      ['the 15th | 15th | on the 15th | the fifteenth | 15th of next month', '2026-12-15'],
      ['the 1st | the first | first of december | december first | 1st of next month', '2026-12-01'],
      ['the 31st', '2026-12-31'],
      ['friday the 13th', '2027-08-13'],
      ['15th of february | the 15th of february | 15 of february | february 15 | feb the 15th', '2027-02-15'],
      ['march 3rd 2027 | march third 2027 | 3rd march 2027 | 3/3/2027 | 3.3.2027', '2027-03-03'],
      ['29 feb | february 29', '2028-02-29'],
      ['fri, jul 18 | jul 18, fri', '2031-07-18'],
      ['3 march 1999', '1999-03-03'],
      ['may 12 | 12 may | may 12th | the 12th of may', '2027-05-12'],
    ]),
  )('%s is %s, by its month', (phrase, civil) => {
    expect(readPhrase(phrase, monday)).toEqual({ civil, grain: 'day' })
  })

  test.each(
    each([
      ['last monday of march | last monday in march | the last mon of mar', '2027-03-29'],
      ['second wed of oct | 2nd wednesday of october | the second wednesday in october 2027', '2027-10-13'],
      ['first monday of next month | 1st monday of december', '2026-12-07'],
      ['last friday of the month | last friday of this month | last friday of november', '2026-11-27'],
      ['fourth thursday of november', '2026-11-26'],
      ['third monday of november', '2027-11-15'],
      ['fifth monday of november', '2026-11-30'],
      ['fifth sunday of february', '2032-02-29'],
      ['last day of october 2027 | last day in october 2027', '2027-10-31'],
      ['third day of october | 3rd day of october', '2027-10-03'],
      ['100 days from today | in 100 days', '2027-03-03'],
      ['first sunday of the year | first sunday of 2026', '2026-01-04'],
      ['last monday of q1 | last monday of next quarter', '2027-03-29'],
      ['last weekend of october', '2027-10-30'],
      ['first monday after easter | easter monday', '2027-03-29'],
      ['friday before christmas', '2026-12-18'],
      ['monday after christmas', '2026-12-28'],
      ['third tuesday after christmas', '2027-01-12'],
    ]),
  )('%s is %s, counted', (phrase, civil) => {
    expect(readPhrase(phrase, monday)).toEqual({ civil, grain: 'day' })
  })

  test.each(
    each([
      ['in 3 days | 3d | +3d | +3 d | 3 days | in three days | three days from now | 3 days hence', '2026-11-26'],
      ['-3d | 3 days ago | three days ago | 3d ago', '2026-11-20'],
      ['in a week | +1w | 1w | in 7 days | a week from today | one week hence | a week from now', '2026-11-30'],
      ['in a fortnight | +2w | in 2 weeks | in a couple of weeks | 14 days | a fortnight hence', '2026-12-07'],
      ['a fortnight ago | 2 weeks ago | two weeks ago | a couple of weeks ago', '2026-11-09'],
      ['in 2 months | 2mo | in two months | 2 months from today', '2027-01-23'],
      ['in a quarter | in 3 months', '2027-02-23'],
      ['a year ago | 12 months ago | -1y', '2025-11-23'],
      ['in a year and a half | in 18 months | in 1 year and 6 months | in 1y 6mo', '2028-05-23'],
      ['in half a year', '2027-05-23'],
      ['in 1 week and 2 days | in 9 days', '2026-12-02'],
      ['3 weeks from friday', '2026-12-18'],
      ['a week from tomorrow | a week after tomorrow', '2026-12-01'],
      ['a week from monday', '2026-12-07'],
      ['2 days before christmas', '2026-12-23'],
      ['the day after christmas', '2026-12-26'],
      ['the day before new year', '2026-12-31'],
      ['a month before easter', '2027-02-28'],
      ['two weeks after the 15th', '2026-12-29'],
      ['3 years from today', '2029-11-23'],
      ['a week after the day after tomorrow', '2026-12-02'],
      ['0d | in 0 days', '2026-11-23'],
    ]),
  )('%s is %s, by its distance', (phrase, civil) => {
    expect(readPhrase(phrase, monday)).toEqual({ civil, grain: 'day' })
  })
})
