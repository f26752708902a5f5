import { Failure } from '../errors.ts'
import type { Zone } from './clock.ts'

const two = (n: number) => String(n).padStart(2, '0')

/** The machine's own zone, by the local getters of Date, which cost nothing (Intl's first use takes 10 ms). Date follows RFC 5545 3.3.5 at both kinds of change. */
export function systemZone(): Zone {
  return {
    /** Asks Intl, so only what stores or shows the zone should. */
    get name() {
      return new Intl.DateTimeFormat().resolvedOptions().timeZone
    },
    civilOf(instant) {
      const d = new Date(instant)
      return `${String(d.getFullYear()).padStart(4, '0')}-${two(d.getMonth() + 1)}-${two(d.getDate())}T${two(d.getHours())}:${two(d.getMinutes())}`
    },
    instantOf(civil) {
      const [year, month, day, hour = 0, minute = 0] = civil.split(/[-T:]/).map(Number) as [
        number,
        number,
        number,
        number?,
        number?,
      ]
      const date = new Date(2000, 0, 1, hour, minute)
      date.setFullYear(year, month - 1, day)
      date.setHours(hour, minute, 0, 0)
      return date.toISOString()
    },
  }
}

/** Two days before the last of the year 9999: no zone shows a later year at it. */
const calendarEnd = Date.UTC(9999, 11, 29)

/** The one zone that needs no Intl. */
const utc: Zone = {
  name: 'UTC',
  civilOf: (instant) => instant.slice(0, 16),
  instantOf: (civil) => new Date(`${civil.length === 10 ? `${civil}T00:00` : civil}Z`).toISOString(),
}

/** A zone by its IANA name, given by `source`; an unknown one is a usage failure. */
export function namedZone(name: string, source = '--tz'): Zone {
  if (name === 'UTC') return utc
  let format: Intl.DateTimeFormat
  try {
    format = new Intl.DateTimeFormat('en-CA', {
      timeZone: name,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
    })
  } catch (error) {
    throw new Failure('usage', `unknown time zone "${name}" (${source})`, 'an IANA name such as Europe/Vienna', {
      cause: error,
    })
  }
  const civilAt = (ms: number) => {
    const parts = Object.fromEntries(format.formatToParts(ms).map(({ type, value }) => [type, value]))
    return `${parts['year']!.padStart(4, '0')}-${parts['month']}-${parts['day']}T${parts['hour']}:${parts['minute']}`
  }
  const offsetAt = (ms: number) => Date.parse(`${civilAt(ms)}Z`) - Math.floor(ms / 60_000) * 60_000
  return {
    name,
    civilOf: (instant) => civilAt(Date.parse(instant)),
    instantOf(civil) {
      const asUtc = Date.parse(`${civil.length === 10 ? `${civil}T00:00` : civil}Z`)
      const day = 86_400_000
      const [before, after] = [offsetAt(asUtc - day), offsetAt(Math.min(asUtc + day, calendarEnd))]
      const fits = [before, after]
        .map((offset) => asUtc - offset)
        .filter((ms) => Date.parse(`${civilAt(ms)}Z`) === asUtc)
      return new Date(fits.length === 0 ? asUtc - before : Math.min(...fits)).toISOString()
    },
  }
}
