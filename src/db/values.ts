import { type RawBuilder, sql } from 'kysely'

/**
 * A list as one JSON parameter, so that ten thousand ids are one statement and never too many variables. The one place
 * where SQLite's json_each (sqlite.org/json1.html) stands for what PostgreSQL writes `any($1)`.
 */
export function valuesOf<T extends number | string>(list: readonly T[]): RawBuilder<T> {
  return sql<T>`(select value from json_each(${JSON.stringify(list)}))`
}
