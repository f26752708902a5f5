import { Failure } from './errors.ts'
import { minutesOf, readLength } from './when/phrase/lengths.ts'

/** Ten years of minutes. */
const most = 5_256_000

/** The whole minutes, above zero, that `1h30m`, `45m`, `2 hours`, `1.5h` or a bare number of them say; undefined for anything else, days too. */
export function minutesIn(text: string): number | undefined {
  const value = text.trim()
  const minutes = /^\d+$/.test(value) ? Number(value) : minutesOf(readLength(value))
  return minutes === undefined || minutes < 1 || minutes > most ? undefined : minutes
}

/** As `minutesIn`, but what cannot be read is a usage failure that names it. */
export function readMinutes(text: string): number {
  const minutes = minutesIn(text)
  if (minutes === undefined)
    throw new Failure('usage', `cannot read "${text}" as a length of time`, 'such as 45m, 2h or 1h30m')
  return minutes
}

/** `90` minutes as `1h30m`. */
export function showMinutes(minutes: number): string {
  const hours = Math.floor(minutes / 60)
  const rest = minutes % 60
  return `${hours > 0 ? `${hours}h` : ''}${rest > 0 || hours === 0 ? `${rest}m` : ''}`
}

/** Seconds in a sentence: `1h05m`, `45m`, and below a minute `40s`; seconds past the minute are left out. */
export function showSeconds(seconds: number): string {
  if (seconds < 60) return `${seconds}s`
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60]
  if (hours === 0) return `${minutes}m`
  return minutes === 0 ? `${hours}h` : `${hours}h${String(minutes).padStart(2, '0')}m`
}

/** Seconds in a column: `1:05`, hours and minutes; seconds past the minute are left out. */
export function showHours(seconds: number): string {
  return `${Math.floor(seconds / 3600)}:${String(Math.floor(seconds / 60) % 60).padStart(2, '0')}`
}

/** Seconds as hours, to the hundredth: 5400 is 1.5. */
export function toHours(seconds: number): number {
  return Math.round(seconds / 36) / 100
}
