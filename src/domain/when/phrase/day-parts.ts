import type { Words } from './split.ts'

/** A part of the day: the time it means alone, and the minutes of the day a time within it may have. */
export interface Part {
  readonly usual: number
  readonly from: number
  readonly to: number
}

const hour = 60

/** In minutes after midnight; what is to be heard on a day is heard then, too. */
export const morning = 9 * hour

const parts: Readonly<Record<string, Part>> = {
  morning: { usual: morning, from: 0, to: 12 * hour - 1 },
  lunch: { usual: 12 * hour, from: 11 * hour, to: 15 * hour },
  afternoon: { usual: 15 * hour, from: 12 * hour, to: 19 * hour - 1 },
  evening: { usual: 18 * hour, from: 16 * hour, to: 24 * hour - 1 },
  night: { usual: 20 * hour, from: 17 * hour, to: 24 * hour },
}

/** Hours said without am or pm or a part of the day are those of a working day, 7:00 to 18:59. */
export const workingDay: Part = { usual: 0, from: 7 * hour, to: 19 * hour - 1 }

/** The part of the day words begin or end with (`in the evening`, `morning`), and the rest of them. */
export function withoutPart(words: Words): { part: Part | undefined; rest: Words } {
  const atEnd = partNamed(words.at(-1))
  if (atEnd !== undefined) return { part: atEnd, rest: words.slice(0, -1 - leading(words.slice(0, -1))) }
  const at = words.findIndex((word) => partNamed(word) !== undefined)
  return at >= 0 && at === leading(words.slice(0, at))
    ? { part: partNamed(words[at]), rest: words.slice(at + 1) }
    : { part: undefined, rest: words }
}

function partNamed(word: string | undefined): Part | undefined {
  return Object.hasOwn(parts, word ?? '') ? parts[word!] : undefined
}

/** How many words before a part belong to it: `in the`, `in`, `at`. */
function leading(words: Words): number {
  const [before, last] = [words.at(-2), words.at(-1)]
  if (last === 'the' && before === 'in') return 2
  return last === 'in' || last === 'at' ? 1 : 0
}

/** True for `morning`, `evening` and the like. */
export function isPart(word: string | undefined): boolean {
  return partNamed(word) !== undefined
}
