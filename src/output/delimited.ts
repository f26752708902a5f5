import { safe } from './safe.ts'
import { textOf, type View } from './view.ts'

function cells(view: View<object>, row: object, fields: readonly string[] | undefined): string[] {
  return (fields ?? view.columns).map((key) => textOf((row as Record<string, unknown>)[key]))
}

/** A value of a row on one line, whatever it holds: tab, newline and backslash are escaped, and what could drive a terminal. */
function cellOf(row: object, key: string): string {
  return safe(textOf((row as Record<string, unknown>)[key]).replaceAll('\\', '\\\\'))
}

/** How a row is written, and what stands before the first. */
type Delimited = readonly [line: (row: object) => string, head: string]

/** CSV as RFC 4180 has it: header, CRLF, quotes doubled. `spreadsheet` puts `'` before what a spreadsheet would run as a formula. */
export function csv(
  view: View<object>,
  { fields, spreadsheet }: { fields: readonly string[] | undefined; spreadsheet: boolean },
): Delimited {
  const quote = (text: string) => (/[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
  const guard = (text: string) => (spreadsheet && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text)
  return [
    (row) =>
      `${cells(view, row, fields)
        .map((text) => quote(guard(text)))
        .join(',')}\r\n`,
    `${(fields ?? view.columns).join(',')}\r\n`,
  ]
}

/** Tab-separated values, one row a line. */
export function tsv(
  view: View<object>,
  { fields, header, end }: { fields: readonly string[] | undefined; header: boolean; end: string },
): Delimited {
  const keys = fields ?? view.columns
  return [(row) => `${keys.map((key) => cellOf(row, key)).join('\t')}${end}`, header ? `${keys.join('\t')}${end}` : '']
}

/** Ids alone, a record each; a row that has none, a habit among the tasks of today, is left out. */
export function ids(view: View<object>, end: string): Delimited {
  const idOf = (row: object) => (row as Record<string, unknown>)[view.id]
  return [(row) => (idOf(row) === null ? '' : `${textOf(idOf(row))}${end}`), '']
}
