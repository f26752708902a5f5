import { array, assert, constantFrom, oneof, property, string } from 'fast-check'
import { expect, test } from 'vitest'
import { Failure } from '../../src/domain/errors.ts'
import { parseFilter, parseFilterText } from '../../src/domain/filter/parse.ts'
import { toFilterText } from '../../src/domain/filter/text.ts'
import { clockAt } from './clock.ts'
import { refusal } from './refusal.ts'

test.each<[string[], string[], string]>([
  [[], [], ''],
  [['+home', '-shop', 'due:..fri'], [], '+home -shop due:..fri'],
  [['+home or (p:high', 'bob)'], [], '+home or (p:high bob)'],
  [['due:next monday'], [], 'due:"next monday"'],
  [['due:"next monday"'], [], 'due:"next monday"'],
  [['proj:spring sale', 'not(+a)'], [], 'proj:"spring sale" not(+a)'],
  [['(due:"next monday" or +a)'], [], '(due:"next monday" or +a)'],
  [['/a b/', '/a\\/b c/'], [], '/a b/ /a\\/b c/'],
  [['rent'], ['bob', '100%'], 'rent bob 100%'],
])('%j and behind -- %j are kept as %j', (words, literal, text) => {
  expect(toFilterText(words, literal, clockAt())).toBe(text)
})

test.each<[string[], string[]]>([
  [[], ['two words']],
  [[], ['or']],
  [[], ['+home']],
  [[], ['due:fri']],
  [[], ['(']],
  [[], ['/x/']],
  [[], [' padded ']],
  [['/a/b c/'], []],
  [['client:say "hi" to'], []],
  [['/a', 'b/'], []],
])('%j and behind -- %j cannot be kept', (words, literal) => {
  expect(() => toFilterText(words, literal, clockAt())).toThrow(refusal('cannot be kept as the text of a filter'))
})

const pieces = constantFrom(
  ...'due: p: project: client: is: has: tag: .. < " / \\ + - ( ) and or not none tomorrow high work 3'.split(' '),
  'next friday',
  'due:"next monday"',
  '/a b/',
  ' ',
  '\n',
)
const anything = oneof(
  string({ maxLength: 6 }),
  array(pieces, { maxLength: 5 }).map((list) => list.join('')),
  array(pieces, { maxLength: 5 }).map((list) => list.join(' ')),
)

/** What reading came to, or the words of its refusal. */
function outcome<T>(read: () => T): T | string {
  try {
    return read()
  } catch (error) {
    if (error instanceof Failure) return error.message
    throw error
  }
}

test('what is kept reads back as the same filter, on another day and in another zone too', () => {
  const elsewhere = clockAt('2027-03-28T02:30', 7, 'Europe/Vienna')
  assert(
    property(array(anything, { maxLength: 5 }), array(anything, { maxLength: 1 }), (words, literal) => {
      const kept = outcome(() => ({ text: toFilterText(words, literal, clockAt()) }))
      const meant = outcome(() => parseFilter(words, literal, elsewhere))
      const read = typeof kept === 'string' ? meant : outcome(() => parseFilterText(kept.text, elsewhere))
      expect(read).toEqual(meant)
    }),
    { seed: 20_261_123, numRuns: 5_000 },
  )
})
