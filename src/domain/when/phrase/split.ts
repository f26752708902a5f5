import { monthNamed, weekdayNamed } from '../names.ts'
import { letters, meaningOf, tens } from './words.ts'

/** The words of a phrase as the grammar knows them: full names, numbers in digits. */
export type Words = readonly string[]

/** No date takes more to say; a longer text is none. */
const longest = { characters: 100, words: 16 }

/** Splits a phrase into words and gives each its one spelling; undefined when it is too long to be a date. */
export function wordsOf(text: string): Words | undefined {
  const phrase = joinNumbers(tidy(text))
  if (phrase === '' || phrase.length > longest.characters) return undefined
  const pieces = phrase
    .replaceAll('’', "'")
    .replaceAll(/(?<=[a-z])'/g, '')
    .replaceAll(/,(?= )/g, '')
    .replaceAll('week-end', 'weekend')
    .replaceAll(/ in the (?=[ap]\.?m\b)/g, ' ')
    .replaceAll(/(?<=\d) \/ (?=\d)/g, '/')
    .split(' ')
    .flatMap(piecesOf)
  const words = pieces.flatMap((word, i, all) => {
    const unit = /^\d/.test(all[i - 1] ?? '') ? letters.get(word) : undefined
    return unit === undefined ? meaningOf(word) : [unit]
  })
  return words.length > longest.words ? undefined : words
}

/** Lower case with single spaces, none around it. */
export function tidy(text: string): string {
  return text.trim().replaceAll(/\s+/g, ' ').toLowerCase()
}

const joinable = new RegExp(`\\b(${[...tens.keys()].join('|')})[ -]([a-z]+)\\b`, 'g')

/** `twenty three` and `twenty-third` as `23` and `23rd`, and the `a m` of a time as `am`. */
export function joinNumbers(phrase: string): string {
  const joined = phrase.replaceAll(joinable, (whole, ten: string, word: string) => {
    const [, one, ending = ''] = /^([1-9])(st|nd|rd|th)?$/.exec(meaningOf(word)[0]!) ?? []
    return one === undefined ? whole : `${tens.get(ten)! + Number(one)}${ending}`
  })
  return joined.replaceAll(/\b([ap]) m\b/g, '$1m')
}

/** What one piece between spaces holds: `3d` is `3` and `d`, `feb13` is `feb` and `13`, `a.m.` is `am`. */
function piecesOf(piece: string): readonly string[] {
  if (/^[ap]\.m\.?$/.test(piece)) return [`${piece[0]}m`]
  if (piece.endsWith('.') && isShort(piece.slice(0, -1))) return [piece.slice(0, -1)]
  if (/^[a-z]+(-[a-z]+)+$/.test(piece)) return piece.split('-')
  const [, sign, length] = /^([+-])(\d.*)$/.exec(piece) ?? []
  if (sign !== undefined) return [sign, ...piecesOf(length!)]
  const [, time, half] = /^(\d{1,2}:\d{2}(?::\d{2})?|\d{1,2}\.\d{2}(?=[ap]m))([ap])m?$/.exec(piece) ?? []
  if (time !== undefined) return [time.replace('.', ':'), `${half}m`]
  const [, name, day] = /^([a-z]+)(\d{1,2})$/.exec(piece) ?? []
  if (isMonth(name)) return [name!, day!]
  if (!/^(\d+([./]\d+)?[a-z]+)+$/.test(piece)) return [piece]
  const split = piece.match(/[\d./]+|[a-z]+/g)!
  return split.every((part) => /^\d/.test(part) || isJoined(part)) ? split : [piece]
}

/** What may end with a full stop: `mon.`, `dec.`, `st.`, the `24.` of a date. */
function isShort(word: string): boolean {
  const [full] = meaningOf(word)
  const isName = weekdayNamed(full) !== undefined || monthNamed(full) !== undefined
  return word === 'st' || /^\d{1,2}$/.test(word) || (isName && full !== word)
}

function isMonth(word: string | undefined): boolean {
  return word !== undefined && monthNamed(meaningOf(word)[0]) !== undefined
}

/** What may follow a number without a space between. */
function isJoined(word: string): boolean {
  return /^([ap]m|min|minute|hour|day|week|month|year)$/.test(letters.get(word) ?? meaningOf(word)[0]!) || isMonth(word)
}
