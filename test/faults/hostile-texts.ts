import type { Draw } from './draw.ts'

/** What drives terminals: colour, title, clipboard (OSC 52), links (OSC 8), device control, C1, movement. */
const acting = [
  '\u001b[31m',
  '\u001b[2J\u001b[H',
  '\u001b]0;title\u0007',
  '\u001b]52;c;ZXZpbA==\u0007',
  '\u001b]8;;https://example.org\u001b\\link\u001b]8;;\u001b\\',
  '\u001bP+q544e\u001b\\',
  '\u001b_apc\u001b\\',
  '\u001bc',
  '\u001b[6n',
  '\u001b',
  '\u009b31m',
  '\u009d52;c;eA==\u009c',
  '\u0090q\u009c',
  ...'\u0001|\u0007|\b|\t|\n|\u000b|\f|\r|\u000e|\u007f|\u0080|\u0085|\u008d|\u009f|\u2028|\u2029|\ufeff'.split('|'),
  ...'\u202a|\u202b|\u202c|\u202d|\u202e|\u2066|\u2067|\u2068|\u2069|\u200e|\u200f|\u061c'.split('|'),
]

const awkward = [
  ...'"|\'|""|,|, |;|\\|\\n|\\t|\\x1b|\\\\|`id`|$(id)|%s|{}|=1+1|@SUM(1)|-x|+x|\u200b|\u200d|\u00a0|\u3000|\u00ad'.split(
    '|',
  ),
  ...'👩‍👩‍👧‍👦|🇦🇹|1️⃣|e\u0301|a\u0300\u0301\u0302|ﷺ|漢字|עברית|العربية|नमस्ते|İ|ß|ﬁ|Z\u0351\u036b\u0343'.split('|'),
  ...'\uffff|\u{10ffff}|\u{e0001}|\ue000'.split('|'),
]

const plain = ['Pay', ' ', 'rent', ' x ', '2', 'and', '(', ')', '/', 'due:', 'a']

/** A text of a few pieces, at least one of which could drive a terminal; it begins with a letter. */
export function hostileText(draw: Draw): string {
  const pieces = draw.many(1, 7, () => draw.one(draw.one([acting, acting, awkward, plain])))
  return ['T', ...pieces, draw.one(acting), draw.one(plain)].join('')
}

/** The same on one line without what ends lines. */
export function hostileLine(draw: Draw): string {
  return hostileText(draw).replaceAll(/[\n\r]/g, ' ')
}

/** Text larry cannot give back and must refuse: NUL, or half a character. */
export function unkeepable(draw: Draw): string {
  return hostileText(draw) + draw.one(['\0', 'a\0b', '\ud800', '\udfff', '\udc00\ud800']) + draw.one(['', 'x'])
}

/** Turns the cells of tab-separated output back into what was stored: every escape larry writes stands for one character. */
export function unescapeCell(cell: string): string {
  const short: Record<string, string> = { n: '\n', t: '\t', r: '\r', '\\': '\\' }
  return cell.replaceAll(/\\(x[0-9a-f]{2}|u[0-9a-f]{4}|[ntr\\])/g, (_, code: string) =>
    code.length === 1 ? short[code]! : String.fromCharCode(Number.parseInt(code.slice(1), 16)),
  )
}

/** The cells of CSV, row by row (RFC 4180). */
export function cellsOfCsv(text: string): string[][] {
  return [...text.matchAll(/((?:"(?:[^"]|"")*"|[^",\r\n]*)(?:,(?:"(?:[^"]|"")*"|[^",\r\n]*))*)\r\n/g)].map(([, row]) =>
    [...row!.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^",]*))/g)].map(
      ([, quoted, bare]) => quoted?.replaceAll('""', '"') ?? bare!,
    ),
  )
}

/** What of a text may name a project: no control characters, no slashes. */
export function asName(text: string): string {
  return text
    .replaceAll(/[\p{Cc}/]/gu, '')
    .trim()
    .normalize('NFC')
}

/** What of a text may be a tag: no spaces, quotes, brackets or commas either. */
export function asTag(text: string): string {
  return `t${asName(text).replaceAll(/[\s,;"'`()[\]{}<>]/g, '')}`.normalize('NFC')
}
