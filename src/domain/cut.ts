/** The first characters of a text, none of them cut in half (a character beyond U+FFFF is two units of a string). */
export function cutTo(count: number, text: string): string {
  return text.length <= count
    ? text
    : Array.from(text.slice(0, 2 * count))
        .slice(0, count)
        .join('')
}
