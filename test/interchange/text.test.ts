import { describe, expect, test } from 'vitest'
import { decoded, linesOf } from '../../src/interchange/text.ts'
import { refusal } from '../domain/refusal.ts'

/** Pieces as a file gives them: all in the same buffer, each good until the next. */
function* inPieces(bytes: Uint8Array, size: number): Generator<Uint8Array> {
  const buffer = Buffer.alloc(size)
  for (let at = 0; at < bytes.length; at += size) {
    buffer.set(bytes.subarray(at, at + size))
    yield buffer.subarray(0, Math.min(size, bytes.length - at))
  }
}

const read = (bytes: Uint8Array, size: number) => [...decoded(inPieces(bytes, size), 'a.json')].join('')

describe('decoded', () => {
  test.each([1, 2, 3, 5, 100])('joins characters that were cut into pieces of %i bytes', (size) => {
    const text = 'a\nß 日本 🎉\u{10ffff}\n'
    expect(read(Buffer.from(text), size)).toBe(text)
  })

  test('keeps the beginning of a character while the buffer it came in is read into again', () => {
    const buffer = Buffer.alloc(4)
    function* pieces() {
      for (const piece of ['61c39fe6', '97a5e69c', 'ac626364']) yield buffer.subarray(0, buffer.write(piece, 'hex'))
    }
    expect([...decoded(pieces(), 'a.json')].join('')).toBe('aß日本bcd')
  })

  test.each([1, 2, 100])('passes over a BOM at the beginning and nowhere else, in pieces of %i', (size) => {
    expect(read(Buffer.from('\ufeffa\ufeffb\n\ufeffc'), size)).toBe('a\ufeffb\n\ufeffc')
  })

  test.each([1, 2, 3, 7, 100])('names the line of a byte that is not UTF-8, in pieces of %i', (size) => {
    const bytes = Buffer.concat([Buffer.from('ä\n日本\nb'), Buffer.from([0xe4]), Buffer.from('\nc\n')])
    expect(() => read(bytes, size)).toThrow(refusal('a.json is not UTF-8 (line 3)'))
  })

  test('refuses a character that is cut off at the end', () => {
    const bytes = Buffer.from('a\n🎉').subarray(0, 4)
    expect(() => read(bytes, 1)).toThrow(refusal('a.json is not UTF-8 (line 2)'))
  })

  test('refuses NUL with its line', () => {
    expect(() => read(Buffer.from('a\nb\n\0'), 2)).toThrow(refusal('a.json has a NUL character (line 3)'))
  })
})

describe('linesOf', () => {
  const lines = (...pieces: string[]) => [...linesOf(pieces)].map(({ line, text }) => `${line} ${text}`)

  test('numbers lines from 1, whatever their ends and pieces', () => {
    expect(lines('a\r', '\nb', 'c\n', '\n', 'd')).toEqual(['1 a', '2 bc', '3 ', '4 d'])
    expect(lines('')).toEqual([])
    expect(lines('a\n')).toEqual(['1 a'])
  })

  test('joins a line of many pieces in one go', () => {
    const [only] = linesOf(Array.from({ length: 100_000 }, () => 'x'.repeat(100)))
    expect(only!.text).toHaveLength(10_000_000)
  })
})
