import { addMonths } from '../civil.ts'
import type { Clock } from '../clock.ts'
import { day, lastDayOf, type Reader, type Reading } from './reading.ts'
import { stretch } from './spans.ts'
import type { Words } from './split.ts'

/** Reads the first, last and middle day of a stretch: `end of month`, `start of next year`, `mid march`. */
export const edges: Reader = (words, clock) => {
  const [edge, of, ...rest] = words
  if (edge === 'mid') return middle(of === 'of' ? rest : words.slice(1), clock)
  if ((edge !== 'start' && edge !== 'end') || of !== 'of') return undefined
  if (rest.join(' ') === 'day' && edge === 'end') return day(clock.today)
  const span = stretch(rest, clock)
  return span && day(edge === 'start' ? span.civil : lastDayOf(span))
}

/** The 15th of a month, the first of July of a year. */
function middle(words: Words, clock: Clock): Reading | null | undefined {
  const span = stretch(words, clock)
  if (span?.grain === 'month') return day(`${span.civil.slice(0, 8)}15`)
  return span?.grain === 'year' ? day(addMonths(span.civil, 6)) : undefined
}
