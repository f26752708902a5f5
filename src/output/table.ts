import { type Grouped, headingsOf } from './headings.ts'
import type { Paint } from './paint.ts'
import { safe } from './safe.ts'
import { type Tone, textOf, type View } from './view.ts'
import { cut, type Measure, measureFor } from './width.ts'

const gap = 2

/** Cells of a column below which nobody can tell what it says. */
const readable = 6

export interface TableOptions extends Grouped {
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
 * left out and the widest are cut until a line fits; ids are never cut. Columns that somebody asked for are all there:
 * undefined where a line has no room for them.
 */
export async function table(
  view: View<object>,
  rows: readonly object[],
  options: TableOptions,
): Promise<Iterable<string> | undefined> {
  const isAsked = options.fields !== undefined || view.isAsked === true
  const keys = options.fields ?? view.columns
  const texts = keys.map((key) => rows.map((row) => safe(cellText(view, row, key))))
  const measure = await measureFor(texts.flat())
  const columns = keys
    .map((key, i) => toColumn(key, texts[i]!, measure))
    .filter(({ cells }) => isAsked || options.limit === undefined || cells.some((cell) => cell !== ''))
  const widths = fit(columns, view.isNamed === true ? undefined : view.id, options.limit)
  if (isAsked && columns.some(({ width }, at) => (widths[at] ?? 0) < Math.min(width, readable))) return undefined
  const headings = await headingsOf(rows, options)
  return linesOf(view, rows, { columns, widths, measure, headings, paint: options.paint })
}

interface Layout {
  readonly columns: readonly Column[]
  readonly widths: readonly number[]
  readonly measure: Measure
  /** By the row above which they stand. */
  readonly headings: ReadonlyMap<number, string>
  readonly paint: Paint
}

function* linesOf(
  view: View<object>,
  rows: readonly object[],
  { columns, widths, measure, headings, paint }: Layout,
): Generator<string> {
  const names = columns.map(({ key }) => key)
  yield `${line(names, widths, measure, (_, text) => paint('strong', text))}\n`
  for (const [i, row] of rows.entries()) {
    const heading = headings.get(i)
    if (heading !== undefined) yield `\n${paint('strong', heading)}\n`
    const tones = columns.map(({ key }) =>
      (view.tone as ((row: object, key: string) => Tone | undefined) | undefined)?.(row, key),
    )
    yield `${line(
      columns.map(({ cells }) => cells[i]!),
      widths,
      measure,
      (at, text) => paint(tones[at], text),
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

/**
 * How narrow columns may get, gentlest first: those up to `whole` cells stay whole, wider ones are cut to `most`, and the
 * last, which is prose, takes the rest but at least `prose`.
 */
const steps = [
  { whole: 16, most: 24, prose: 24 },
  { whole: 16, most: 16, prose: 24 },
  { whole: 16, most: 10, prose: 20 },
  { whole: 16, most: 6, prose: 8 },
  { whole: 11, most: 8, prose: 16 },
  { whole: 10, most: 8, prose: 14 },
  { whole: 10, most: 4, prose: 12 },
  { whole: 10, most: 3, prose: 8 },
]

/** The widths at which a line fits. The id is never cut. */
function fit(columns: readonly Column[], id: string | undefined, limit: number | undefined): number[] {
  const natural = columns.map(({ width }) => width)
  const total = (widths: readonly number[]) => widths.reduce((sum, width) => sum + width, gap * (widths.length - 1))
  if (limit === undefined || total(natural) <= limit) return natural
  const last = natural.length - 1
  for (const { whole, most, prose } of steps) {
    const widths = columns.map(({ key, width }) => (key === id || width <= whole ? width : Math.min(width, most)))
    const rest = limit - total(widths.slice(0, last)) - (last === 0 ? 0 : gap)
    if (rest >= Math.min(natural[last]!, prose)) return [...widths.slice(0, last), Math.min(natural[last]!, rest)]
  }
  const capped = (cap: number) => columns.map(({ key, width }) => (key === id ? width : Math.min(width, cap)))
  let cap = 16
  while (cap > 1 && total(capped(cap)) > limit) cap--
  return total(capped(cap)) > limit ? squeeze(capped(cap), limit) : capped(cap)
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
      const text = cut(cells[at]!, width, measure)
      return paint(at, text) + (at === last ? '' : ' '.repeat(width - measure.width(text) + gap))
    })
    .join('')
}
