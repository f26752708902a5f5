import { documentedViews, valueTypes } from '../../db/query/documented.ts'
import type { Cell } from '../../db/query/query.ts'
import { Failure } from '../../domain/errors.ts'
import { safe } from '../../output/safe.ts'
import { among, mapOf, type Type, text } from '../../output/types.ts'
import { textOf, type View } from '../../output/view.ts'

/** A column of a view made to be asked. */
interface ViewColumn {
  readonly view: string
  readonly column: string
  readonly type: (typeof valueTypes)[number]
  readonly about: string
}

export const columnView: View<ViewColumn> = {
  singular: 'column',
  plural: 'columns',
  types: { view: text, column: text, type: among(valueTypes), about: text },
  columns: ['view', 'column', 'type', 'about'],
  id: 'column',
}

/** The views of the database and their columns, in the order `select *` gives them. */
export function documentedColumns(): ViewColumn[] {
  return Object.entries(documentedViews).flatMap(([view, columns]) =>
    Object.entries(columns).map(([column, [type, about]]) => ({ view, column, type, about })),
  )
}

/** What JSON can say of a value: of a whole number no double holds its digits, of bytes their hexadecimal digits. */
type Told = string | number | null

const told: Type<Told> = { schema: { type: ['string', 'number', 'null'] } }

/** A row of a query: its keys are the names of the columns. */
export const queryRow = mapOf(told)

/** Rows of a query: keys are the names of its columns, of which no two may be the same. Times are shown as they are stored. */
export function queryView(columns: readonly string[]): View<Record<string, Told>> {
  const twice = columns.find((name, at) => columns.indexOf(name) < at)
  if (twice !== undefined)
    throw new Failure('usage', `two columns are called "${twice}"`, `name one of them: ... as other_${twice}`)
  return {
    singular: 'row',
    plural: 'rows',
    types: Object.fromEntries(columns.map((name) => [name, told])),
    columns,
    id: columns.includes('id') ? 'id' : columns[0]!,
    isAsked: true,
    words: Object.fromEntries(columns.map((name) => [name, (row) => textOf(row[name])])),
  }
}

/** What SQLite calls a column, which may be the whole expression, on one line. */
export function columnName(name: string): string {
  return safe(name.replaceAll(/\s+/g, ' '))
}

/** A value as every format can tell it. */
export function valueOf(cell: Cell): Told {
  if (typeof cell === 'bigint') return Number.isSafeInteger(Number(cell)) ? Number(cell) : cell.toString()
  if (typeof cell === 'number') return Number.isFinite(cell) ? cell : String(cell)
  return cell === null || typeof cell === 'string' ? cell : hex(cell)
}

function hex(bytes: Buffer): string {
  if (bytes.length > 1 << 26)
    throw new Failure(
      'usage',
      `a value of ${bytes.length} bytes is too large to show`,
      'length(...) tells how long it is',
    )
  return bytes.toString('hex')
}
