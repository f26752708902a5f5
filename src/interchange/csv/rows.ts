import { pipeline, Readable } from 'node:stream'
import { CsvError, type Options, parse } from 'csv-parse'
import { failureAt } from '../../domain/at-line.ts'
import type { Failure } from '../../domain/errors.ts'
import { separatorOf } from './header.ts'

/** A row of a table. */
export interface Row {
  /** From 1: the line on which it begins. */
  readonly line: number
  readonly cells: readonly string[]
}

/** More than any cell a person wrote, in bytes: a quote that is never closed ends here. */
const longestRow = 16 << 20

/** No header is longer, in characters: where a first line goes on, its beginning tells what separates its cells. */
const longestHeader = 1 << 20

/** The rows of a table, read with csv-parse; a line without any text is none. What is no CSV is refused with its line. What stands between cells is told by the first line, if nobody says it. */
export async function* rowsOf(pieces: Iterable<string>, separator?: '\t'): AsyncGenerator<Row> {
  const begun = firstLineOf(pieces)
  const said = /^sep=([,;\t])\r?\n?$/.exec(begun.line)?.[1]
  let next = said === undefined ? 1 : 2
  const options: Options<Row, string[]> = {
    delimiter: said ?? separator ?? separatorOf(begun.line),
    relax_column_count: true,
    max_record_size: longestRow,
    // Called as each row ends, so that `next` is right where the one after it cannot be read.
    on_record: (cells) => {
      const line = next
      next += 1 + cells.reduce((total, cell) => total + cell.split('\n').length - 1, 0)
      return cells.length === 1 && cells[0] === '' ? null : { line, cells }
    },
  }
  const parser = parse(options as unknown as Options)
  const text = said === undefined ? begun.pieces : withoutFirst(begun)
  pipeline(Readable.from(text), parser, () => {})
  try {
    yield* parser as AsyncIterable<Row>
  } catch (error) {
    throw error instanceof CsvError ? unreadable(error, next) : error
  }
}

interface Begun {
  readonly line: string
  readonly pieces: Iterable<string>
}

/** The first line with its end, as far as one piece after another holds it, and all pieces. */
function firstLineOf(pieces: Iterable<string>): Begun {
  const rest = pieces[Symbol.iterator]()
  let begin = ''
  for (let next = rest.next(); !next.done; next = rest.next()) {
    begin += next.value
    if (begin.includes('\n') || begin.length > longestHeader) break
  }
  const line = begin.slice(0, begin.indexOf('\n') + 1 || begin.length)
  const all = function* () {
    yield begin
    for (let next = rest.next(); !next.done; next = rest.next()) yield next.value
  }
  return { line, pieces: all() }
}

function* withoutFirst({ line, pieces }: Begun): Generator<string> {
  let skip = line.length
  for (const piece of pieces) {
    yield piece.slice(skip)
    skip = 0
  }
}

function unreadable(error: CsvError, line: number): Failure {
  const reasons: Record<string, string> = {
    CSV_QUOTE_NOT_CLOSED: 'a quote is not closed',
    CSV_INVALID_CLOSING_QUOTE: 'something follows a closing quote; quotes inside a cell are doubled',
    INVALID_OPENING_QUOTE: 'a quote stands inside a cell that does not begin with one',
    CSV_MAX_RECORD_SIZE: 'a row is longer than 16 MB: a quote may not be closed',
  }
  const reason = reasons[error.code] ?? error.message.split('\n')[0]!
  return failureAt(line, 'usage', reason, 'RFC 4180 says how quotes stand in CSV', { cause: error })
}
