import { daySeconds } from './calendar.ts'

/** Ascending moments, in seconds, not held but told one by one: a year of all its seconds is as small as a single day. */
export interface Moments {
  readonly size: number
  readonly at: (index: number) => number
}

/** What a period has to choose from: each of the days at each of the times, all ascending. */
export interface Choice {
  readonly days: readonly number[]
  readonly hours: readonly number[]
  readonly minutes: readonly number[]
  readonly seconds: readonly number[]
}

/** The moments of a choice, of those the ones at `positions` (BYSETPOS: 1 is the first, -1 the last). */
export function momentsOf(choice: Choice, positions: readonly number[] | undefined): Moments {
  const all = allOf(choice)
  if (positions === undefined || all.size === 0) return all
  const indexes = positions.map((position) => (position > 0 ? position - 1 : all.size + position))
  const chosen = [...new Set(indexes)].filter((index) => index >= 0 && index < all.size).toSorted((a, b) => a - b)
  return { size: chosen.length, at: (index) => all.at(chosen[index]!) }
}

function allOf({ days, hours, minutes, seconds }: Choice): Moments {
  const inHour = minutes.length * seconds.length
  const inDay = hours.length * inHour
  return {
    size: days.length * inDay,
    at: (index) => {
      const day = days[Math.floor(index / inDay)]!
      const hour = hours[Math.floor(index / inHour) % hours.length]!
      const minute = minutes[Math.floor(index / seconds.length) % minutes.length]!
      return day * daySeconds + hour * 3600 + minute * 60 + seconds[index % seconds.length]!
    },
  }
}

/** The index of the first moment at `second` or later; the size when all are earlier. */
export function indexFrom({ size, at }: Moments, second: number): number {
  let [low, high] = [0, size]
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    if (at(middle) < second) low = middle + 1
    else high = middle
  }
  return low
}
