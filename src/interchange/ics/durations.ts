import ICAL from 'ical.js'

/** Ten thousand years of minutes: beyond it no date is known. */
const longest = 5_260_000_000

/** ical.js also finds a length in other text, such as `xP1Dy`. */
const form = /^[+-]?P(?=[\dT])(?:\d{1,9}W)?(?:\d{1,9}D)?(?:T(?=\d)(?:\d{1,9}H)?(?:\d{1,9}M)?(?:\d{1,9}S)?)?$/

/** A DURATION (RFC 5545 3.3.6), `-P1DT2H30M` or `P2W`, in minutes; seconds are rounded. Undefined for what is none. */
export function readDuration(text: string): number | undefined {
  const given = text.trim().toUpperCase()
  if (!form.test(given)) return undefined
  const minutes = Math.round(ICAL.Duration.fromString(given).toSeconds() / 60)
  return Math.abs(minutes) > longest ? undefined : minutes || 0
}

/** Minutes as a DURATION: `-PT15M`, `P1DT2H`, `PT0S`. */
export function durationText(minutes: number): string {
  return ICAL.Duration.fromSeconds(minutes * 60).toString()
}

/** A civil date or time so many civil minutes later, with a time of day where those are not whole days; undefined beyond the years 1 to 9999. */
export function addCivil(civil: string, minutes: number): string | undefined {
  const date = new Date(Date.parse(`${civil.length === 10 ? `${civil}T00:00` : civil}Z`) + minutes * 60_000)
  const year = date.getUTCFullYear()
  if (Number.isNaN(year) || year < 1 || year > 9999) return undefined
  return date.toISOString().slice(0, civil.length === 10 && minutes % 1440 === 0 ? 10 : 16)
}
