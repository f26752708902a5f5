import { Failure } from '../../errors.ts'
import { type Part, withoutPart, workingDay } from './day-parts.ts'
import type { Words } from './split.ts'

/** An hour as said: on the dial of twelve hours, or of the whole day. */
interface Hour {
  readonly hours: readonly number[]
  readonly isExact: boolean
}

const wholeDay: Part = { usual: 0, from: 0, to: 24 * 60 - 1 }

/**
 * Reads a time of day as minutes after midnight: `14:00`, `2 pm`, `noon`, `quarter past 5`, `3 in the afternoon`, `at 8`,
 * `morning`; 1440 is the midnight a night ends with. Undefined for anything else; seconds are refused.
 */
export function timeOf(words: Words): number | undefined {
  const { part, rest } = withoutPart(words)
  if (rest.length === 0) return part?.usual
  const isAsked = rest[0] === 'at'
  const said = isAsked ? rest.slice(1) : rest
  const [first] = said
  if (said.length === 1 && first === 'noon') return part === undefined ? 12 * 60 : undefined
  if (said.length === 1 && first === 'midnight') return midnight(part)
  return offsetTime(said, part) ?? plainTime(said, part, isAsked || part !== undefined)
}

/** Midnight begins the day named; the one of a night ends it. */
function midnight(part: Part | undefined): number | undefined {
  if (part === undefined) return 0
  return part.to === 24 * 60 ? 24 * 60 : undefined
}

/** `quarter past 5`, `20 to noon`, `half past 3 pm`, `5 minutes to 3`. `5 to 6` may as well be an hour to another, and is none. */
function offsetTime(words: Words, part: Part | undefined): number | undefined {
  const plain = words[0] === 'a' && words[1] === 'quarter' ? words.slice(1) : words
  const [amount, ...more] = plain
  const [sense, ...hour] = more[0] === 'minute' ? more.slice(1) : more
  const minutes = amount === 'quarter' ? 15 : amount === 'half' ? 30 : figure(amount, 59)
  const isPast = sense === 'past' || sense === 'after'
  if (minutes === undefined || (!isPast && sense !== 'to' && sense !== 'before')) return undefined
  if (amount === 'half' && sense !== 'past') return undefined
  if (sense === 'to' && more[0] === 'to' && Number(amount) <= 12) return undefined
  if (hour.length === 1 && hour[0] === 'midnight') return isPast ? minutes : 24 * 60 - minutes
  const said = hour.length === 1 && hour[0] === 'noon' ? { hours: [12], isExact: true } : hourOf(hour)
  return said && within(said, isPast ? minutes : -minutes, part)
}

/** `14:00`, `2 pm`, `2:30 pm`, `5 oclock`; where an hour is asked for also `3`, `3 15` and `1030`. */
function plainTime(words: Words, part: Part | undefined, isAsked: boolean): number | undefined {
  const [, h, m, seconds] = /^(\d{1,2}):(\d{2})(?::(\d{2}))?$/.exec(words[0] ?? '') ?? []
  if (seconds !== undefined && seconds !== '00')
    throw new Failure('usage', `"${words[0]}" has seconds; times are kept to the minute`, `${h!.padStart(2, '0')}:${m}`)
  const half = halfOf(words)
  const core = half === undefined ? words : words.slice(0, -1)
  if (h !== undefined) {
    if (core.length > 1 || Number(m) > 59) return undefined
    const hour = Number(h)
    const said = half === undefined && hour > 0 && hour <= 12 && part !== undefined ? dial(hour) : exact(hour, half)
    return said && within(said, Number(m), part)
  }
  if (core.at(-1) === 'oclock') {
    const said = core.length === 2 ? hourOf(half === undefined ? core.slice(0, 1) : [core[0]!, half]) : undefined
    return said && within(said, 0, part)
  }
  if (!isAsked && half === undefined) return undefined
  const [hour, minute] = hourAndMinute(core)
  const said = hour === undefined ? undefined : hourOf(half === undefined ? [hour] : [hour, half])
  const after = minute === undefined ? 0 : figure(minute, 59)
  return said === undefined || after === undefined ? undefined : within(said, after, part)
}

/** `3`, `3 15`, `1030`, `730`. */
function hourAndMinute(words: Words): [hour?: string, minute?: string] {
  const [, hour, minute] = words.length === 1 ? (/^(\d{1,2})(\d{2})$/.exec(words[0]!) ?? []) : []
  if (hour !== undefined) return [hour, minute!]
  if (words.length === 2 && /^\d{2}$/.test(words[1]!)) return [words[0]!, words[1]!]
  return words.length === 1 ? [words[0]!] : []
}

function halfOf(words: Words): 'am' | 'pm' | undefined {
  const last = words.at(-1)
  return last === 'am' || last === 'pm' ? last : undefined
}

/** `3`, `15`, `3 pm`, as the hours it can be. */
function hourOf(words: Words): Hour | undefined {
  const half = halfOf(words)
  const hour = words.length === (half === undefined ? 1 : 2) ? figure(words[0], 23) : undefined
  if (hour === undefined) return undefined
  return half === undefined && hour > 0 && hour <= 12 && words[0]!.length < 3 && !words[0]!.startsWith('0')
    ? dial(hour)
    : exact(hour, half)
}

function dial(hour: number): Hour {
  return { hours: [hour % 12, (hour % 12) + 12, (hour % 12) + 24], isExact: false }
}

function exact(hour: number, half: 'am' | 'pm' | undefined): Hour | undefined {
  if (half === undefined) return hour > 23 ? undefined : { hours: [hour], isExact: true }
  return hour < 1 || hour > 12 ? undefined : { hours: [(hour % 12) + (half === 'pm' ? 12 : 0)], isExact: true }
}

/** The one of these hours that, with the minutes, lies in its part of the day, or in a working day. */
function within({ hours, isExact }: Hour, minutes: number, part: Part | undefined): number | undefined {
  const { from, to } = part ?? (isExact ? wholeDay : workingDay)
  return hours.map((hour) => hour * 60 + minutes).find((time) => time >= from && time <= to)
}

function figure(word: string | undefined, most: number): number | undefined {
  const value = /^\d{1,2}$/.test(word ?? '') ? Number(word) : undefined
  return value === undefined || value > most ? undefined : value
}
