import { card } from './card.ts'
import { headingsOf } from './headings.ts'
import { type TableOptions, table } from './table.ts'
import type { View } from './view.ts'

/** Rows as a table, or where a line has no room for the columns asked for, as a card each. */
export async function* tableOrCards(
  view: View<object>,
  rows: readonly object[],
  options: TableOptions,
): AsyncGenerator<string> {
  yield* (await table(view, rows, options)) ?? cards(view, rows, options)
}

/** A card for each row, all of its fields, an empty line between them. */
async function* cards(view: View<object>, rows: readonly object[], options: TableOptions): AsyncGenerator<string> {
  const headings = await headingsOf(rows, options)
  const fields = options.fields ?? view.columns
  for (const [i, row] of rows.entries()) {
    const heading = headings.get(i)
    if (i > 0) yield '\n'
    if (heading !== undefined) yield `${options.paint('strong', heading)}\n`
    yield await card(view, row, { ...options, fields })
  }
}
