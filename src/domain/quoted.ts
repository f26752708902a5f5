/** So many characters of a value are enough to know it by. */
const longest = 60

/** A text, cut where it is long, between its characters. */
export function shortened(text: string, most = longest): string {
  const characters = Array.from(text.slice(0, 4 * most))
  return characters.length > most ? `${characters.slice(0, most).join('')}...` : text
}

/** A value as a message quotes it: its JSON, cut where it is long. */
export function quoted(value: unknown): string {
  return shortened(JSON.stringify(value) ?? 'nothing')
}
