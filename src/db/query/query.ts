import type { Statement } from 'better-sqlite3'
import { type OpenOptions, openToRead, type Store } from '../open.ts'
import { complaintOf } from './complaint.ts'
import { readParameters } from './parameters.ts'
import { onlyAsks, readQueryText } from './text.ts'

/** A page has at most so many rows, and no more once their text and bytes are as many as this. */
const pageSize = 1000
const heavy = 1 << 20

/** A value as SQLite holds it, whole numbers without loss. */
export type Cell = bigint | number | string | Buffer | null

export interface Query {
  /** As SQLite names them: nothing keeps two from being called the same. */
  readonly columns: readonly string[]
  /** The rows, a page at a time, each a list of values; the file is let go of after the last. */
  readonly pages: AsyncIterable<readonly (readonly Cell[])[]>
  /** Lets go of the file, for a query whose rows are not wanted after all. */
  readonly close: () => void
}

/**
 * Prepares one statement that only reads, with `given` for its parameters, `name=value` each, on a handle that cannot write.
 * What SQLite says against it is a usage failure, also while the rows come.
 */
export async function openQuery(opening: OpenOptions, text: string, given: readonly string[]): Promise<Query> {
  const told = readQueryText(text)
  const values = Object.fromEntries(readParameters(given, told.parameters))
  const store = await openToRead(opening)
  const saying = <T>(ask: () => T): T => {
    try {
      return ask()
    } catch (error) {
      store.close()
      throw complaintOf(error, told) ?? error
    }
  }
  const statement = saying(() => prepare(store, text))
  return {
    columns: statement.columns().map(({ name }) => name),
    pages: observed(pagesOf(statement, values, store, saying), text, opening),
    close: () => {
      store.close()
    },
  }
}

/** A file that had to be made or migrated first is open for writing: query_only (sqlite.org/pragma.html) holds for every file. */
function prepare({ handle }: Store, text: string): Statement {
  handle.pragma('query_only = ON')
  const statement = handle.prepare(text)
  if (!statement.readonly || !statement.reader) throw onlyAsks('larry sql asks, and the query would change the file')
  return statement.raw().safeIntegers()
}

async function* pagesOf(
  statement: Statement,
  values: object,
  store: Store,
  saying: <T>(ask: () => T) => T,
): AsyncGenerator<readonly (readonly Cell[])[]> {
  const rows = saying(() => statement.iterate(values)) as IterableIterator<readonly Cell[]>
  try {
    for (let isLast = false; !isLast; ) {
      const page: (readonly Cell[])[] = []
      let weight = 0
      while (!isLast && page.length < pageSize && weight < heavy) {
        const { done, value } = saying(() => rows.next())
        if (done === true) isLast = true
        else {
          page.push(value)
          weight += weightOf(value)
        }
      }
      yield page
    }
  } finally {
    rows.return?.()
    store.close()
  }
}

function weightOf(row: readonly Cell[]): number {
  return row.reduce<number>(
    (sum, cell) => sum + (typeof cell === 'string' || Buffer.isBuffer(cell) ? cell.length : 0),
    0,
  )
}

/** Tells whoever watches statements how long this one took, without the time its rows waited to be written. */
async function* observed<T>(pages: AsyncIterable<readonly T[]>, text: string, { observer }: OpenOptions) {
  const elapsed = observer?.elapsed ?? (() => 0)
  let [ms, count, start] = [0, 0, elapsed()]
  for await (const page of pages) {
    ms += elapsed() - start
    count += page.length
    yield page
    start = elapsed()
  }
  observer?.saw(text, ms, count)
}
