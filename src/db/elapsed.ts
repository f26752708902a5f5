import { type RawBuilder, sql } from 'kysely'

/** Whole milliseconds of an instant since 1970 (sqlite.org/lang_datefunc.html: `subsec` keeps three digits). */
function milliseconds(instant: RawBuilder<unknown>): RawBuilder<number> {
  return sql`cast(round(unixepoch(${instant}, 'subsec') * 1000) as integer)`
}

/** Whole milliseconds from one instant to another, none where a clock went backwards. */
export function elapsedMs(from: RawBuilder<unknown>, to: RawBuilder<unknown>): RawBuilder<number> {
  return sql`max(${milliseconds(to)} - ${milliseconds(from)}, 0)`
}
