import { Failure } from './errors.ts'

/** Reads `85`, `85.5` or `85.50` as integer cents, a hundredth of whatever the currency is. */
export function readCents(what: string, text: string): number {
  const [, whole, part = ''] = /^(\d{1,9})(?:\.(\d{1,2}))?$/.exec(text.trim()) ?? []
  if (whole === undefined)
    throw new Failure('usage', `${what} "${text}" is not an amount of money`, 'such as 85 or 85.50')
  return Number(whole) * 100 + Number(part.padEnd(2, '0'))
}

/** `8550` cents as `85.50`, with the currency where there is one: `85.50 EUR`. */
export function showCents(cents: number, currency: string | null = null): string {
  const text = `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}`
  return currency === null ? text : `${text} ${currency}`
}

/** Seconds of work and what an hour of it costs, in cents; null where no rate is known. */
interface Priced {
  readonly billable_seconds: number
  readonly rate_cents: number | null
}

/** What work earned, in integer cents: exact over all of it, then rounded once, half a cent up; null where nothing has a rate. */
export function earnedCents(work: readonly Priced[]): number | null {
  const priced = work.filter(({ rate_cents }) => rate_cents !== null)
  if (priced.length === 0) return null
  let exact = 0n
  for (const { billable_seconds, rate_cents } of priced) exact += BigInt(billable_seconds) * BigInt(rate_cents!)
  return Number((exact * 2n + 3600n) / 7200n)
}
