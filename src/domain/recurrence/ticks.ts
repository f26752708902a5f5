import { cycleDays, lastDay } from './calendar.ts'

/** An hourly, minutely or secondly rule counted in its own unit. */
export interface Ticking {
  readonly start: number
  readonly perDay: number
  readonly interval: number
  /** Which days count. */
  readonly isDay: (day: number) => boolean
  /** Which units of a day count, in order. */
  readonly units: readonly number[]
}

/**
 * The units a rule ticks at that it allows, from `from` on. Days and times it does not allow are jumped over, and a rule
 * whose steps, days and times can never meet ends after one round of all three.
 */
export function* ticks({ start, perDay, interval, isDay, units }: Ticking, from: number): Generator<number> {
  const common = divisor(interval, perDay)
  if (!units.some((unit) => (unit - start) % common === 0)) return
  const allowedFrom = nextAllowed(units, perDay)
  const stepFrom = (unit: number) => start + Math.max(0, Math.ceil((unit - start) / interval)) * interval
  const round = (interval / divisor(interval, perDay * cycleDays)) * perDay * cycleDays
  const end = (lastDay + 1) * perDay
  let at = stepFrom(from)
  let giveUp = at + round
  while (at < end && at <= giveUp) {
    const day = nextDay(Math.floor(at / perDay), isDay)
    if (day === undefined) return
    const unit = Math.max(0, at - day * perDay)
    const wanted = day * perDay + allowedFrom[unit]!
    if (wanted > at) at = stepFrom(wanted)
    else {
      yield at
      at += interval
      giveUp = at + round
    }
  }
}

/** The first day from `day` on that counts; undefined when the calendar ends or repeats before there is one. */
function nextDay(day: number, isDay: Ticking['isDay']): number | undefined {
  const end = Math.min(lastDay, day + cycleDays)
  for (let next = day; next <= end; next++) if (isDay(next)) return next
  return undefined
}

/** For each unit of a day the first allowed one from it on; after the last, the midnight that ends the day. */
function nextAllowed(units: readonly number[], perDay: number): Int32Array {
  const next = new Int32Array(perDay)
  let index = units.length - 1
  let following = perDay
  for (let unit = perDay - 1; unit >= 0; unit--) {
    if (units[index] === unit) {
      following = unit
      index--
    }
    next[unit] = following
  }
  return next
}

/** The greatest common divisor. */
export function divisor(a: number, b: number): number {
  return b === 0 ? a : divisor(b, a % b)
}
