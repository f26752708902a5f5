import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { describeReading } from '../../src/commands/date/describe.ts'
import { requirePhrase } from '../../src/domain/when/read.ts'
import { clockAt } from './clock.ts'

const clock = clockAt('2026-11-23T10:00', 1, 'Europe/Vienna')

/** The rows of the table of dates in the README: phrases in code, then the reading. */
const rows = readFileSync('README.md', 'utf8')
  .split('\n## Dates\n')[1]!
  .split('\n## ')[0]!
  .split('\n')
  .filter((line) => line.startsWith('| `'))
  .flatMap((line) => {
    const [, phrases, reading] = line.split(' | ').length === 2 ? /^\| (.*) \| (.*) \|$/.exec(line)! : []
    return [...phrases!.matchAll(/`([^`]+)`/g)].map(([, phrase]) => [phrase!, reading!] as const)
  })

describe('the table of dates in the README', () => {
  test('has all of them', () => {
    expect(rows.length).toBeGreaterThan(80)
  })

  test.each(rows)('%s is %s', (phrase, reading) => {
    expect(describeReading(requirePhrase(phrase, clock), clock).replace(/ \([^)]*\)$/, '')).toBe(reading)
  })
})
