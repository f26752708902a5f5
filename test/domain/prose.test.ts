import { expect, test } from 'vitest'
import { readAttributes } from '../../src/domain/words/attributes.ts'
import { splitText } from '../../src/domain/words/split.ts'
import { clockAt } from './clock.ts'
import { refusal } from './refusal.ts'

const read = (line: string, mode: 'add' | 'edit' = 'add') => readAttributes(splitText(line, 'set'), clockAt(), mode)

test.each([
  'Setting wait on status:completed',
  'Fix parse of next friday',
  'not until next monday',
  'every monday',
  'the day after tomorrow',
  'Rename a -> b',
  'Mend the +/- sign',
  'Read about +(x)',
])('%j is a title as it stands, in add', (title) => {
  expect(read(title)).toEqual({ title })
})

test.each([
  ['Meet Bob at 10:30 tomorrow', 'Meet Bob', '2026-11-24T10:30'],
  ['Meet Bob tomorrow at 10:30', 'Meet Bob', '2026-11-24T10:30'],
  ['Meet Bob at 2pm tomorrow', 'Meet Bob', '2026-11-24T14:00'],
])('%j is %j due %s', (line, title, due) => {
  expect(read(line)).toEqual({ title, due })
})

test.each(['+a,b', '+1,b', '+🎉,b', '+é"', '-a,b', '-b)'])('%j in edit was meant as a tag and is refused', (word) => {
  expect(() => read(word, 'edit')).toThrow(refusal('cannot be a tag'))
})

test.each(['Rename a -> b', 'Mend the +/- sign', 'A - B', 'See +(x)'])(
  '%j in edit is a title as it stands',
  (title) => {
    expect(read(title, 'edit')).toEqual({ title })
  },
)
