import { describe, expect, test } from 'vitest'
import { isTag, readList, readName, readPriority, readStatus, readTag } from '../../src/domain/words/values.ts'
import { refusal } from './refusal.ts'

describe('tags', () => {
  test.each([
    'home',
    'c++',
    '2026',
    'naïve',
    'Größe',
    '日本語',
    'हिन्दी',
    'עברית',
    '🎉',
    '👩‍💻',
    '❤️',
    '🇦🇹',
    'a.b:c/d',
    'x-y_z',
    '½',
  ])('%s is a tag', (tag) => {
    expect(isTag(tag)).toBe(true)
    expect(readTag(`+${tag}`)).toBe(tag)
    expect(readTag(tag)).toBe(tag)
  })

  test.each([
    '',
    ' ',
    '-x',
    '+x',
    '_x',
    'a b',
    'a\tb',
    'a,b',
    'a;b',
    'a"b',
    "a'b",
    'a(b',
    'a[b',
    'a<b',
    'a\u0000',
    '\ud800',
    'a\ud800',
  ])('%j is no tag', (tag) => {
    expect(isTag(tag)).toBe(false)
    expect(() => readTag(`+${tag}`)).toThrow(refusal('cannot be a tag'))
  })

  test('two spellings of one letter are one tag', () => {
    expect(readTag('cafe\u0301')).toBe('caf\u00e9')
  })

  test('a tag has at most 200 letters', () => {
    expect([isTag('x'.repeat(200)), isTag('x'.repeat(201))]).toEqual([true, false])
  })
})

describe('named values', () => {
  test.each([
    ['1', 'low'],
    ['2', 'medium'],
    ['5', 'urgent'],
    ['low', 'low'],
    ['HIGH', 'high'],
    ['c', 'critical'],
    ['med', 'medium'],
  ])('the priority %s is %s', (text, priority) => {
    expect(readPriority(text)).toBe(priority)
  })

  test.each(['0', '6', '', 'x', 'highest', '1.5'])('%j is no priority', (text) => {
    expect(() => readPriority(text)).toThrow(refusal(`unknown priority "${text}"`))
  })

  test('a misspelt priority or status names the right one', () => {
    expect(() => readPriority('hgih')).toThrow(refusal('unknown priority "hgih"', 'did you mean high?'))
    expect(() => readStatus('in-progres-')).toThrow(refusal('unknown status', 'did you mean in-progress?'))
  })

  test.each([
    ['t', 'todo'],
    ['in', 'in-progress'],
    ['Review', 'review'],
    ['bl', 'blocked'],
    ['done', 'done'],
    ['c', 'cancelled'],
  ])('the status %s is %s', (text, status) => {
    expect(readStatus(text)).toBe(status)
  })

  test.each([
    ['work', 'work'],
    [' Spring sale ', 'Spring sale'],
    ['work/site/a', 'work/site/a'],
    ['Cafe\u0301', 'Caf\u00e9'],
  ])('%j names a project', (text, name) => {
    expect(readName('project', text)).toBe(name)
  })

  test.each(['', ' ', '/a', 'a/', 'a//b', 'a/ /b', 'a\nb', 'a\u0000b', 'a\ud800', 'x'.repeat(201)])(
    '%j names no project',
    (text) => {
      expect(() => readName('project', text)).toThrow(refusal())
    },
  )

  test('a list is split at commas, blanks around its parts dropped', () => {
    expect(readList('3, 4,5')).toEqual(['3', '4', '5'])
  })
})
