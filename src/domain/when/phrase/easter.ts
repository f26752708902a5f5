import { twoDigits } from './reading.ts'

/** Easter Sunday of a year of the Gregorian calendar, by the rule of Meeus, Jones and Butcher (Nature, 20 April 1876). */
export function easter(year: number): string {
  const [century, yearOfCentury] = [Math.floor(year / 100), year % 100]
  const golden = year % 19
  const correction = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3)
  const epact = (19 * golden + century - Math.floor(century / 4) - correction + 15) % 30
  const weekday = (32 + 2 * (century % 4) + 2 * Math.floor(yearOfCentury / 4) - epact - (yearOfCentury % 4)) % 7
  const late = Math.floor((golden + 11 * epact + 22 * weekday) / 451)
  const days = epact + weekday - 7 * late + 114
  return `${String(year).padStart(4, '0')}-${twoDigits(Math.floor(days / 31))}-${twoDigits((days % 31) + 1)}`
}
