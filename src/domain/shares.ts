/**
 * How many rows each part of a screen gets: at most as many as it has, one after another in turn, the first parts first,
 * until `room` is given out.
 */
export function sharesOf(sizes: readonly number[], room: number): number[] {
  const shares = sizes.map(() => 0)
  for (let left = room, given = true; left > 0 && given; ) {
    given = false
    for (const [at, size] of sizes.entries()) {
      if (left === 0 || shares[at]! >= size) continue
      shares[at]!++
      left--
      given = true
    }
  }
  return shares
}
