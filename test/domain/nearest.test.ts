import { describe, expect, test } from 'vitest'
import { unknown } from '../../src/domain/errors.ts'
import { distance, nearest } from '../../src/domain/nearest.ts'

describe('edits between words', () => {
  test.each([
    ['', '', 0],
    ['', 'abc', 3],
    ['abc', 'abc', 0],
    ['abc', 'ab', 1],
    ['abc', 'abxc', 1],
    ['abc', 'axc', 1],
    ['abcd', 'acbd', 1],
    ['projct', 'project', 1],
    ['kitten', 'sitting', 3],
    ['ca', 'abc', 3],
    ['über', 'uber', 1],
  ])('%j and %j are %i apart', (a, b, edits) => {
    expect(distance(a, b)).toBe(edits)
  })
})

describe('the nearest word', () => {
  const commands = ['list', 'add', 'edit', 'done', 'remove', 'reopen']
  test.each([
    ['lsit', 'list'],
    ['LIST', 'list'],
    ['remov', 'remove'],
    ['re', 'remove'],
    ['ad', 'add'],
    ['dome', 'done'],
    ['xyzzy', undefined],
    ['', undefined],
  ])('to %j is %s', (word, near) => {
    expect(nearest(word, commands)).toBe(near)
  })

  test('among none is none', () => {
    expect(nearest('list', [])).toBeUndefined()
  })
})

test('an unknown value is refused with the nearest one, or with all of them', () => {
  expect(unknown('status', 'dome', ['todo', 'done'], 'done')).toMatchObject({
    kind: 'usage',
    message: 'unknown status "dome"',
    hint: 'did you mean done?',
  })
  expect(unknown('status', 'x', ['todo', 'done'])).toMatchObject({ hint: 'one of todo, done' })
})
