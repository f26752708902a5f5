import type { Clock } from '../domain/when/clock.ts'

/** So many answers are remembered at once. */
const most = 1000

/** A clock whose zone remembers what it was asked of late: a file asks for the same days again and again, and a zone is slow. */
export function remembering(clock: Clock): Clock {
  const { zone } = clock
  const civilOf = remembered((instant) => zone.civilOf(instant))
  const instantOf = remembered((civil) => zone.instantOf(civil))
  return { ...clock, zone: { name: zone.name, civilOf, instantOf } }
}

function remembered(answer: (question: string) => string): (question: string) => string {
  const answers = new Map<string, string>()
  return (question) => {
    const known = answers.get(question)
    if (known !== undefined) return known
    if (answers.size >= most) answers.clear()
    const found = answer(question)
    answers.set(question, found)
    return found
  }
}
