import { cutTo } from './cut.ts'

/** So many characters of a value are enough to know it by. */
const longest = 60

/** A text, cut where it is long, between its characters. */
export function shortened(text: string, most = longest): string {
  const cut = cutTo(most, text)
  return cut === text ? text : `${cut}...`
}

/** A value as a message quotes it: its JSON, cut where it is long. */
export function quoted(value: unknown): string {
  return shortened(JSON.stringify(value) ?? 'nothing')
}
