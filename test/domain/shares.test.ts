import { array, assert, nat, property } from 'fast-check'
import { expect, test } from 'vitest'
import { sharesOf } from '../../src/domain/shares.ts'

test.each([
  [[5, 5, 5], 9, [3, 3, 3]],
  [[1, 5, 5], 9, [1, 4, 4]],
  [[5, 0, 5], 5, [3, 0, 2]],
  [[2, 1], 9, [2, 1]],
  [[2, 1], 0, [0, 0]],
  [[2, 1], -3, [0, 0]],
  [[], 5, []],
])('of parts of %j a screen of %d shows %j', (sizes, room, shares) => {
  expect(sharesOf(sizes, room)).toEqual(shares)
})

test('all room is given out while any part has more, and none gets more than it has', () => {
  assert(
    property(array(nat(30), { maxLength: 6 }), nat(50), (sizes, room) => {
      const shares = sharesOf(sizes, room)
      const total = sizes.reduce((sum, size) => sum + size, 0)
      expect(shares.reduce((sum, share) => sum + share, 0)).toBe(Math.min(room, total))
      expect(shares.every((share, at) => share <= sizes[at]!)).toBe(true)
    }),
  )
})
