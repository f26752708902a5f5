/** `low, medium or high`. */
export function either(words: readonly string[]): string {
  return [words.slice(0, -1).join(', '), words.at(-1)!].filter((part) => part !== '').join(' or ')
}
