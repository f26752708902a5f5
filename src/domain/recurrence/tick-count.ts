import { lastDay } from './calendar.ts'
import { divisor, type Ticking } from './ticks.ts'

/**
 * How many ticks there are from the start up to, not with, `to`. The times of day at which a rule ticks come again after some
 * days; they are walked once, and the days in between counted with them.
 */
export function countTicks({ start, perDay, interval, isDay, units }: Ticking, to: number): number {
  const allowed = new Uint8Array(perDay)
  for (const unit of units) allowed[unit] = 1
  const round = interval / divisor(interval, perDay)
  const firstDay = Math.floor(start / perDay)
  const end = Math.min(to, (lastDay + 1) * perDay)
  const isTick = (at: number) => allowed[at % perDay] === 1 && isDay(Math.floor(at / perDay))
  const countIn = (from: number, before: number) => {
    let count = 0
    for (let at = start + Math.ceil((from - start) / interval) * interval; at < before; at += interval)
      if (isTick(at)) count++
    return count
  }
  const days = Math.floor(end / perDay) - firstDay - 1
  if (days < round) return countIn(start, end)
  const perRoundDay = new Int32Array(round)
  const secondDay = (firstDay + 1) * perDay
  let at = start + Math.ceil((secondDay - start) / interval) * interval
  for (; at < secondDay + round * perDay; at += interval)
    if (allowed[at % perDay] === 1) perRoundDay[Math.floor((at - secondDay) / perDay)]!++
  let count = countIn(start, secondDay) + countIn(secondDay + days * perDay, end)
  for (let day = 0; day < days; day++) if (isDay(firstDay + 1 + day)) count += perRoundDay[day % round]!
  return count
}
