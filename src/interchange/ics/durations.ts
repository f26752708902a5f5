/** Ten thousand years of minutes: beyond it no date is known. */
const longest = 5_260_000_000

/** A DURATION (RFC 5545 3.3.6), `-P1DT2H30M` or `P2W`, in minutes; seconds are rounded. Undefined for what is none. */
export function readDuration(text: string): number | undefined {
  const [, sign, weeks = 0, days = 0, time, hours = 0, minutes = 0, seconds = 0] =
    /^([+-]?)P(?:(\d{1,9})W)?(?:(\d{1,9})D)?(T(?:(\d{1,9})H)?(?:(\d{1,9})M)?(?:(\d{1,9})S)?)?$/i.exec(text.trim()) ?? []
  if (sign === undefined || /[PT]$/i.test(text.trim()) || time?.toUpperCase() === 'T') return undefined
  const rest = Number(hours) * 60 + Number(minutes) + Math.round(Number(seconds) / 60)
  const total = (Number(weeks) * 7 + Number(days)) * 1440 + rest
  if (total > longest) return undefined
  return sign === '-' && total > 0 ? -total : total
}

/** Minutes as a DURATION: `-PT15M`, `P1DT2H`, `PT0S`. */
export function durationText(minutes: number): string {
  const length = Math.abs(minutes)
  const [days, hours, rest] = [Math.floor(length / 1440), Math.floor(length / 60) % 24, length % 60]
  const time = `${hours > 0 ? `${hours}H` : ''}${rest > 0 ? `${rest}M` : ''}${length === 0 ? '0S' : ''}`
  return `${minutes < 0 ? '-' : ''}P${days > 0 ? `${days}D` : ''}${time === '' ? '' : `T${time}`}`
}

/** A civil date or time so many civil minutes later, with a time of day where those are not whole days; undefined beyond the years 1 to 9999. */
export function addCivil(civil: string, minutes: number): string | undefined {
  const date = new Date(Date.parse(`${civil.length === 10 ? `${civil}T00:00` : civil}Z`) + minutes * 60_000)
  const year = date.getUTCFullYear()
  if (Number.isNaN(year) || year < 1 || year > 9999) return undefined
  return date.toISOString().slice(0, civil.length === 10 && minutes % 1440 === 0 ? 10 : 16)
}
