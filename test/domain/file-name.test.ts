import { assert, property, string } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { safeFileName } from '../../src/domain/file-name.ts'

describe('the name a file is kept under', () => {
  test.each([
    ['contract.pdf', 'contract.pdf'],
    ['/home/me/My contract (2).pdf', 'My contract (2).pdf'],
    ['../../.bashrc', '_bashrc'],
    ['.env', '_env'],
    ['..hidden', '_.hidden'],
    ['-rf', '_rf'],
    ['--help', '_-help'],
    ['a\nb', 'a_b'],
    ['a\tb\x1b[31m\x7f\x9b', 'a_b_[31m__'],
    ['a\0b', 'a_b'],
    ['invoice\u202efdp.exe', 'invoice_fdp.exe'],
    ['a\u2028b\u2066c\ufeff', 'a_b_c_'],
    ['..\\..\\evil.exe', '_._.._evil.exe'],
    ['a\ud800b', 'a_b'],
    ['', 'file'],
    ['.', 'file'],
    ['..', 'file'],
    ['...', 'file'],
    ['/', 'file'],
    ['   ', 'file'],
    ['folder/', 'folder'],
    [' spaced .txt ', 'spaced .txt'],
    ['Cafe\u0301.md', 'Caf\u00e9.md'],
    ['👨‍👩‍👧.png', '👨‍👩‍👧.png'],
    [`${'x'.repeat(300)}.pdf`, `${'x'.repeat(251)}.pdf`],
    [`${'é'.repeat(300)}.pdf`, `${'é'.repeat(125)}.pdf`],
    ['x'.repeat(300), 'x'.repeat(255)],
    [`a.${'x'.repeat(300)}`, `a.${'x'.repeat(253)}`],
  ])('%j becomes %j', (path, name) => {
    expect(safeFileName(path)).toBe(name)
  })

  test('is safe and stays what it is, whatever it was made of', () => {
    assert(
      property(string({ unit: 'binary', maxLength: 400 }), (path) => {
        const name = safeFileName(path)
        expect(name).toMatch(/^[^.\-/\\\0-\x1f][^/\\\0-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]*$/)
        expect(Buffer.byteLength(name)).toBeLessThanOrEqual(255)
        expect(name.isWellFormed()).toBe(true)
        expect(safeFileName(name)).toBe(name)
      }),
      { numRuns: 2000 },
    )
  })
})
