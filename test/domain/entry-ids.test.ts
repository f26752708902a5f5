import { describe, expect, test } from 'vitest'
import { missingEntries, readEntryId, readEntryIds } from '../../src/domain/entry-ids.ts'
import { refusal } from './refusal.ts'

const noun = { one: 'pear', many: 'pears', list: 'larry pear list' }

describe('ids of things other than tasks', () => {
  test.each<[string[], string[] | undefined, number[]]>([
    [['7'], undefined, [7]],
    [['3,4', '7-9'], undefined, [3, 4, 7, 8, 9]],
    [['3', '2-4', '3'], undefined, [3, 2, 4]],
    [['-'], ['5\ttext', '', ' 6 ', '1-2,5'], [5, 6, 1, 2]],
    [['9', '-'], ['8'], [9, 8]],
    [['-'], [], []],
  ])('%j with a pipe of %j are %j', (words, input, ids) => {
    expect(readEntryIds(noun, words, input)).toEqual(ids)
  })

  test.each([
    [[], 'no pear is named', '', 'usage'],
    [[','], 'no pear is named', '', 'usage'],
    [['x'], '"x" is not a pear id', 'ids are numbers', 'usage'],
    [['abcdef'], '"abcdef" is not a pear id', '', 'usage'],
    [['9-7'], 'ends before it begins', '7-9', 'usage'],
    [['1-2000000'], 'wider than 1000000 ids', '', 'usage'],
    [['0'], 'pear 0 does not exist', '', 'not-found'],
  ] as const)('%j is refused', (words, message, hint, kind) => {
    expect(() => readEntryIds(noun, words)).toThrow(refusal(message, hint, kind))
  })
})

test('one id is one id', () => {
  expect(readEntryId(noun, '7')).toBe(7)
  expect(readEntryId(noun, '7-7')).toBe(7)
  for (const word of ['7,8', '7-9', '-', '']) expect(() => readEntryId(noun, word)).toThrow(refusal(''))
})

test('what is missing is named, and of many the first five', () => {
  expect(missingEntries(noun, [7]).message).toBe('pear 7 does not exist')
  expect(missingEntries(noun, [1, 2, 3, 4, 5, 6, 7])).toMatchObject({
    kind: 'not-found',
    message: 'pears 1, 2, 3, 4, 5 and 2 more do not exist',
    hint: 'larry pear list',
  })
})
