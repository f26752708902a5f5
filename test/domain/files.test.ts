import { describe, expect, test } from 'vitest'
import { readBytes, showBytes } from '../../src/domain/byte-size.ts'
import { checkDescription } from '../../src/domain/description.ts'
import { mediaTypeOf, readMediaType } from '../../src/domain/media-type.ts'
import { refusal } from './refusal.ts'

describe('a size', () => {
  test.each([
    ['100', 100],
    ['100B', 100],
    ['100MiB', 104_857_600],
    ['100 mib', 104_857_600],
    ['1.5GiB', 1_610_612_736],
    ['64k', 65_536],
    ['2M', 2_097_152],
    ['100MB', 100_000_000],
    ['1TiB', 1_099_511_627_776],
    [' 7 ', 7],
    ['', undefined],
    ['MiB', undefined],
    ['-1', undefined],
    ['1e9', undefined],
    ['12 apples', undefined],
    ['1i', undefined],
    ['99999999TiB', undefined],
  ])('%j is %j bytes', (text, bytes) => {
    expect(readBytes(text)).toBe(bytes)
  })

  test.each([
    [0, '0 bytes'],
    [1, '1 byte'],
    [1023, '1023 bytes'],
    [1024, '1 KiB'],
    [1535, '1.4 KiB'],
    [104_857_600, '100 MiB'],
    [1_048_575, '1023.9 KiB'],
    [5 * 2 ** 40, '5 TiB'],
    [5 * 2 ** 50, '5120 TiB'],
  ])('of %d bytes is told as %s', (bytes, text) => {
    expect(showBytes(bytes)).toBe(text)
  })
})

describe('a media type', () => {
  test.each([
    ['contract.pdf', 'application/pdf'],
    ['photo.JPG', 'image/jpeg'],
    ['notes.md', 'text/markdown'],
    ['dump.sql.gz', 'application/gzip'],
    ['page.html', 'text/html'],
    ['table.csv', 'text/csv'],
    ['offer.docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
    ['offer.odt', 'application/vnd.oasis.opendocument.text'],
    ['README', null],
    ['pdf', null],
    ['what.ever', null],
    ['__proto__.__proto__', null],
    ['a.constructor', null],
  ])('of %s is %j', async (name, type) => {
    expect(await mediaTypeOf(name)).toBe(type)
  })

  test('is read in lower case', () => {
    expect(readMediaType(' Application/PDF ')).toBe('application/pdf')
    expect(readMediaType('application/vnd.oasis.opendocument.text')).toBe('application/vnd.oasis.opendocument.text')
  })

  test.each(['', 'pdf', 'a/b/c', 'text/plain; charset=utf-8', 'text/', '/x', 'te xt/plain', 'text/pläin'])(
    '%j is refused',
    (text) => {
      expect(() => readMediaType(text)).toThrow(refusal(`"${text}" is not a media type`, 'application/pdf'))
    },
  )
})

describe('a description', () => {
  test('is kept without the white space around it', () => {
    expect(checkDescription('\u0085 signed\nby both \n')).toBe('signed\nby both')
    expect(checkDescription('é'.repeat(1000))).toHaveLength(1000)
    expect(checkDescription('👍'.repeat(1000))).toHaveLength(2000)
  })

  test.each([
    ['  ', 'is empty'],
    ['\u0085', 'is empty'],
    ['x'.repeat(1001), 'has 1001 characters; at most 1000'],
    ['a\0b', 'NUL'],
    ['a\ud800', 'half a character'],
  ])('%j is refused', (text, says) => {
    expect(() => checkDescription(text)).toThrow(refusal(says, ''))
  })
})
