import { safe } from './safe.ts'
import { cellText } from './table.ts'
import { keysOf, type View } from './view.ts'

/** A cell of a table in GitHub Flavored Markdown (github.github.com/gfm, 4.10): one line in which no character means markup. */
function cell(text: string): string {
  return text
    .split('\n')
    .map((line) => safe(line).replaceAll(/[\\`*_[\]<>|~&]/g, '\\$&'))
    .join('<br>')
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |\n`
}

/** Rows as a Markdown table: how one of them is written, and its head. */
export function markdown(
  view: View<object>,
  fields: readonly string[] | undefined,
): readonly [line: (row: object) => string, head: string] {
  const keys = fields ?? view.columns
  const head = row(keys) + row(keys.map(() => '---'))
  return [(one) => row(keys.map((key) => cell(cellText(view, one, key)))), head]
}

/** As `markdown`, a heading and a table for each run of rows of one group. */
export function groupedMarkdown(
  view: View<object>,
  fields: readonly string[] | undefined,
  group: (row: object) => string,
): readonly [line: (row: object) => string, head: string] {
  const [line, head] = markdown(view, fields)
  let current: string | undefined
  const heading = (name: string) =>
    `${current === undefined ? '' : '\n'}## ${cell(name).replaceAll('#', '\\#')}\n\n${head}`
  return [
    (one) => {
      const name = group(one)
      if (name === current) return line(one)
      const above = heading(name)
      current = name
      return above + line(one)
    },
    '',
  ]
}

/** One thing, a line for each key that has a value. */
export function markdownCard(view: View<object>, one: object, fields: readonly string[] | undefined): string {
  const lines = (fields ?? keysOf(view))
    .map((key) => [key, cell(cellText(view, one, key))] as const)
    .filter(([, text]) => fields !== undefined || text !== '')
  return row(['field', 'value']) + row(['---', '---']) + lines.map(row).join('')
}
