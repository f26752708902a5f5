import ICAL from 'ical.js'
import { decoded, type Property } from './properties.ts'
import type { Zones } from './zones.ts'

/** Others also write `2026-11-23T09:30Z`. */
const form = /^\d{4}-?\d\d-?\d\d(?:T\d\d:?\d\d:?(?:\d\d)?Z?)?$/i

interface Digits {
  /** `YYYY-MM-DD`, or with a time to the minute. */
  readonly civil: string
  readonly seconds: number
  readonly isUtc: boolean
}

/**
 * Reads `20261123`, `20261123T093000` and `20261123T083000Z` (RFC 5545 3.3.4, 3.3.5); undefined for what is no date.
 * ical.js takes 30 February for 2 March: what comes out otherwise than it went in does not exist.
 */
export function readDigits(text: string): Digits | undefined {
  const given = text.trim().toUpperCase()
  if (!form.test(given)) return undefined
  const minutes = given.replaceAll(/[-:]/g, '').replace(/T\d{4}(?=Z?$)/, '$&00')
  const digits = minutes.replace(/(?<=T\d{4})60/, '59')
  const isDay = digits.length === 8
  const iso = decoded(isDay ? 'date' : 'date-time', digits)
  const time = isDay ? ICAL.Time.fromDateString(iso) : ICAL.Time.fromDateTimeString(iso)
  if (time.toString().padStart(iso.length, '0') !== iso || iso.startsWith('0000')) return undefined
  return { civil: iso.slice(0, 16), seconds: Number(iso.slice(17, 19)), isUtc: iso.endsWith('Z') }
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
  const tzid = params['tzid']
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
  const tzid = params['tzid']
  const zone = isUtc ? undefined : ((tzid === undefined ? undefined : zones.named(tzid)) ?? zones.own)
  const minute = zone === undefined ? `${civil}:00.000Z` : zone.instantOf(civil)
  const ms = /^\d{1,3}$/.exec(params['x-larry-ms'] ?? '')?.[0] ?? '0'
  return `${minute.slice(0, 17)}${String(seconds).padStart(2, '0')}.${ms.padStart(3, '0')}Z`
}
