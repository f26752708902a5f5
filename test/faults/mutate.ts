import type { Draw } from './draw.ts'
import { junkWord } from './junk.ts'

const ofWords: readonly ((draw: Draw, words: string[]) => void)[] = [
  (draw, words) => words.splice(draw.below(words.length), 1),
  (draw, words) => words.splice(draw.below(words.length), 0, draw.one(words)),
  (draw, words) => words.splice(draw.below(words.length + 1), 0, junkWord(draw)),
  (draw, words) => words.splice(draw.below(words.length), 1, junkWord(draw)),
  (draw, words) => words.push(...words.slice(draw.below(words.length))),
  (draw, words) => {
    const [a, b] = [draw.below(words.length), draw.below(words.length)]
    ;[words[a], words[b]] = [words[b]!, words[a]!]
  },
]

const ofLetters: readonly ((draw: Draw, letters: string[]) => void)[] = [
  (draw, letters) => letters.splice(draw.below(letters.length), 1),
  (draw, letters) => letters.splice(draw.below(letters.length), 0, draw.one(letters)),
  (draw, letters) => letters.splice(draw.below(letters.length), 0, String.fromCodePoint(draw.below(0x250))),
  (draw, letters) =>
    letters.splice(draw.below(letters.length), 0, draw.one('-|+|:|,|.|/|\\|"|\'|(|)|=|<|>| |\0'.split('|'))),
  (draw, letters) => letters.splice(draw.below(letters.length)),
  (_, letters) => letters.splice(0, letters.length, ...letters.map((letter) => letter.toUpperCase())),
]

/** A line with a few things wrong: words dropped, repeated, swapped, replaced; letters likewise. */
export function mutate(draw: Draw, line: readonly string[]): string[] {
  const words = [...line]
  for (let times = 1 + draw.below(3); times > 0 && words.length > 0; times--) {
    if (draw.chance(0.5)) draw.one(ofWords)(draw, words)
    else {
      const at = draw.below(words.length)
      const letters = Array.from(words[at]!)
      if (letters.length > 0) draw.one(ofLetters)(draw, letters)
      words[at] = letters.join('')
    }
  }
  return words
}
