import { expect, test } from 'vitest'
import { isClosed, reopenedStatus, statuses } from '../../src/domain/task.ts'
import { checkText, checkTitle } from '../../src/domain/title.ts'
import { refusal } from './refusal.ts'

test.each([
  ['one letter', 'x'],
  ['spacing at both ends', '  Pay   rent '],
  ['10,000 letters', 'x'.repeat(10_000)],
  ['10,000 emoji, each one character', '🎉'.repeat(10_000)],
  ['quotes and metacharacters', `'"%_\\/;--`],
  ['right-to-left text', 'שלום'],
])('a title of %s is kept as given', (_, title) => {
  expect(checkTitle(title)).toBe(title)
})

test.each([
  ['nothing', '', 'a task needs a title'],
  ['blanks', ' \t\n\u00a0', 'a task needs a title'],
  ['10,001 letters', 'x'.repeat(10_001), 'the title has 10001 characters'],
  ['10,001 emoji', '🎉'.repeat(10_001), 'the title has 10001 characters'],
  ['a NUL', 'a\u0000b', 'the title holds a NUL character'],
  ['a lone surrogate', 'a\ud83c', 'half a character'],
  ['two surrogates in the wrong order', '\udf89\ud83c', 'half a character'],
])('a title of %s is refused', (_, title, message) => {
  expect(() => checkTitle(title)).toThrow(refusal(message))
})

test('text that cannot be stored is refused by its name', () => {
  expect(() => checkText('the notes', '\u0000')).toThrow(refusal('the notes holds a NUL character'))
  expect(() => checkText('the notes', 'line\nline')).not.toThrow()
})

test('done and cancelled are closed, and a task taken up again is as it was', () => {
  expect(statuses.filter(isClosed)).toEqual(['done', 'cancelled'])
  expect([reopenedStatus(null), reopenedStatus('2026-11-23T09:00:00.000Z')]).toEqual(['todo', 'in-progress'])
})
