import { describe, expect, test } from 'vitest'
import { damageOften, type Outcome } from './damaged.ts'
import { damages } from './damages.ts'
import { longRun } from './figures.ts'

describe.each(Object.keys(damages))('a file with %s', (kind) => {
  let outcome: Promise<Outcome>

  test(
    'is refused or used without a stack trace, and left byte for byte by all that does not write',
    longRun,
    async () => {
      outcome = damageOften(kind)
      expect((await outcome).misbehaved).toEqual([])
    },
  )

  test('is told of by db check, or the damage is of no effect on anything larry shows', longRun, async () => {
    expect((await outcome).unnoticed).toEqual([])
  })
})
