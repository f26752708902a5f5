import { expect } from 'vitest'
import { randomFor, roundsOf, tally } from './figures.ts'
import { type Trial, trialOf } from './trial.ts'

/** Larry loads for this long before it can do anything worth a kill, in seconds. */
const loading = 0.06

/** Kills a command at random moments, this share of the rounds; answers every kill that did harm. */
export async function killing(share: number, trial: Trial): Promise<string[]> {
  const { ms, disturb } = await trialOf(trial)
  const count = roundsOf(share)
  const chance = randomFor(`killing ${trial.name}`)
  const wrong: string[] = []
  let killed = 0
  for (let nth = 0; nth < count; nth++) {
    const seconds = (loading + chance() * Math.max(ms / 1000 - loading, 0.05)).toFixed(3)
    const kill = `kill -KILL $! 2> /dev/null; wait $! 2> /dev/null`
    const { code, told } = await disturb((command) => `${command} > /dev/null & sleep ${seconds}; ${kill}`, nth)
    if (code === 137) killed += 1
    if (told !== undefined) wrong.push(`kill ${nth} after ${seconds} s: ${told}`)
  }
  tally(`kill -9 at random moments: ${trial.name}`, count)
  tally('kill -9 at random moments, before the command had ended', killed)
  if (count >= 10) expect(killed, `of ${count} kills that met a running larry`).toBeGreaterThan(count / 5)
  return wrong
}
