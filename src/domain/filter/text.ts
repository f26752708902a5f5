import { Failure } from '../errors.ts'
import type { Clock } from '../when/clock.ts'
import { splitWords, type Token } from '../words/split.ts'
import type { Filter } from './filter.ts'
import { parseFilter, parseFilterText } from './parse.ts'

/**
 * The words of a filter as one text that reads back as the same filter, dates as typed. What one text cannot say, such
 * as several words behind `--`, is refused, and so is what is no filter.
 */
export function toFilterText(words: readonly string[], literal: readonly string[], clock: Clock): string {
  const meant = JSON.stringify(parseFilter(words, literal, clock))
  const text = splitWords(words, literal, 'ask').map(written).join(' ')
  if (JSON.stringify(readBack(text, clock)) === meant) return text
  throw new Failure(
    'usage',
    `"${[...words, ...literal].join(' ')}" cannot be kept as the text of a filter`,
    'a /pattern/ with spaces is one argument, its slashes escaped; behind -- only single plain words are kept',
  )
}

/** A value with spaces or quotes needs quotes to stay one. */
function written({ text, key, value }: Token): string {
  if (key === undefined || !/[\s"]/.test(value!)) return text
  return `${text.slice(0, text.indexOf(':'))}:"${value}"`
}

/** What the text would be read as; undefined where that is no filter at all. */
function readBack(text: string, clock: Clock): Filter | undefined {
  try {
    return parseFilterText(text, clock)
  } catch (error) {
    if (error instanceof Failure) return undefined
    throw error
  }
}
