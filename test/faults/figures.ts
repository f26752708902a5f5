import { appendFileSync } from 'node:fs'

/** How much is tried in all of each kind; `npm run faults -- --rounds 1000` makes the long run, the suite a short one. */
export const rounds = Number(process.env['LARRY_ROUNDS'] ?? 10)

/** This scenario's part of the rounds, never fewer than `least`. */
export function roundsOf(part: number, least = 2): number {
  return Math.max(Math.round(rounds * part), least)
}

/** The time a test may take when it makes its long run, in milliseconds. */
export const longRun = { timeout: 5_400_000 }

const seed = Number(process.env['LARRY_SEED'] ?? 20_261_123)

/** Numbers from 0 to 1, the same for one seed and scenario (mulberry32). */
export function randomFor(scenario: string): () => number {
  let state = seed
  for (const character of scenario) state = Math.imul(state ^ character.codePointAt(0)!, 0x01000193)
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** Counts what was tried or found, for the table `npm run faults` ends with; `figure` is a line of it, such as "killed at random". */
export function tally(figure: string, count = 1): void {
  const file = process.env['LARRY_FIGURES']
  if (file !== undefined) appendFileSync(file, `${JSON.stringify({ figure, count })}\n`)
}
