import { card } from './card.ts'
import { csv, tsv } from './delimited.ts'
import { pickFields } from './fields.ts'
import type { Paint } from './paint.ts'
import { safe } from './safe.ts'
import { table } from './table.ts'
import { type Reply, textOf } from './view.ts'

export const formatNames = ['table', 'json', 'ndjson', 'csv', 'tsv', 'ids'] as const
export type Format = (typeof formatNames)[number]

/** True for the formats a program reads as JSON, which get their errors as JSON too. */
export function isJson(format: string | undefined): boolean {
  return format === 'json' || format === 'ndjson'
}

export interface FormatOptions {
  readonly format: Format
  readonly fields: readonly string[] | undefined
  /** NUL after each record instead of a newline (ids, tsv). */
  readonly nul: boolean
  readonly header: boolean
  readonly spreadsheet: boolean
  readonly quiet: boolean
  readonly limit: number | undefined
  readonly paint: Paint
}

/** Writes a reply in the format asked for, piece by piece: the only place that knows the formats apart. */
export async function* write(reply: Reply, options: FormatOptions): AsyncGenerator<string> {
  const { view, rows, one } = reply
  const fields = pickFields(view, options.fields)
  const end = options.nul ? '\0' : '\n'
  switch (options.format) {
    case 'json': {
      const values = rows.map((row) => pick(row, fields))
      yield `${JSON.stringify(one === true ? values[0] : values, null, 2)}\n`
      return
    }
    case 'ndjson':
      for (const row of rows) yield `${JSON.stringify(pick(row, fields))}\n`
      return
    case 'csv':
      yield* csv(view, rows, { fields, spreadsheet: options.spreadsheet })
      return
    case 'tsv':
      yield* tsv(view, rows, { fields, header: options.header, end })
      return
    case 'ids':
      for (const row of rows) yield `${textOf((row as Record<string, unknown>)[view.id])}${end}`
      return
    case 'table':
      if (reply.sentences !== undefined) {
        if (!options.quiet) for (const sentence of reply.sentences) yield `${safe(sentence)}\n`
      } else if (one === true) yield await card(view, rows[0]!, { ...options, fields })
      else if (rows.length > 0) yield* table(view, rows, { ...options, fields })
  }
}

function pick(row: object, fields: readonly string[] | undefined): object {
  if (fields === undefined) return row
  return Object.fromEntries(fields.map((field) => [field, (row as Record<string, unknown>)[field] ?? null]))
}
