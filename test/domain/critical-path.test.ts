import { array, assert, nat, property, tuple } from 'fast-check'
import { expect, test } from 'vitest'
import { criticalPath, type Step } from '../../src/domain/critical-path.ts'

const step = (id: number, minutes: number, ...after: number[]): Step => ({ id, minutes, after })

test('the path is the chain that takes longest, first step first', () => {
  expect(criticalPath([step(1, 10), step(2, 50, 1), step(3, 5, 1), step(4, 1, 2, 3), step(5, 60)])).toEqual([1, 2, 4])
  expect(criticalPath([step(1, 10), step(2, 5, 1), step(5, 60)])).toEqual([5])
  expect(criticalPath([])).toEqual([])
})

test('without estimates it is the chain of most steps; equals are settled by the lower id', () => {
  expect(criticalPath([step(4, 0), step(3, 0, 4), step(2, 0), step(1, 0, 2)])).toEqual([2, 1])
  expect(criticalPath([step(1, 0), step(2, 0, 1), step(3, 0, 2), step(9, 0)])).toEqual([1, 2, 3])
})

test('what a step waits for outside the plan is done, and a circle does not hang', () => {
  expect(criticalPath([step(7, 5, 99)])).toEqual([7])
  expect(criticalPath([step(1, 5, 2), step(2, 5, 1)]).length).toBeGreaterThan(0)
})

test('a chain of a hundred thousand steps is followed to its end', () => {
  const chain = Array.from({ length: 100_000 }, (_, i) => step(i + 1, 1, ...(i === 0 ? [] : [i])))
  expect(criticalPath(chain)).toHaveLength(100_000)
})

/** Every chain of a small plan, by trying all: the minutes of the longest. */
function longestMinutes(steps: readonly Step[]): number {
  const to = (id: number): number => {
    const one = steps.find((other) => other.id === id)
    return one === undefined ? 0 : one.minutes + Math.max(0, ...one.after.map(to))
  }
  return Math.max(0, ...steps.map(({ id }) => to(id)))
}

test('no chain of any plan takes longer than the path, whose steps follow one another', () => {
  const plans = array(tuple(nat(100), array(nat(30), { maxLength: 4 })), { maxLength: 12 }).map((rows) =>
    rows.map(([minutes, links], i) =>
      step(i + 1, minutes, ...new Set(links.map((n) => n % (i + 1)).filter((n) => n > 0))),
    ),
  )
  assert(
    property(plans, (steps) => {
      const path = criticalPath(steps)
      const byId = new Map(steps.map((one) => [one.id, one]))
      expect(path.reduce((sum, id) => sum + byId.get(id)!.minutes, 0)).toBe(longestMinutes(steps))
      for (const [at, id] of path.slice(1).entries()) expect(byId.get(id)!.after).toContain(path[at])
    }),
  )
})
