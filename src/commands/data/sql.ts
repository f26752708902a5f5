import type { BareContext } from '../../cli/context.ts'
import { type Cell, openQuery } from '../../db/query/query.ts'
import { readQueryText } from '../../db/query/text.ts'
import { counted } from '../../domain/counted.ts'
import { Failure } from '../../domain/errors.ts'
import { readWhole } from '../../domain/whole-number.ts'
import { rowsOf } from '../../output/answers.ts'
import { reply } from '../../output/view.ts'
import { readLength } from '../remind/length.ts'
import { columnName, columnView, documentedColumns, queryRow, queryView, valueOf } from './sql-view.ts'
import { isWatched, watched } from './watched.ts'

export interface SqlOptions {
  readonly views?: true
  readonly file?: string
  readonly param?: readonly string[]
  readonly limit?: string
  readonly timeout?: string
}

export const answers = [rowsOf(queryView([]), { item: queryRow }), rowsOf(columnView, { when: '--views' })]

/** Asks with one SELECT, in a process of its own whose time and memory are bounded; without a query tells the views there are. */
export async function run(context: BareContext, words: readonly string[], options: SqlOptions) {
  const text = queryIn(context, words, options)
  const limit = readWhole('--limit', options.limit) ?? 10_000
  const time = readLength('--timeout', options.timeout ?? '30s')
  if (text === undefined) return reply(columnView, documentedColumns())
  readQueryText(text)
  if (!isWatched(context)) return watched(context, time)
  const { pages, close, ...query } = await openQuery(context.opening, text, options.param ?? [])
  const columns = query.columns.map(columnName)
  const warnings: string[] = []
  try {
    return reply(queryView(columns), told(columns, within(pages, limit, warnings)), { warnings })
  } catch (error) {
    close()
    throw error
  }
}

/** The query, from wherever it was given; undefined where the views are asked for. */
function queryIn({ input, literal }: BareContext, words: readonly string[], { views, file }: SqlOptions) {
  const typed = [...words, ...literal].filter((word) => input === undefined || word !== '-').join(' ')
  const given = [views && '--views', file !== undefined && '--file', typed !== '' && `"${typed}"`].filter(Boolean)
  if (given.length > 1) throw new Failure('usage', `${given.join(' and ')} are both given`, 'give one of them')
  if (views === true || (input === undefined && words.length + literal.length === 0)) return undefined
  return input?.join('\n') ?? typed
}

/** The first so many rows; says in `warnings`, read when all is written, that there are more, unless none is wanted. */
async function* within<T>(pages: AsyncIterable<readonly T[]>, limit: number, warnings: string[]) {
  let left = limit
  for await (const page of pages) {
    yield page.slice(0, left)
    if (page.length > left) {
      if (limit > 0) warnings.push(`the query has more than ${counted(limit, 'row')}: --limit says how many are wanted`)
      return
    }
    left -= page.length
  }
}

async function* told(columns: readonly string[], pages: AsyncIterable<readonly (readonly Cell[])[]>) {
  for await (const page of pages)
    yield page.map((cells) => Object.fromEntries(columns.map((name, at) => [name, valueOf(cells[at]!)])))
}
