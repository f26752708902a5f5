import { isDate } from '../../domain/when/civil.ts'
import type { Property } from './properties.ts'
import type { Zones } from './zones.ts'

interface Digits {
  /** `YYYY-MM-DD`, or with a time to the minute. */
  readonly civil: string
  readonly seconds: number
  readonly isUtc: boolean
}

/** Reads `20261123`, `20261123T093000` and `20261123T083000Z` (RFC 5545 3.3.4, 3.3.5); undefined for what is no date. */
export function readDigits(text: string): Digits | undefined {
  const [, year, month, day, hour, minute, second = '00', utc] =
    /^(\d{4})-?(\d\d)-?(\d\d)(?:T(\d\d):?(\d\d):?(\d\d)?(Z)?)?$/i.exec(text.trim()) ?? []
  const date = `${year}-${month}-${day}`
  if (!isDate(date) || Number(hour ?? 0) > 23 || Number(minute ?? 0) > 59 || Number(second) > 60) return undefined
  if (hour === undefined) return { civil: date, seconds: 0, isUtc: false }
  return { civil: `${date}T${hour}:${minute}`, seconds: Math.min(Number(second), 59), isUtc: utc !== undefined }
}

/** A time in the user's own zone, and what had to be said otherwise. */
export interface ReadTime {
  readonly civil: string
  readonly adapted?: string
}

/**
 * A date or time as the user's civil one: a date stays that day wherever it was meant, as does a time without a zone; all
 * others are the same moment. Undefined for what is no date.
 */
export function civilIn({ name, params, value }: Property, zones: Zones): ReadTime | undefined {
  const read = readDigits(value)
  if (read === undefined) return undefined
  const { civil, seconds, isUtc } = read
  const cut = seconds === 0 ? {} : { adapted: `${name} ${value}: seconds are left out` }
  const tzid = params.get('TZID')
  if (civil.length === 10 || (!isUtc && tzid === undefined)) return { civil, ...cut }
  const zone = isUtc ? zones.named('UTC') : zones.named(tzid!)
  if (zone === undefined)
    return { civil, adapted: `${name} ${value}: the zone "${tzid}" is unknown, so it is taken as your time` }
  const moved = zones.own.civilOf(zone.instantOf(civil))
  return /^\d{4}-.{11}$/.test(moved) ? { civil: moved, ...cut } : undefined
}

/** An instant, in milliseconds where larry wrote it; undefined for what is none of 1970 to 9999. */
export function instantIn({ params, value }: Property, zones: Zones): string | undefined {
  const read = readDigits(value)
  if (read === undefined || read.civil < '1970-01-02' || read.civil > '9999-12-30') return undefined
  const { civil, seconds, isUtc } = read
  const tzid = params.get('TZID')
  const zone = isUtc ? undefined : ((tzid === undefined ? undefined : zones.named(tzid)) ?? zones.own)
  const minute = zone === undefined ? `${civil}:00.000Z` : zone.instantOf(civil)
  const ms = /^\d{1,3}$/.exec(params.get('X-LARRY-MS') ?? '')?.[0] ?? '0'
  return `${minute.slice(0, 17)}${String(seconds).padStart(2, '0')}.${ms.padStart(3, '0')}Z`
}

/** A civil date or time as a property's end, `;VALUE=DATE:20261123` or `:20261123T093000`: a time of whoever reads it. */
export function civilValue(civil: string): string {
  return civil.length === 10 ? `;VALUE=DATE:${digits(civil)}` : `:${digits(civil)}`
}

/** A civil date or time as digits. */
export function digits(civil: string): string {
  return civil.length === 10 ? civil.replaceAll('-', '') : `${civil.replaceAll(/[-:]/g, '')}00`
}

/** An instant as a property's end, `:20261123T093000Z`; milliseconds, which iCalendar cannot say, are a parameter of larry's. */
export function instantValue(instant: string): string {
  const ms = instant.slice(20, 23)
  return `${ms === '000' ? '' : `;X-LARRY-MS=${ms}`}:${instant.slice(0, 19).replaceAll(/[-:]/g, '')}Z`
}
