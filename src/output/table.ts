import type { Paint } from './paint.ts'
import { safe } from './safe.ts'
import { type Tone, textOf, type View } from './view.ts'
import { type Measure, measureFor } from './width.ts'

const gap = 2

export interface TableOptions {
  readonly fields: readonly string[] | undefined
  /** Cells a line may take; undefined in a pipe, where nothing is ever cut. */
  readonly limit: number | undefined
  readonly paint: Paint
}

interface Column {
  readonly key: string
  readonly cells: readonly string[]
  readonly width: number
}

/**
 * Rows as aligned columns, in time linear in the rows (cli-table3 is quadratic). On a terminal, columns no row fills are
 * left out and the widest are cut until a line fits; ids are never cut.
 */
export async function* table(
  view: View<object>,
  rows: readonly object[],
  options: TableOptions,
): AsyncGenerator<string> {
  const keys = options.fields ?? view.columns
  const texts = keys.map((key) => rows.map((row) => safe(cellText(view, row, key))))
  const measure = await measureFor(texts.flat())
  const columns = keys
    .map((key, i) => toColumn(key, texts[i]!, measure))
    .filter(
      ({ cells }) => options.fields !== undefined || options.limit === undefined || cells.some((cell) => cell !== ''),
    )
  const widths = fit(columns, view.id, options.limit)
  yield `${line(
    columns.map(({ key }) => key),
    widths,
    measure,
    (_, text) => options.paint('strong', text),
  )}\n`
  for (const [i, row] of rows.entries()) {
    const tones = columns.map(({ key }) =>
      (view.tone as ((row: object, key: string) => Tone | undefined) | undefined)?.(row, key),
    )
    yield `${line(
      columns.map(({ cells }) => cells[i]!),
      widths,
      measure,
      (at, text) => options.paint(tones[at], text),
    )}\n`
  }
}

export function cellText(view: View<object>, row: object, key: string): string {
  const words = (view.words as Record<string, (row: object) => string> | undefined)?.[key]
  return words === undefined ? textOf((row as Record<string, unknown>)[key]) : words(row)
}

function toColumn(key: string, cells: readonly string[], measure: Measure): Column {
  let width = key.length
  for (const cell of cells) width = Math.max(width, measure.width(cell))
  return { key, cells, width }
}

/** The widths that fit: every column but the id is capped at one width, the largest that lets the line fit. */
function fit(columns: readonly Column[], id: string, limit: number | undefined): number[] {
  const natural = columns.map(({ width }) => width)
  if (limit === undefined) return natural
  const capped = (cap: number) => columns.map(({ key, width }) => (key === id ? width : Math.min(width, cap)))
  const total = (widths: readonly number[]) => widths.reduce((sum, width) => sum + width, gap * (widths.length - 1))
  let cap = Math.max(...natural, 1)
  if (total(natural) <= limit) return natural
  let low = 1
  while (low < cap) {
    const middle = Math.ceil((low + cap) / 2)
    if (total(capped(middle)) <= limit) low = middle
    else cap = middle - 1
  }
  const widths = capped(low)
  let spare = limit - total(widths)
  for (const [i, width] of natural.entries()) {
    const more = Math.min(Math.max(spare, 0), width - widths[i]!)
    widths[i]! += more
    spare -= more
  }
  return spare < 0 ? squeeze(widths, limit) : widths
}

/** Drops columns from the right when even one cell for each is too wide. */
function squeeze(widths: readonly number[], limit: number): number[] {
  const kept: number[] = []
  let used = -gap
  for (const width of widths) {
    used += width + gap
    if (used > limit && kept.length > 0) break
    kept.push(Math.min(width, limit))
  }
  return kept
}

function line(
  cells: readonly string[],
  widths: readonly number[],
  measure: Measure,
  paint: (at: number, text: string) => string,
): string {
  const last = widths.length - 1
  return widths
    .map((width, at) => {
      const text = measure.cut(cells[at]!, width)
      return paint(at, text) + (at === last ? '' : ' '.repeat(width - measure.width(text) + gap))
    })
    .join('')
}
