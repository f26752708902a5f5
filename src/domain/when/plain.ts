import { monthSpellings, weekdaySpellings } from './phrase/words.ts'

const weekday = `(?:${weekdaySpellings.join('|')})\\.?`
const month = `(?:${monthSpellings.join('|')})\\.?`
const date = '\\d{1,2}(?:st|nd|rd|th)?'
const ordinal = '\\d{1,2}(?:st|nd|rd|th)'
const year = '(?:,? \\d{4})?'
const monthDay = `(?:the )?${date} (?:of )?${month}${year}|${month} (?:the )?${date}${year}`
const figures = '\\d{4}-\\d{2}-\\d{2}|\\d{1,2}\\.\\d{1,2}\\.(?:\\d{4})?|\\d{4}-w\\d{2}-[1-7]'
const named = '(?:this |next )?weekend|next (?:week|month|year)|today|tonight|tomorrow|yesterday'
const edge = 'eod|[es]o[wmqy]'
const day = `(?:(?:this |next )?${weekday}|(?:${weekday},? )?(?:${monthDay}|the ${ordinal})|${figures}|${named}|${edge})`
const time = '(?:\\d{1,2}:\\d{2}(?: ?[ap]m)?|\\d{1,2} ?[ap]m|noon|midnight)'

const shape = new RegExp(`^(?:${day}(?:,? (?:at )?${time})?|${time}(?: (?:on )?${day})?|\\d{4}-\\d{2}-\\d{2}t\\S+)$`)

/**
 * True for a phrase that is plainly a date or a time of day, whatever stands before it: a weekday, a month with its day,
 * `the 15th`, figures, words of the calendar, a clock time. Lengths, bare numbers, months alone and holidays are not.
 */
export function isPlain(phrase: string): boolean {
  return shape.test(phrase)
}
