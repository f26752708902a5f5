import { describe, expect, test } from 'vitest'
import { splitText, splitWords } from '../../src/domain/words/split.ts'
import { keyNamed, meantKey } from '../../src/domain/words/vocabulary.ts'
import { refusal } from './refusal.ts'

/** What each token means: `key=value`, or its text. */
function meanings(words: string[], use: 'set' | 'ask' = 'set'): string[] {
  return splitWords(words, [], use).map(({ text, key, value }) => (key === undefined ? text : `${key}=${value}`))
}

describe('splitting arguments', () => {
  test.each([
    ['an argument that begins with a known key is one value', ['due:next monday 14:00'], ['due=next monday 14:00']],
    ['quotes around its value are taken off', ['client:"Acme Corp"'], ['client=Acme Corp']],
    ['quotes inside its value stay', ['client:Acme "X" Corp'], ['client=Acme "X" Corp']],
    [
      'any other argument is split at white space',
      ['Pay rent\tp:high  due:fri'],
      ['Pay', 'rent', 'priority=high', 'due=fri'],
    ],
    ['a quote right after a key groups words', ['Pay due:"next monday" now'], ['Pay', 'due=next monday', 'now']],
    ['a quote anywhere else is text', ['say "due:fri" "a b"'], ['say', '"due:fri"', '"a', 'b"']],
    ['a quote at the end of a word belongs to it', ['say client:x" now'], ['say', 'client=x"', 'now']],
    ['a quote that never closes inside a text is text', ['Send client:"Acme now'], ['Send', 'client:"Acme', 'now']],
    ['a key without a value is text', ['due: fri'], ['due:', 'fri']],
    ['an empty argument is nothing', ['', '  '], []],
    ['a value may hold colons', ['due:2026-12-24T14:00'], ['due=2026-12-24T14:00']],
  ])('%s', (_, words, tokens) => {
    expect(meanings(words)).toEqual(tokens)
  })

  test.each([
    ['p:high', 'priority=high'],
    ['pri:high', 'priority=high'],
    ['prio:high', 'priority=high'],
    ['priority:high', 'priority=high'],
    ['proj:work/site', 'project=work/site'],
    ['project:work/site', 'project=work/site'],
    ['est:1h30m', 'est=1h30m'],
    ['wait:monday', 'wait=monday'],
    ['parent:12', 'parent=12'],
    ['depends:3,4', 'depends=3,4'],
    ['status:blocked', 'status=blocked'],
  ])('%s is read as %s', (word, meaning) => {
    expect(meanings([word])).toEqual([meaning])
    expect(meanings([word], 'ask')).toEqual([meaning])
  })

  test.each(['created:today', 'completed:sow..', 'tag:home', 'id:3-9', 'is:open', 'has:notes'])(
    '%s means something in a filter only',
    (word) => {
      expect(meanings([word])).toEqual([word])
      expect(meanings([word], 'ask')).toEqual([word.replace(':', '=')])
    },
  )

  test.each([
    ['projct:Home', 'project'],
    ['proejct:Home', 'project'],
    ['poroject:Home', 'project'],
    ['priorty:high', 'priority'],
    ['prioritty:high', 'priority'],
    ['clint:acme', 'client'],
    ['statsu:done', 'status'],
    ['depnds:3', 'depends'],
    ['parnt:3', 'parent'],
  ])('%s is a near miss of %s', (word, key) => {
    expect(() => splitWords([word], [], 'set')).toThrow(refusal(`"${word}"`, `did you mean ${key}:?`))
    expect(() => splitText(`Buy ${word} milk`, 'set')).toThrow(refusal(`"${word}"`, `did you mean ${key}:?`))
  })

  test.each([
    'https://x',
    'Re: hello',
    'fix: typo',
    'fix:typo',
    'feat:x',
    'duw:fri',
    'Projct:Home',
    'projct:',
    '12:30',
    'a:b:c',
  ])('%j is text', (text) => {
    expect(meanings([text])).toEqual(text.split(' '))
  })

  test('an argument with a quote that never closes is refused', () => {
    expect(() => splitWords(['client:"Acme'], [], 'set')).toThrow(refusal('the quote in client:"Acme is not closed'))
    expect(() => splitWords(['client:"'], [], 'set')).toThrow(refusal('is not closed'))
  })

  test('what follows -- is text with its spacing kept', () => {
    expect(splitWords(['p:high'], ['  due:fri   +x ', ''], 'set')).toEqual([
      { text: 'p:high', key: 'priority', value: 'high' },
      { text: '  due:fri   +x ', literal: true },
      { text: '', literal: true },
    ])
  })

  test('a pattern is one word of a filter, spaces included', () => {
    expect(meanings(['/two words/'], 'ask')).toEqual(['/two words/'])
    expect(meanings(['/two words/'])).toEqual(['/two', 'words/'])
  })
})

describe('keys', () => {
  test('a spelling is no key where its use does not allow it', () => {
    expect([keyNamed('tag', 'set'), keyNamed('tag', 'ask'), keyNamed('constructor', 'ask')]).toEqual([
      undefined,
      'tag',
      undefined,
    ])
  })

  test.each([
    ['waitt', 'wait'],
    ['estimat', 'estimate'],
    ['complted', undefined],
    ['due', undefined],
    ['fix', undefined],
    ['https', undefined],
    ['project', undefined],
    ['client1', undefined],
  ])('%s in add is meant as %s', (spelling, key) => {
    expect(meantKey(spelling, 'set')).toBe(key)
  })
})
