import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { occurrences } from '../../src/domain/recurrence/occurrences.ts'
import { readRule } from '../../src/domain/recurrence/rule.ts'

interface Case {
  readonly name: string
  readonly rrule: string
  readonly dtstart: string
  readonly finite: boolean
  readonly expected: readonly string[]
}

/** Rules of libical's test data (MPL-2.0/LGPL-2.1) with the instances on which independent implementations agree; all times are wall-clock. */
const cases = JSON.parse(readFileSync('test/fixtures/rrule.json', 'utf8')) as Case[]

/** `19970902T090000Z` as `1997-09-02T09:00:00`. */
function civil(basic: string): string {
  return basic.replace('Z', '').replace(/^(....)(..)(..)(?:T(..)(..)(..))?$/, (_, year, month, day, ...time) => {
    const [hour = '00', minute = '00', second = '00'] = time.slice(0, 3) as (string | undefined)[]
    return `${year}-${month}-${day}T${hour}:${minute}:${second}`
  })
}

test.each(cases)('$name: $rrule from $dtstart', ({ rrule, dtstart, finite, expected }) => {
  const found: string[] = []
  for (const at of occurrences(readRule(rrule), civil(dtstart))) {
    if (found.length === expected.length + (finite ? 1 : 0)) break
    found.push(at.length === 19 ? at : `${at}:00`)
  }
  expect(found).toEqual(expected.map(civil))
})
