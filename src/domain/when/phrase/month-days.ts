import { addMonths, type Weekday, weekdayOf } from '../civil.ts'
import type { Clock } from '../clock.ts'
import { countOf, monthNamed, weekdayNamed } from '../names.ts'
import { dateOf, day, type Reader, withoutYear, yearly, yearOf } from './reading.ts'
import type { Words } from './split.ts'

/** Reads `24 december`, `december 24 2027`, `the 15th of february`, `the 15th`, `first of the month`, and a weekday before or after them. */
export const monthDays: Reader = (words, clock) => {
  const { head, year } = withoutYear(words, clock)
  const { weekday, rest } = withoutWeekday(head)
  const date = dayAndMonth(rest)
  const count = countOf(/^(?:the )?(\S+)(?: of the month)?$/.exec(rest.join(' '))?.[1])
  if (date === undefined)
    return count === undefined || year !== undefined ? undefined : day(next(count, weekday, clock))
  const inYear = (at: number) => onWeekday(dateOf(at, date.month, date.dayOfMonth), weekday)
  // Beside its weekday a date of this year is meant as it is, past or to come: so larry itself writes it.
  const thisYear = weekday !== undefined && year === undefined ? inYear(yearOf(clock.today)) : undefined
  return day(thisYear ?? yearly(inYear, year, clock))
}

function withoutWeekday(words: Words): { weekday: Weekday | undefined; rest: Words } {
  const [first, last] = [weekdayNamed(words[0]), weekdayNamed(words.at(-1))]
  if (first !== undefined) return { weekday: first, rest: words.slice(1) }
  return { weekday: last, rest: last === undefined ? words : words.slice(0, -1) }
}

/** The date itself, unless it falls on another weekday than the one named. */
function onWeekday(date: string | undefined, weekday: Weekday | undefined): string | undefined {
  return date === undefined || weekday === undefined || weekdayOf(date) === weekday ? date : undefined
}

/** How far ahead it is looked for: a Friday the 31st may take years. */
const monthsAhead = 12 * 12

/** The next such day of any month, today included; `friday the 13th` is the next that is a Friday. */
function next(dayOfMonth: number, weekday: Weekday | undefined, { today }: Clock): string | undefined {
  for (let step = 0; step < monthsAhead; step++) {
    const month = addMonths(`${today.slice(0, 8)}01`, step)
    const found = onWeekday(dateOf(yearOf(month), Number(month.slice(5, 7)), dayOfMonth), weekday)
    if (found !== undefined && found >= today) return found
  }
  return undefined
}

/** `24 december`, `24th of december`, `the 24th of december`, `december 24`, `december the 24th`. */
function dayAndMonth(words: Words): { dayOfMonth: number; month: number } | undefined {
  const kinds = words.map(kindOf).join(' ')
  if (!/^(?:(?:(?:the )?Ordinal|Number)(?: of)? Month|Month (?:(?:the )?Ordinal|Number))$/.test(kinds)) return undefined
  const figure = words.find((word) => ['Ordinal', 'Number'].includes(kindOf(word)))!
  const month = words.map(monthNamed).find((number) => number !== undefined)!
  return { dayOfMonth: countOf(figure) ?? Number(figure), month }
}

/** What kind of word it is, capitalised; any other word stands for itself. */
function kindOf(word: string): string {
  if (countOf(word) !== undefined) return 'Ordinal'
  if (monthNamed(word) !== undefined) return 'Month'
  return /^\d{1,2}$/.test(word) ? 'Number' : word
}
