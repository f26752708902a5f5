import { Failure } from '../errors.ts'

/** For a hint where a year is out of reach. */
export const knownYears = 'larry knows the years 1970 to 9999'

/** Refuses a date or an instant in a year that larry does not know, with this message; answers it. */
export function requireYear(when: string, message: string, hint: string = knownYears): string {
  // A year beyond 9999 has a sign before it, as one below 0 has, and a sign comes before the digits.
  if (when < '1970') throw new Failure('usage', message, hint)
  return when
}
