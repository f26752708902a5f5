import { Failure } from '../errors.ts'
import { addDays } from '../when/civil.ts'
import type { Clock } from '../when/clock.ts'
import { namesWeekday } from '../when/phrase/weekdays.ts'
import { requirePoint } from '../when/read.ts'
import { requireYear } from '../when/years.ts'

/** Reads a phrase that means a day as a whole; a time of it, a week or longer and a day before 1970 are refused. */
export function readWholeDay(text: string, clock: Clock): string {
  const day = requirePoint(text, clock)
  if (day.length > 10)
    throw new Failure('usage', `"${text}" is a time, and a habit knows only days`, `such as ${day.slice(0, 10)}`)
  return requireYear(day, `"${text}" is before 1970`)
}

/** Reads the day something was done: `yesterday`, `-3d`, `mon`, which is the last Monday there was. A day to come is refused. */
export function readCheckDay(text: string | undefined, clock: Clock): string {
  if (text === undefined) return clock.today
  const day = readWholeDay(text, clock)
  const past = namesWeekday(text) && day > clock.today ? addDays(day, -7) : day
  if (past > clock.today) throw new Failure('usage', `"${text}" (${past}) is still to come`, `it is ${clock.today}`)
  return past
}
