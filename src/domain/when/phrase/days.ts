import { addDays } from '../civil.ts'
import { countedDays } from './counted-days.ts'
import { edges } from './edges.ts'
import { holidayDays } from './holidays.ts'
import { monthDays } from './month-days.ts'
import { day, type Reader } from './reading.ts'
import { fromDay, fromNow } from './relative.ts'
import { spans } from './spans.ts'
import { weekdays } from './weekdays.ts'
import { written } from './written.ts'

const near: Readonly<Record<string, number>> = { yesterday: -1, today: 0, tomorrow: 1 }

const nearDays: Reader = ([word, ...more], { today }) =>
  more.length === 0 && Object.hasOwn(near, word ?? '') ? day(addDays(today, near[word!]!)) : undefined

/** Every way to name a day or a longer stretch; each reads all of the words or none. */
const readers: readonly Reader[] = [
  nearDays,
  written,
  weekdays,
  monthDays,
  spans,
  edges,
  countedDays,
  holidayDays,
  fromNow,
  fromDay(readDay),
]

/** Reads words that name a day, a stretch of days, or a moment from now; null when it does not exist. */
export function readDay(words: Parameters<Reader>[0], clock: Parameters<Reader>[1]): ReturnType<Reader> {
  for (const reader of readers) {
    const found = reader(words, clock)
    if (found !== undefined) return found
  }
  return words[0] === 'the' && words.length > 1 ? readDay(words.slice(1), clock) : undefined
}
