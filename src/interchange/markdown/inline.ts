const specials = /[\\`*[\]<~]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|&(?=#\d)/gu

/** Plain text as Markdown (spec.commonmark.org, 6.1 and 2.5) that shows it: on one line, white space around it kept. */
export function escaped(text: string): string {
  return text
    .split(' ')
    .map((word) => word.replaceAll(/^https?:\/\//.test(word) ? /[\\<]|&(?=#\d)/g : specials, '\\$&'))
    .join(' ')
    .replaceAll(/[\r\n]|^\s|\s$/g, (character) => `&#${character.codePointAt(0)};`)
}

/** What `escaped` was given; of other Markdown only escapes and numbered characters are read, the rest stands as it is. */
export function unescaped(markdown: string): string {
  return markdown.replaceAll(/\\([!-/:-@[-`{-~])|&#(\d{1,7});/g, (whole, plain?: string, code?: string) => {
    if (plain !== undefined) return plain
    const point = Number(code)
    return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : whole
  })
}

/**
 * Lines of notes as they stand below an item: Markdown themselves, but that nothing in them may begin an item or a block of
 * code. An empty line at either end is a lone backslash.
 */
export function noteLines(notes: string): string[] {
  const lines = notes.split('\n')
  const first = lines.findIndex((line) => line !== '')
  const last = lines.findLastIndex((line) => line !== '')
  return lines.map((line, at) => {
    if (line === '') return at < first || at > last ? '\\' : ''
    return line
      .replaceAll(/&(?=#\d)/g, '&#38;')
      .replaceAll('\r', '&#13;')
      .replace(/^\s(?=\s*$)/, (space) => `&#${space.codePointAt(0)};`)
      .replace(/^(\s*)(?=[-+*]\s+\[|`{3}|~{3}|\\)/, '$1\\')
      .replace(/^(\s*\d+)(?=[.)]\s+\[|\\)/, '$1\\')
  })
}

/** The line of notes that `noteLines` wrote so. */
export function noteLine(line: string): string {
  if (line === '\\') return ''
  return line.replace(/^(\s*\d*)\\(?=[-+*`~\\.)])/, '$1').replaceAll(/&#(\d{1,7});/g, (whole, code: string) => {
    const point = Number(code)
    return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : whole
  })
}
