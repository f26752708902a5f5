import { array, assert, constantFrom, integer, oneof, property, string } from 'fast-check'
import { expect, test } from 'vitest'
import { readMinutes, showMinutes } from '../../src/domain/duration.ts'
import { Failure } from '../../src/domain/errors.ts'
import { parseFilter } from '../../src/domain/filter/parse.ts'
import { fold } from '../../src/domain/fold.ts'
import { distance } from '../../src/domain/nearest.ts'
import { addDays, addMonths, isDate, startOfWeek, type Weekday, weekdayOf } from '../../src/domain/when/civil.ts'
import { readWhen } from '../../src/domain/when/read.ts'
import { readAttributes } from '../../src/domain/words/attributes.ts'
import { splitText, splitWords } from '../../src/domain/words/split.ts'
import { clockAt } from './clock.ts'

const clock = clockAt()
const rounds = { seed: 20_261_123, numRuns: 2_000 }

const date = (from = '0200-01-01', to = '9899-12-31') =>
  integer({ min: Date.parse(from) / 86_400_000, max: Date.parse(to) / 86_400_000 }).map((days) => {
    return new Date(days * 86_400_000).toISOString().slice(0, 10)
  })
const word = string({ unit: constantFrom('a', 'b', 'é', '日', '🎉'), maxLength: 8 })

/** Pieces the grammar gives a meaning to, among any text at all, broken text included. */
const pieces = constantFrom(
  ...'due: p: p>= project: status: est: depends: id: is: has: tag: .. < " / + - ( ) , and or not none'.split(' '),
  ...'tomorrow next friday at 14:00 2027-02-29 high work 3 -1d 🇦🇹 __proto__:x constructor:x'.split(' '),
  'in 3 days',
  ' ',
  '\u0000',
  '\ud800',
)
const anything = oneof(
  string({ unit: 'binary', maxLength: 12 }),
  array(pieces, { maxLength: 6 }).map((list) => list.join('')),
  array(pieces, { maxLength: 6 }).map((list) => list.join(' ')),
)

/** What is thrown that is no Failure: a bug. */
function bug(read: () => unknown): unknown {
  try {
    read()
  } catch (error) {
    return error instanceof Failure ? undefined : error
  }
  return undefined
}

test('distance is symmetric and zero only between equal words', () => {
  const check = (a: string, b: string) => {
    expect([distance(b, a), distance(a, b) === 0]).toEqual([distance(a, b), a === b])
  }
  assert(property(word, word, check), rounds)
})

test('distance is at most the longer word and at least the difference in length', () => {
  const check = (a: string, b: string) => {
    expect(distance(a, b)).toBeLessThanOrEqual(Math.max(a.length, b.length))
    expect(distance(a, b)).toBeGreaterThanOrEqual(Math.abs(a.length - b.length))
  }
  assert(property(word, word, check), rounds)
})

test('moving by months lands in that month and keeps the day or takes the last', () => {
  assert(
    property(date(), integer({ min: -1_199, max: 1_199 }), (from, months) => {
      const to = addMonths(from, months)
      const count = (text: string) => Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7))
      const last = addDays(to, 1).slice(0, 7) !== to.slice(0, 7)
      expect(isDate(to) && count(to) === count(from) + months).toBe(true)
      expect(to.slice(8) === from.slice(8) || (last && to.slice(8) < from.slice(8))).toBe(true)
    }),
    rounds,
  )
})

test('a week begins on its first day, at most six days before', () => {
  assert(
    property(date(), integer({ min: 1, max: 7 }), integer({ min: 0, max: 6 }), (from, first, days) => {
      const start = startOfWeek(from, first as Weekday)
      expect([weekdayOf(start), startOfWeek(addDays(start, days), first as Weekday)]).toEqual([first, start])
    }),
    rounds,
  )
})

test('readWhen gives every ISO date and time back', () => {
  assert(
    property(date('0001-01-01', '9999-12-31'), integer({ min: 0, max: 1_439 }), (day, minute) => {
      const time = new Date(minute * 60_000).toISOString().slice(11, 16)
      const read = [day, `${day}T${time}`, `${day} ${time}`, `${day}T${time}:00Z`].map((text) => readWhen(text, clock))
      expect(read).toEqual([day, `${day}T${time}`, `${day}T${time}`, `${day}T${time}`])
    }),
    rounds,
  )
})

test('lengths of time are read back as shown', () => {
  const check = (minutes: number) => {
    expect(readMinutes(showMinutes(minutes))).toBe(minutes)
  }
  assert(property(integer({ min: 1, max: 5_256_000 }), check), rounds)
})

test('folding knows no difference between composed and decomposed text', () => {
  const check = (text: string) => {
    expect(fold(text.normalize('NFD'))).toBe(fold(text.normalize('NFC')))
  }
  assert(property(string({ unit: 'grapheme' }), check), rounds)
})

test('any words of a filter are answered or refused', () => {
  const check = (words: string[], literal: string[]) => {
    expect(bug(() => parseFilter(words, literal, clock))).toBeUndefined()
  }
  assert(property(array(anything, { maxLength: 8 }), array(anything, { maxLength: 2 }), check), rounds)
})

test('any words of add and edit are answered or refused', () => {
  const check = (words: string[], mode: 'add' | 'edit') => {
    expect(bug(() => readAttributes(splitWords(words, [], 'set'), clock, mode))).toBeUndefined()
    expect(bug(() => readAttributes(splitText(words.join(' '), 'set'), clock, mode))).toBeUndefined()
  }
  assert(property(array(anything, { maxLength: 8 }), constantFrom('add', 'edit'), check), rounds)
})

test('literal text is the title, unchanged, and nothing else', () => {
  assert(
    property(anything, constantFrom<'add' | 'edit'>('add', 'edit'), (text, mode) => {
      expect(readAttributes(splitWords([], [text], 'set'), clock, mode)).toEqual({ title: text })
    }),
    rounds,
  )
})
