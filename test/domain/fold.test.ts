import { expect, test } from 'vitest'
import { fold } from '../../src/domain/fold.ts'

test.each([
  ['HELLO', 'hello'],
  ['STRASSE', 'straße'],
  ['STRAẞE', 'straße'],
  ['ΟΔΥΣΣΕΥΣ', 'οδυσσευς'],
  ['σ', 'ς'],
  ['İstanbul', 'i̇stanbul'],
  ['ÉCOLE', 'e\u0301cole'],
  ['ПРИВЕТ', 'привет'],
  ['ﬁle', 'FILE'],
  ['Ǆ', 'ǆ'],
  ['K', 'k'],
  ['µ', 'μ'],
])('%s and %s fold alike', (a, b) => {
  expect(fold(a)).toBe(fold(b))
})

test.each([
  ['a', 'b'],
  ['e', 'é'],
  ['日', '目'],
])('%s and %s stay different', (a, b) => {
  expect(fold(a)).not.toBe(fold(b))
})

test('every character folds as its capital, its small letter and its decomposition do', () => {
  const odd: string[] = []
  for (let code = 0; code < 0x110000; code++) {
    if (code >= 0xd800 && code <= 0xdfff) continue
    const letter = String.fromCodePoint(code)
    const forms = [letter.toUpperCase(), letter.toLowerCase(), letter.normalize('NFD'), fold(letter)]
    if (forms.some((form) => fold(form) !== fold(letter))) odd.push(letter)
  }
  expect(odd).toEqual([])
})
