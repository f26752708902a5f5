import { expect, test } from 'vitest'
import { addDays } from '../../src/domain/when/civil.ts'
import { heatMap } from '../../src/output/heat-map.ts'
import { colours, plain } from '../../src/output/paint.ts'

/** A digit for each day's level, `s` for a skipped one. */
const days = (from: string, marks: string) =>
  Array.from(marks, (mark, at) => ({
    on: addDays(from, at),
    skipped: mark === 's',
    level: mark === 's' ? 0 : Number(mark),
  }))

const wide = { limit: undefined, paint: plain }

test('weeks are columns, weekdays rows, and months stand above their first day', () => {
  const lines = heatMap(days('2026-10-28', '01234s00000000000000'), 1, wide).split('\n')
  expect(lines).toEqual([
    '    Nov',
    'Mon  -··',
    'Tue  ··',
    'Wed ···',
    'Thu ░··',
    'Fri ▒··',
    'Sat ▓··',
    'Sun █··',
    '',
    '    ░▒▓█ less to more  · nothing  - skipped',
    '',
  ])
})

test('a week may begin on Sunday', () => {
  expect(heatMap(days('2026-11-15', '12340000'), 7, wide).split('\n').slice(0, 8)).toEqual([
    '    Nov',
    'Sun ░·',
    'Mon ▒',
    'Tue ▓',
    'Wed █',
    'Thu ·',
    'Fri ·',
    'Sat ·',
  ])
})

test('a year is 57 cells wide, and a narrow terminal has its last weeks', () => {
  const year = days('2025-11-24', '0'.repeat(364) + '4')
  const lines = (limit: number) => heatMap(year, 1, { limit, paint: plain }).trimEnd().split('\n')
  expect(lines(80)[0]).toBe('     Dec Jan Feb Mar  Apr May  Jun Jul Aug  Sep Oct Nov')
  expect(lines(80)[1]).toBe(`Mon ${'·'.repeat(52)}█`)
  expect(lines(80)).toHaveLength(10)
  expect(lines(20)[1]).toBe(`Mon ${'·'.repeat(15)}█`)
  expect(lines(20)).toHaveLength(8)
  expect(Math.max(...lines(20).map(({ length }) => length))).toBeLessThanOrEqual(20)
  expect(lines(1)[1]).toBe('Mon █')
})

test('colour adds to what the shades say', async () => {
  const text = heatMap(days('2026-11-23', '40s'), 1, { limit: 80, paint: await colours() })
  expect(text).toContain('\x1b[32m█\x1b[39m\n')
  expect(text).toContain('\x1b[2m·\x1b[22m\n')
  expect(text).toContain('\x1b[33m-\x1b[39m\n')
})
