import { isCivil } from '../../domain/when/civil.ts'
import type { Zone } from '../../domain/when/clock.ts'
import { textOf } from './entries.ts'

/** Taskwarrior's dates are UTC instants to the second, `20260101T120000Z`; in files made by hand also ISO 8601 or seconds since 1970. Undefined for what is none. */
export function instantOf(value: unknown): string | undefined {
  if (/^\d{1,12}$/.test(textOf(value))) return isoOf(Number(value) * 1000)
  const [, year, month, day, hour, minute, second] =
    /^(\d{4})-?(\d\d)-?(\d\d)T(\d\d):?(\d\d):?(\d\d)Z$/.exec(textOf(value)) ?? []
  const text = `${year}-${month}-${day}T${hour}:${minute}:${second}.000Z`
  const instant = isoOf(Date.parse(text))
  return instant === text ? instant : undefined
}

function isoOf(ms: number): string | undefined {
  const date = new Date(ms)
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString()
}

/** The second of an instant as Taskwarrior writes it; undefined before 1980, where its import breaks down. */
export function dateText(instant: string): string | undefined {
  return instant < '1980' ? undefined : `${instant.slice(0, 19).replaceAll(/[-:]/g, '')}Z`
}

/** The civil time of an instant; midnight is a date without a time. Undefined beyond the year 9999. */
export function civilIn(zone: Zone, instant: string): string | undefined {
  const civil = zone.civilOf(instant)
  if (!isCivil(civil)) return undefined
  return civil.endsWith('T00:00') ? civil.slice(0, 10) : civil
}
