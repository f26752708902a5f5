import { addDays, type Weekday, weekdayOf } from '../civil.ts'
import { weekdayNamed } from '../names.ts'
import { nthWeekday } from './counted-days.ts'
import { easter } from './easter.ts'
import { dateOf, day, type Reader, relationOf, withoutYear, yearly, yearOf } from './reading.ts'
import { meaningOf } from './words.ts'

type Holiday = (year: number) => string | undefined

const on =
  (month: number, dayOfMonth: number): Holiday =>
  (year) =>
    dateOf(year, month, dayOfMonth)

const fromEaster =
  (days: number): Holiday =>
  (year) =>
    addDays(easter(year), days)

const the =
  (count: number | 'last', weekday: Weekday, month: number, later = 0): Holiday =>
  (year) => {
    const found = nthWeekday(year, month, count, weekday)
    return found && addDays(found, later)
  }

/** The Sundays of Advent: the fourth is the last before 25 December. */
const advent =
  (count: number): Holiday =>
  (year) => {
    const eve = dateOf(year, 12, 24)!
    return addDays(eve, -(weekdayOf(eve) % 7) - 7 * (4 - count))
  }

/** Days known by a name, their apostrophes left out; names alone in a row mean the same day. */
const holidays: readonly (readonly [names: string, Holiday])[] = [
  ['new year, new years, new years day', on(1, 1)],
  ['epiphany', on(1, 6)],
  ['mlk day, martin luther king day', the(3, 1, 1)],
  ['groundhog day', on(2, 2)],
  ['valentines day, valentine day, valentines', on(2, 14)],
  ['presidents day', the(3, 1, 2)],
  ['ides of march', on(3, 15)],
  ['st patricks day, saint patricks day', on(3, 17)],
  ['april fools day, april fools', on(4, 1)],
  ['earth day', on(4, 22)],
  ['anzac day', on(4, 25)],
  ['may day', on(5, 1)],
  ['mothers day', the(2, 7, 5)],
  ['memorial day', the('last', 1, 5)],
  ['fathers day', the(3, 7, 6)],
  ['juneteenth', on(6, 19)],
  ['canada day', on(7, 1)],
  ['independence day', on(7, 4)],
  ['labor day', the(1, 1, 9)],
  ['german unity day', on(10, 3)],
  ['columbus day, indigenous peoples day', the(2, 1, 10)],
  ['austrian national day', on(10, 26)],
  ['halloween', on(10, 31)],
  ['all saints day, all saints', on(11, 1)],
  ['all souls day', on(11, 2)],
  ['guy fawkes night, bonfire night', on(11, 5)],
  ['veterans day, armistice day', on(11, 11)],
  ['thanksgiving, thanksgiving day', the(4, 4, 11)],
  ['black friday', the(4, 4, 11, 1)],
  ['cyber monday', the(4, 4, 11, 4)],
  ['first advent, advent sunday', advent(1)],
  ['second advent', advent(2)],
  ['third advent', advent(3)],
  ['fourth advent', advent(4)],
  ['st nicholas day, saint nicholas day', on(12, 6)],
  ['christmas eve', on(12, 24)],
  ['christmas, christmas day', on(12, 25)],
  ['boxing day, st stephens day', on(12, 26)],
  ['new years eve', on(12, 31)],
  ['shrove tuesday, pancake day', fromEaster(-47)],
  ['ash wednesday', fromEaster(-46)],
  ['mothering sunday', fromEaster(-21)],
  ['palm sunday', fromEaster(-7)],
  ['maundy thursday', fromEaster(-3)],
  ['good friday', fromEaster(-2)],
  ['easter saturday, holy saturday', fromEaster(-1)],
  ['easter, easter sunday, easter day', fromEaster(0)],
  ['easter monday', fromEaster(1)],
  ['ascension day, ascension', fromEaster(39)],
  ['pentecost, whit sunday', fromEaster(49)],
  ['whit monday, pentecost monday', fromEaster(50)],
  ['corpus christi', fromEaster(60)],
]

const byName = new Map(holidays.flatMap(([names, holiday]) => names.split(', ').map((name) => [asRead(name), holiday])))

/** A name in the words the grammar makes of it. */
function asRead(name: string): string {
  return name.split(' ').flatMap(meaningOf).join(' ')
}

/** Reads `christmas`, `thanksgiving 2027`, `last easter`, `easter of next year`. */
export const holidayDays: Reader = (words, clock) => {
  const { head, year } = withoutYear(words, clock)
  const named = byName.get(head.join(' ')) ?? byName.get(words.join(' '))
  if (named !== undefined) return day(yearly(named, byName.has(words.join(' ')) ? undefined : year, clock))
  const step = year === undefined ? relationOf(words[0]) : undefined
  const holiday = step === undefined ? undefined : byName.get(words.slice(1).join(' '))
  if (holiday === undefined) return undefined
  if (step === 0) return day(yearly(holiday, undefined, clock))
  const thisYear = yearOf(clock.today)
  if (step === 1) return day(yearly(holiday, undefined, clock, addDays(clock.today, 1)))
  return day([holiday(thisYear), holiday(thisYear - 1)].find((date) => date !== undefined && date < clock.today))
}

const names = holidays.flatMap(([text]) => text.split(', '))

/** Every word of their names. */
export const holidayWords = names.flatMap((name) => name.split(' '))

/** The words that make a weekday a holiday: the `black` of black friday. */
export const beforeWeekdays = names
  .map((name) => name.split(' '))
  .filter((words) => words.length === 2 && weekdayNamed(words[1]) !== undefined)
  .map(([first]) => first!)
