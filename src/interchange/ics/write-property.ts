import ICAL from 'ical.js'

/** A property as jCal has it (RFC 7265 3.4): its name in lower case, parameters, type and value. */
export type Written = readonly [
  name: string,
  params: Readonly<Record<string, string>>,
  type: string,
  ...values: readonly (string | number)[],
]

const { icalendar } = ICAL.design

/**
 * A property as a line, not folded. What ical.js does not know is larry's own and says no VALUE; `unknown` is written as it
 * stands. A line of TEXT ends with LF alone (RFC 5545 3.3.11), so CR and CRLF become it.
 */
export function lineOf([name, params, type, ...values]: Written): string {
  const own = { [name]: { defaultType: type === 'date' ? 'date-time' : type } }
  const isOwn = type === 'unknown' || !(name in icalendar.property)
  const given = values.map((value) => (typeof value === 'string' ? value.replaceAll(/\r\n?/g, '\n') : value))
  return ICAL.stringify.property(
    [name, params, type, ...given],
    isOwn ? { ...icalendar, property: own } : icalendar,
    true,
  )
}

/** TEXT; nothing for none. */
export function text(name: string, value: string | null | undefined, params: Written[1] = {}): Written[] {
  return value == null || value === '' ? [] : [[name, params, 'text', value]]
}

/** A civil date or time: one of whoever reads it (form 1 of RFC 5545 3.3.5). Nothing for none. */
export function civilTime(name: string, civil: string | null | undefined): Written[] {
  if (civil == null) return []
  return [civil.length === 10 ? [name, {}, 'date', civil] : [name, {}, 'date-time', `${civil}:00`]]
}

/** An instant; milliseconds, which iCalendar cannot say, are a parameter of larry's. Nothing for none. */
export function instant(name: string, at: string | null | undefined): Written[] {
  return at == null ? [] : [[name, msOf(at), 'date-time', inSeconds(at)]]
}

/** The parameter with the milliseconds of an instant that has some. */
export function msOf(at: string): Record<string, string> {
  const ms = at.slice(20, 23)
  return ms === '000' ? {} : { 'x-larry-ms': ms }
}

/** An instant to the second, as jCal has it. */
export function inSeconds(at: string): string {
  return `${at.slice(0, 19)}Z`
}
