import { counted } from '../../domain/counted.ts'
import type { Clock } from '../../domain/when/clock.ts'
import { fullWhen } from '../../domain/when/describe.ts'
import { lastDayOf, type Reading } from '../../domain/when/phrase/reading.ts'

/** A reading in a sentence: `Thu 24 Dec 2026 14:00 (in 31 days)`, a stretch with both its ends. */
export function describeReading(reading: Reading, { today }: Clock): string {
  const { civil, grain } = reading
  const away = ` (${distance(today, civil.slice(0, 10))})`
  if (grain === 'minute' || grain === 'day') return fullWhen(civil) + away
  return `${fullWhen(civil)} to ${fullWhen(lastDayOf(reading))}, a ${grain}${away}`
}

function distance(today: string, day: string): string {
  const days = Math.round((Date.parse(day) - Date.parse(today)) / 86_400_000)
  if (Math.abs(days) < 2) return ['yesterday', 'today', 'tomorrow'][days + 1]!
  return days < 0 ? `${counted(-days, 'day')} ago` : `in ${counted(days, 'day')}`
}
