import { assert, jsonValue, property } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { elementsOf } from '../../src/interchange/json/elements.ts'
import { parseStrictly } from '../../src/interchange/json/strict.ts'
import { refusal } from '../domain/refusal.ts'

const reading = (text: string) => () => parseStrictly(text, 7)

describe('parseStrictly', () => {
  test.each([
    ['{"a":1,"a":2}', 'line 7: the key "a" is given twice'],
    ['{"a":1,\n"\\u0061":2}', 'line 8: the key "a" is given twice'],
    ['[{"b":{"x":1,"x":1}}]', 'line 7: the key "x" is given twice'],
    ['{"a":[\n{"__proto__":1}]}', 'line 8: has a key "__proto__"'],
    ['{"\\u005f_proto__":1}', 'line 7: has a key "__proto__"'],
    ['"\\ud800"', 'line 7: holds half a character (a lone surrogate)'],
    ['{"\\udfff":1}', 'line 7: holds half a character (a lone surrogate)'],
    ['["a","\\u0000"]', 'line 7: holds a NUL character'],
    ['[1e400]', 'line 7: the number 1e400 cannot be kept exactly'],
    ['[-1E999]', 'line 7: the number -1E999 cannot be kept exactly'],
    ['{"n":9007199254740993}', 'line 7: the number 9007199254740993 cannot be kept exactly'],
    ['[1,2] x', 'line 7: not JSON: something follows the value'],
    ['{"a":1,}', 'line 7: not JSON: expected double-quoted property name'],
    ['{"a":"b', 'line 7: not JSON: unterminated string'],
    ['', 'line 7: not JSON: it ends too soon'],
    ['"a\tb"', 'line 7: not JSON: bad control character in string literal'],
    ['"\\x41"', 'line 7: not JSON: bad escaped character'],
    ['NaN', 'line 7: not JSON: it is no value'],
    ['\ufeff{}', 'line 7: not JSON: unexpected token'],
  ])('refuses %j', (text, message) => {
    expect(reading(text)).toThrow(refusal(message))
  })

  test('refuses what is nested deeper than 64 levels, however deep', () => {
    expect(reading('['.repeat(65) + ']'.repeat(65))).toThrow(refusal('line 7: nested more than 64 levels deep'))
    expect(reading('['.repeat(1_000_000))).toThrow(refusal('line 7: nested more than 64 levels deep'))
    expect(parseStrictly('['.repeat(64) + ']'.repeat(64), 1)).toHaveLength(1)
  })

  test('keeps a key that means something to JavaScript as a plain key', () => {
    const value = parseStrictly('{"constructor":1,"toString":2,"a":"__proto__"}', 1) as object
    expect(Object.entries(value)).toEqual(Object.entries({ constructor: 1, toString: 2, a: '__proto__' }))
  })

  test.each([
    '{"a":"\\u00e9\\ud83c\\udf89","b":"x:y,{[\\"]"}',
    '[1.5e3,0.1,-0,12345678901234.5]',
    '"\\\\"',
    '123456789012345',
  ])('takes %s', (text) => {
    expect(parseStrictly(text, 1)).toEqual(JSON.parse(text))
  })

  test('reads what JSON.stringify writes', () => {
    assert(
      property(jsonValue({ maxDepth: 4 }), (value) => {
        const text = JSON.stringify(value)
        expect(parseStrictly(text, 1)).toEqual(JSON.parse(text))
      }),
      { numRuns: 200 },
    )
  })
})

describe('elementsOf', () => {
  const split = (text: string, size = 1) =>
    [...elementsOf(text.match(new RegExp(`[^]{1,${size}}`, 'g')) ?? [], (_, key) => key === 'list')].map(
      ({ key = '', inList, text: part, line }) => `${line} ${key}${inList ? '[]' : ''} ${part}`,
    )

  test.each([1, 2, 3, 1000])('splits an array into its elements, each with its line, in pieces of %i', (size) => {
    const text = ' [1 ,"a,]\\"}" ,\n{"b":[1,{"c":"]"}]},\n\n[ ] , null]\n'
    expect(split(text, size)).toEqual(['1 [] 1', '1 [] "a,]\\"}"', '2 [] {"b":[1,{"c":"]"}]}', '4 [] [ ]', '4 [] null'])
  })

  test.each([1, 4, 1000])('splits an object into members, lists into their elements, in pieces of %i', (size) => {
    const text = '{"a": 1,\n"list":[{"b":1},\n2], "other":[3]}'
    expect(split(text, size)).toEqual(['1 a 1', '2 list[] {"b":1}', '3 list[] 2', '3 other [3]'])
  })

  test('takes empty ones, and a value that stands alone', () => {
    expect([split('[]'), split(' { } '), split('{"list":[]}'), split('12')]).toEqual([[], [], [], ['1  12']])
  })

  test.each([
    ['', 'line 1: not JSON: the text ends too soon'],
    ['[1,]', 'line 1: not JSON: "]" stands where a value should'],
    ['[1 2]', 'line 1: not JSON: "2]" stands where "," should'],
    ['[1', 'line 1: not JSON: the text ends too soon'],
    ['[', 'line 1: not JSON: the text ends too soon'],
    ['{"a"}', 'line 1: not JSON: "}" stands where ":" should'],
    ['{a:1}', 'line 1: not JSON: "a:1}" stands where a key should'],
    ['{"a":1,\n"a":2}', 'line 2: the key "a" is given twice'],
    ['[]\n[]', 'line 2: not JSON: "[]" stands where the end should'],
    ['[1]]', 'line 1: not JSON: "]" stands where the end should'],
  ])('refuses %j', (text, message) => {
    expect(() => split(text, 1000)).toThrow(refusal(message))
  })
})
