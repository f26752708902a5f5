import { describe, expect, test } from 'vitest'
import { type Filter, mentions } from '../../src/domain/filter/filter.ts'
import { parseFilter } from '../../src/domain/filter/parse.ts'
import { clockAt } from './clock.ts'
import { refusal } from './refusal.ts'

const parse = (words: readonly string[], literal: readonly string[] = []) => parseFilter(words, literal, clockAt())

/** A filter in brackets: `(a and (b or c))`. */
function show(filter: Filter | undefined): string {
  if (filter === undefined) return 'everything'
  if (filter.kind === 'and' || filter.kind === 'or') return `(${filter.parts.map(show).join(` ${filter.kind} `)})`
  if (filter.kind === 'not') return `!${show(filter.part)}`
  if (filter.kind === 'text') return filter.text
  if (filter.kind === 'pattern') return `/${filter.pattern}/`
  if (filter.kind === 'tag') return `+${filter.anyOf.join('|')}`
  if (filter.kind === 'client') return `client=${filter.name}`
  if (filter.kind === 'status') return `status=${filter.anyOf.join('|')}`
  return filter.kind
}

describe('the logic of a filter', () => {
  test.each([
    ['words side by side mean and', ['a b', 'c'], '(a and b and c)'],
    ['and may be written', ['a and b'], '(a and b)'],
    ['and binds tighter than or', ['a b or c and d'], '((a and b) or (c and d))'],
    ['or chains', ['a or b or c'], '(a or b or c)'],
    ['not binds tightest', ['not a b or not c'], '((!a and b) or !c)'],
    ['not not', ['not not a'], '!!a'],
    ['parentheses group', ['(a or b) c'], '((a or b) and c)'],
    ['parentheses stand alone or against words', ['(', 'a', 'or', '(b', 'c', '))'], '(a or (b and c))'],
    ['not before parentheses', ['not (a or b)'], '!(a or b)'],
    ['one word in parentheses', ['((a))'], 'a'],
    ['tags', ['+home', '-work', '+日本語'], '(+home and !+work and +日本語)'],
    ['keys inside parentheses', ['(status:todo,review or +x)'], '(status=todo|review or +x)'],
    ['quotes after a key inside parentheses', ['(client:"Acme Corp" or a)'], '(client=Acme Corp or a)'],
    ['patterns inside parentheses', ['(a or /b/)'], '(a or /b/)'],
    ['patterns with parentheses of their own', ['/(a|b)/ c'], '(/(a|b)/ and c)'],
    ['a pattern with a space is one argument', ['/regex with space/', 'a'], '(/regex with space/ and a)'],
    [
      'metacharacters in plain words are text',
      ['50%', 'a_b', 'x*', '[q]', 'C++', '//'],
      '(50% and a_b and x* and [q] and C++ and //)',
    ],
    ['a smile is text', ['a :)'], '(a and :))'],
    ['capitals are text', ['a AND b'], '(a and AND and b)'],
    ['unknown keys are text', ['https://x', 're: a'], '(https://x and re: and a)'],
    ['no words ask for everything', [], 'everything'],
    ['blank words ask for everything', ['', ' '], 'everything'],
  ])('%s', (_, words, shown) => {
    expect(show(parse(words))).toBe(shown)
  })

  test('text after -- is one word of text, whatever it looks like', () => {
    expect(show(parse(['+x'], ['(a or', ' b) ']))).toBe('(+x and (a or and  b) )')
  })

  test.each([
    [['(a'], 'a "(" is not closed'],
    [['(a or b', 'c'], 'a "(" is not closed'],
    [['a', ')'], 'a ")" has no "(" before it'],
    [['()'], 'a word should stand before ")"'],
    [['and a'], 'a word should stand before "and"'],
    [['a or or b'], 'a word should stand before "or"'],
    [['a or'], 'ends where a word should follow'],
    [['not'], 'ends where a word should follow'],
    [['++'], 'cannot be a tag'],
    [['projct:Home'], '"projct:Home"'],
    [['client:"Acme'], 'is not closed'],
    [Array.from({ length: 501 }, () => 'a'), 'the filter has 501 words; at most 500'],
    [['('.repeat(102) + 'a' + ')'.repeat(102)], 'nested deeper than 100'],
    [[...Array.from({ length: 200 }, () => 'not'), 'a'], 'nested deeper than 100'],
  ])('%j is refused', (words, message) => {
    expect(() => parse(words)).toThrow(refusal(message))
  })

  test('the longest filter is read', () => {
    expect(parse(Array.from({ length: 500 }, (_, i) => `w${i}`))).toMatchObject({ kind: 'and' })
    expect(show(parse(['('.repeat(100) + 'a' + ')'.repeat(100)]))).toBe('a')
  })

  test('mentions looks through and, or and not', () => {
    const filter = parse(['a (b or not is:open)'])!
    expect(mentions(filter, (part) => part.kind === 'is')).toBe(true)
    expect(mentions(filter, (part) => part.kind === 'has')).toBe(false)
  })
})
