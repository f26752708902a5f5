/** What roff would take for something else (groff_char(7)): a hyphen that is typed, quotes and accents that must stay ASCII. */
const escapes: Readonly<Record<string, string>> = {
  '\\': '\\e',
  '-': '\\-',
  "'": '\\(aq',
  '`': '\\(ga',
  '^': '\\(ha',
  '~': '\\(ti',
}

/** Text as roff shows it, on one line; a dot at its beginning is no request. */
export function roffText(text: string): string {
  const shown = text
    .replaceAll(/[\\'`^~-]/g, (character) => escapes[character]!)
    .replaceAll(
      /[^\0-\x7f]/gu,
      (character) => `\\[u${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}]`,
    )
  return shown.startsWith('.') ? `\\&${shown}` : shown
}

export function bold(text: string): string {
  return `\\fB${roffText(text)}\\fR`
}

export function heading(title: string): string {
  return `.SH ${roffText(title)}`
}

export function subheading(title: string): string {
  return `.SS ${roffText(title)}`
}

/** Words to be filled into lines, in short lines here too. */
export function filled(text: string): string {
  const lines: string[] = []
  for (const word of text.split(' ').map(roffText)) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + word.length < 80) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines.join('\n')
}

/** A paragraph, filled. */
export function paragraph(text: string): string {
  return `.PP\n${filled(text)}`
}

/** Something and what is to be said of it, indented below. Both are roff already. */
export function entry(term: string, about: readonly string[]): string {
  return ['.TP 4', term, ...about].join('\n')
}

/** What stands within the entry before it. */
export function within(lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ['.RS 4', ...lines, '.RE']
}

/** Lines as they stand. */
export function verbatim(lines: readonly string[]): string {
  return ['.nf', ...lines.map((line) => (line === '' ? '.sp' : roffText(line))), '.fi'].join('\n')
}

/** A text of `larry help`: lines that begin with spaces stay as they are, others are filled. */
export function plainText(text: string): string[] {
  const isFixed = (line: string) => line.startsWith(' ')
  const blocks: { fixed: boolean; lines: string[] }[] = []
  let last: { fixed: boolean; lines: string[] } | undefined
  for (const line of text.trimEnd().split('\n')) {
    if (line === '') last = undefined
    else if (last?.fixed === isFixed(line)) last.lines.push(line)
    else {
      last = { fixed: isFixed(line), lines: [line] }
      blocks.push(last)
    }
  }
  return blocks.map(({ fixed, lines }) =>
    fixed ? `.sp\n${verbatim(lines.map((line) => line.slice(2)))}` : paragraph(lines.join(' ')),
  )
}
