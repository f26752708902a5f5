import { type RawBuilder, sql } from 'kysely'

/**
 * A list as one JSON parameter, so that ten thousand ids are one statement and never too many variables. SQLite's
 * json_each (sqlite.org/json1.html) stands here for PostgreSQL's `any($1)`, in `insertRows` for `json_to_recordset`.
 */
export function valuesOf<T extends number | string>(list: readonly T[]): RawBuilder<T> {
  return sql<T>`(select value from json_each(${JSON.stringify(list)}))`
}

/** Rows of one insert: few enough that their JSON is no burden, many enough that the statement's own cost is none. */
const chunk = 2000

/** A long list in pieces for one insert each. */
export function* chunksOf<T>(rows: Iterable<T>): Generator<readonly T[]> {
  let some: T[] = []
  for (const row of rows) {
    some.push(row)
    if (some.length < chunk) continue
    yield some
    some = []
  }
  if (some.length > 0) yield some
}
