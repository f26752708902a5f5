import { card } from './card.ts'
import { tableOrCards } from './cards.ts'
import { csv, ids, tsv } from './delimited.ts'
import { pickFields } from './fields.ts'
import { inLocalTime } from './local-time.ts'
import { groupedMarkdown, markdown, markdownCard } from './markdown.ts'
import type { Paint } from './paint.ts'
import { safe } from './safe.ts'
import { fill, type Template } from './template.ts'
import { allOf, keysOf, pagesOf, type Reply } from './view.ts'

export const formatNames = ['table', 'json', 'ndjson', 'csv', 'tsv', 'ids', 'md'] as const
/** Those, and rows in the words of --template. */
export type Format = (typeof formatNames)[number] | 'template'

/** True for the formats a program reads as JSON, which get their errors as JSON too. */
export function isJson(format: string | undefined): boolean {
  return format === 'json' || format === 'ndjson'
}

/** True for what people read rather than programs. */
function isForPeople(format: Format): boolean {
  return format === 'table' || format === 'md'
}

export interface FormatOptions {
  readonly format: Format
  readonly fields: readonly string[] | undefined
  readonly template: Template | undefined
  /** NUL after each record instead of a newline (ids, tsv, template). */
  readonly nul: boolean
  readonly header: boolean
  readonly spreadsheet: boolean
  readonly quiet: boolean
  readonly limit: number | undefined
  readonly paint: Paint
  /** An instant as the user's clock shows it. */
  readonly localTime: (instant: string) => string
}

/**
 * Gives a reply in the format asked for to `put`, piece by piece, and answers how many rows it has: the only place that
 * knows the formats apart.
 */
export async function write(given: Reply, options: FormatOptions, put: (text: string) => void): Promise<number> {
  const reply = {
    ...given,
    view: isForPeople(options.format) ? inLocalTime(given.view, options.localTime) : given.view,
  }
  const { view, rows, one } = reply
  const fields = pickFields(view, options.fields)
  if (reply.document !== undefined) {
    put(reply.document)
    return (await allOf(rows)).length
  }
  if (options.format === 'table') return writeTable(reply, { ...options, fields }, put)
  const only = one === true ? (rows as readonly object[])[0] : undefined
  if (one === true && options.format === 'json') {
    put(`${JSON.stringify(only === undefined ? null : pick(only, fields), null, 2)}\n`)
    return only === undefined ? 0 : 1
  }
  if (only !== undefined && options.format === 'md') {
    put(markdownCard(view, only, fields))
    return 1
  }
  let count = 0
  if (options.format === 'ndjson' && reply.jsonLines !== undefined) {
    for await (const lines of reply.jsonLines(fields ?? keysOf(view))) {
      if (lines.length > 0) put(`${lines.join('\n')}\n`)
      count += lines.length
    }
    return count
  }
  const { head, page, end } = pagesIn(reply, options, fields)
  put(head)
  for await (const some of pagesOf(rows)) {
    if (some.length > 0) put(page(some, count === 0))
    count += some.length
  }
  if (options.format === 'md') put(page(reply.foot ?? [], false))
  put(end(count))
  return count
}

/** How a list is written: what comes before and after, and a page of it. */
interface Writing {
  readonly head: string
  readonly page: (rows: readonly object[], isFirst: boolean) => string
  readonly end: (count: number) => string
}

function pagesIn(
  { view, group }: Reply,
  { format, template = [], nul, header, spreadsheet }: FormatOptions,
  fields: readonly string[] | undefined,
): Writing {
  const end = nul ? '\0' : '\n'
  const nothing = () => ''
  const lines = (line: (row: object) => string, head = ''): Writing => ({
    head,
    page: (rows) => rows.map(line).join(''),
    end: nothing,
  })
  switch (format) {
    case 'json':
      return {
        head: '[',
        // A page is an array less its brackets.
        page: (rows, isFirst) =>
          `${isFirst ? '' : ','}${JSON.stringify(fields === undefined ? rows : rows.map((row) => pick(row, fields)), null, 2).slice(1, -2)}`,
        end: (count) => (count === 0 ? ']\n' : '\n]\n'),
      }
    case 'ndjson':
      return lines((row) => `${JSON.stringify(pick(row, fields))}\n`)
    case 'csv':
      return lines(...csv(view, { fields, spreadsheet }))
    case 'tsv':
      return lines(...tsv(view, { fields, header, end }))
    case 'md':
      return lines(...(group === undefined ? markdown(view, fields) : groupedMarkdown(view, fields, group)))
    case 'ids':
      return lines(...ids(view, end))
    case 'template':
      return lines((row) => `${fill(template, row)}${end}`)
    case 'table':
      throw new Error('a table is not written a page at a time: its columns are as wide as their widest cell')
  }
}

async function writeTable(
  { view, rows, one, sentences, group, groupSize, picture, foot = [] }: Reply,
  options: FormatOptions,
  put: (text: string) => void,
): Promise<number> {
  const isAsked = sentences === undefined || options.fields !== undefined
  const all = isAsked ? await allOf(rows) : []
  if (!options.quiet && (!isAsked || all.length === 0))
    for (const sentence of sentences ?? []) put(`${safe(sentence)}\n`)
  if (one === true && all.length > 0) put(await card(view, all[0]!, options))
  else if (all.length > 0)
    for await (const text of tableOrCards(view, [...all, ...foot], { ...options, group, groupSize })) put(text)
  if (picture !== undefined) put(`\n${picture(options)}`)
  return all.length
}

function pick(row: object, fields: readonly string[] | undefined): object {
  if (fields === undefined) return row
  return Object.fromEntries(fields.map((field) => [field, (row as Record<string, unknown>)[field] ?? null]))
}
