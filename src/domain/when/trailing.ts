import { Failure } from '../errors.ts'
import type { Clock } from './clock.ts'
import { weekdayNamed } from './names.ts'
import { beforeWeekdays } from './phrase/holidays.ts'
import { isPlain } from './plain.ts'
import { readWhen } from './read.ts'
import { readTime } from './time.ts'

const longest = 6

/** After these a date is part of what the title says: "every monday", "the day after tomorrow", "since last friday", "black friday". */
const binding = new Set([
  'last',
  'every',
  'each',
  'other',
  'past',
  'after',
  'before',
  'until',
  'till',
  'since',
  'from',
  'of',
  'the',
  'next',
  'this',
  ...beforeWeekdays,
])

/**
 * The date phrase a title ends with, if its last words are wholly one (rule 3 of spec part 3): nothing is guessed from
 * the middle, and a phrase that would leave no title stays title. `words` counts what it took.
 */
export function trailingWhen(title: readonly string[], clock: Clock): { when: string; words: number } | undefined {
  const end = closingPhrase(title, clock)
  return end === undefined || end.words === title.length ? undefined : end
}

/** True when the words are a date phrase and nothing else. */
export function isWholly(title: readonly string[], clock: Clock): boolean {
  return closingPhrase(title, clock)?.words === title.length
}

function closingPhrase(title: readonly string[], clock: Clock): { when: string; words: number } | undefined {
  for (let words = Math.min(longest, title.length); words > 0; words--) {
    const phrase = title.slice(-words).join(' ').toLowerCase()
    if (!led(phrase) && (!bare(phrase) || binding.has(title.at(-words - 1)?.toLowerCase() ?? ''))) continue
    const when = attempt(phrase.replace(/^(on|by|at) /, ''), clock)
    if (when !== undefined) return { when, words }
  }
  return undefined
}

/** Phrases that need no preposition, alone or followed by a time of day. */
function bare(phrase: string): boolean {
  const split = /^(.*?) (?:at )?(\d{1,2}(?::\d{2})? ?(?:[ap]m)?|noon|midnight)$/.exec(phrase)
  if (split && attemptTime(split[2]!) && bareDay(split[1]!)) return true
  return bareDay(phrase)
}

function bareDay(phrase: string): boolean {
  return (
    /^(today|tonight|tomorrow|this weekend|in \d+ (days?|weeks?|months?)|\d{4}-\d{2}-\d{2}(t\S+)?)$/.test(phrase) ||
    weekdayNamed(phrase.replace(/^(next|this) /, '')) !== undefined
  )
}

/** `on`, `by` or `at` and what is plainly a date after them. */
function led(phrase: string): boolean {
  return /^(on|by|at) /.test(phrase) && isPlain(phrase.slice(3))
}

function attemptTime(phrase: string): boolean {
  try {
    return readTime(phrase) !== undefined
  } catch (error) {
    if (error instanceof Failure) return false
    throw error
  }
}

/** In a title a date that does not exist is only text: no key asked for one. */
function attempt(phrase: string, clock: Clock): string | undefined {
  try {
    return readWhen(phrase, clock)
  } catch (error) {
    if (error instanceof Failure) return undefined
    throw error
  }
}
