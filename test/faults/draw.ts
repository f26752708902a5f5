import { randomFor } from './figures.ts'

/** Choices drawn from the seed, the same for one scenario. */
export interface Draw {
  /** 0 to count - 1. */
  readonly below: (count: number) => number
  readonly chance: (share: number) => boolean
  readonly one: <T>(of: readonly T[]) => T
  /** As many as `from` to `to` of what `make` gives. */
  readonly many: <T>(from: number, to: number, make: () => T) => T[]
  /** The share of values that are not what they should be. */
  readonly oddity: number
}

/** Choices for a scenario; the same name gives the same ones. */
export function drawFor(scenario: string, oddity = 0): Draw {
  const random = randomFor(scenario)
  const below = (count: number) => Math.floor(random() * count)
  return {
    below,
    chance: (share) => random() < share,
    one: (of) => of[below(of.length)]!,
    many: (from, to, make) => Array.from({ length: from + below(to - from + 1) }, make),
    oddity,
  }
}
