import { daysBetween } from '../../domain/when/civil.ts'
import type { Clock } from '../../domain/when/clock.ts'
import { describeDistance, fullWhen } from '../../domain/when/describe.ts'
import { lastDayOf, type Reading } from '../../domain/when/phrase/reading.ts'

/** A reading in a sentence: `Thu 24 Dec 2026 14:00 (in 31 days)`, a stretch with both its ends. */
export function describeReading(reading: Reading, { today }: Clock): string {
  const { civil, grain } = reading
  const away = ` (${describeDistance(daysBetween(today, civil))})`
  if (grain === 'minute' || grain === 'day') return fullWhen(civil) + away
  return `${fullWhen(civil)} to ${fullWhen(lastDayOf(reading))}, a ${grain}${away}`
}
