import type { Candidate } from './candidate.ts'

/** A command line up to the cursor, read as bash reads it. */
export interface BashLine {
  /** The words, without their quotes; the last ends at the cursor and may be empty. */
  readonly words: readonly string[]
  /** What the last word says before the part that readline replaces. */
  readonly kept: string
  /** The quote that is open at the cursor. */
  readonly quote: '"' | "'" | undefined
  /** The last word is where output goes to or input comes from. */
  readonly isRedirected: boolean
}

/** Where bash may show what a candidate is: not while it puts one after the other into the line (COMP_TYPE 37 and 42). */
const showsAbout = (type: number) => type !== 37 && type !== 42

/**
 * Reads a line (bash manual 3.1.2, Quoting). Of the last word readline replaces what stands behind an open quote, else
 * behind the last of `breaks` (COMP_WORDBREAKS) that is not quoted: behind the colon of `project:wo`.
 */
export function readBashLine(line: string, breaks: string): BashLine {
  const words: string[] = []
  let word: string | undefined
  let unbroken = ''
  let unquoted = ''
  let quote: BashLine['quote']
  let isRedirected = false
  const end = () => {
    if (word !== undefined && !isRedirected) words.push(word)
    if (word !== undefined) isRedirected = false
    word = undefined
    unbroken = ''
  }
  for (let at = 0; at < line.length; at++) {
    const character = line[at]!
    const escaped = line[at + 1]
    if (quote !== undefined && character === quote) quote = undefined
    else if (character === '\\' && quote !== "'" && escaped !== undefined) {
      word = (word ?? '') + (quote === '"' && !'$`"\\'.includes(escaped) ? `\\${escaped}` : escaped)
      at++
    } else if (quote !== undefined) word += character
    else if (character === '"' || character === "'") {
      quote = character
      word ??= ''
      unquoted = word
    } else if (/[\s;|&(<>]/.test(character)) {
      const isRedirection = character === '<' || character === '>'
      if (isRedirection && /^\d+$/.test(word ?? '')) word = undefined
      end()
      if (isRedirection) isRedirected = true
      else if (/[;|(]/.test(character) || (character === '&' && !isRedirected)) words.length = 0
    } else {
      word = (word ?? '') + character
      if (breaks.includes(character)) unbroken = word
    }
  }
  return { words: [...words, word ?? ''], kept: quote === undefined ? unbroken : unquoted, quote, isRedirected }
}

/** Candidates as readline puts them into the line: the part it replaces, quoted; several with what they are, one with the space that follows it. */
export function toBash(candidates: readonly Candidate[], { kept, quote }: BashLine, type: number): string[] {
  const fitting = candidates.filter(({ value }) => value.startsWith(kept))
  const quoted = fitting.map(({ value }) => quotedFor(value.slice(kept.length), quote))
  const [only] = quoted
  if (quoted.length === 1) return [quote !== undefined || /[:=]$/.test(only!) ? only! : `${only} `]
  if (!showsAbout(type) || fitting.every(({ about }) => about === '')) return quoted
  const column = Math.max(...quoted.map((value) => value.length)) + 2
  return quoted.map((value, at) =>
    fitting[at]!.about === '' ? value : `${value.padEnd(column)}(${fitting[at]!.about})`,
  )
}

/** Text that stays text, within the quote that is open. In double quotes nothing but leaving them keeps `!` from the history. */
function quotedFor(text: string, quote: BashLine['quote']): string {
  if (quote === "'") return text.replaceAll("'", `'\\''`)
  if (quote === '"') return text.replaceAll(/[$`"\\]/g, '\\$&').replaceAll('!', `"\\!"`)
  return text.replaceAll(/[^\w@%+,./:=\u0080-\uffff-]/g, '\\$&')
}
