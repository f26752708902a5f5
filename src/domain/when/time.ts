import { Failure } from '../errors.ts'
import { isTime } from './civil.ts'

/** Reads a time of day: `14:00`, `14:00:00`, `2pm`, `2:30 pm`, `noon`, `midnight`; HH:MM, or undefined. */
export function readTime(phrase: string): string | undefined {
  if (phrase === 'noon') return '12:00'
  if (phrase === 'midnight') return '00:00'
  const half = /^(\d{1,2})(?::(\d{2}))? ?([ap])m$/.exec(phrase)
  if (half) {
    const hour = Number(half[1])
    if (hour < 1 || hour > 12) return undefined
    const time = `${String((hour % 12) + (half[3] === 'p' ? 12 : 0)).padStart(2, '0')}:${half[2] ?? '00'}`
    return isTime(time) ? time : undefined
  }
  const full = /^(\d{1,2}:\d{2})(?::(\d{2}))?$/.exec(phrase)
  if (!full) return undefined
  if (full[2] !== undefined && full[2] !== '00')
    throw new Failure('usage', `"${phrase}" has seconds; times are kept to the minute`, full[1]!.padStart(5, '0'))
  const time = full[1]!.padStart(5, '0')
  return isTime(time) ? time : undefined
}
