import { type RawBuilder, sql } from 'kysely'

/**
 * A list as one JSON parameter, so that ten thousand ids are one statement and never too many variables. The one place
 * where SQLite's json_each (sqlite.org/json1.html) stands for what PostgreSQL writes `any($1)`.
 */
export function valuesOf<T extends number | string>(list: readonly T[]): RawBuilder<T> {
  return sql<T>`(select value from json_each(${JSON.stringify(list)}))`
}

/** Rows of one insert: with up to 65 columns below SQLite's 32,766 variables (sqlite.org/limits.html). */
const chunk = 500

/** A long list in pieces that fit into one insert each. */
export function* chunksOf<T>(rows: readonly T[]): Generator<readonly T[]> {
  for (let at = 0; at < rows.length; at += chunk) yield rows.slice(at, at + chunk)
}
