import { timeOfDay } from './phrase/reading.ts'
import { wordsOf } from './phrase/split.ts'
import { timeOf } from './phrase/times.ts'

/** Reads a time of day: `14:00`, `14:00:00`, `2pm`, `half past 3`, `noon`; HH:MM, or undefined. Seconds are refused. */
export function readTime(phrase: string): string | undefined {
  const words = wordsOf(phrase)
  const minutes = words === undefined ? undefined : timeOf(words)
  return minutes === undefined || minutes > 1439 ? undefined : timeOfDay(minutes)
}
