import type { Database as Handle } from 'better-sqlite3'
import { counted } from '../domain/counted.ts'
import type { Finding } from './check.ts'
import { schemaVersion } from './identity.ts'
import { imageOf, journaledTables, quoteName, type TableShape } from './journal.ts'

/**
 * Holds the recorded history against itself and against the rows: every image is JSON, each change of a row begins where
 * the one before it ended, and every row is as its last change left it. That finds what integrity_check cannot: a bit
 * flipped inside a value (43 of 400 went unnoticed by it).
 */
export function historyHeld(handle: Handle): Finding[] {
  const unreadable = handle.prepare(unreadableChanges).pluck().get() as number
  if (unreadable > 0) return [problem(`${counted(unreadable, 'recorded change')} cannot be read`)]
  const broken = handle.prepare(brokenChains).pluck().all() as string[]
  if (broken.length > 0)
    return [problem(`the recorded changes of ${named(broken)} do not follow from one another: some were altered`)]
  const strange = journaledTables(handle).flatMap((table) =>
    (handle.prepare(changedUnrecorded(table)).pluck().all(schemaVersion(handle)) as string[]).map(
      (key) => `${table.name} ${key.slice(1, -1)}`,
    ),
  )
  return strange.length > 0
    ? [
        problem(
          `${named(strange)} ${strange.length === 1 ? 'is' : 'are'} not as larry left: changed by another program, or damaged`,
        ),
      ]
    : [{ check: 'history', status: 'ok', detail: 'every row is as its last recorded change left it' }]
}

const unreadableChanges = `select count(*) from changes
  where json_valid(before) = 0 or json_valid(after) = 0 or json_valid(row_key) = 0`

/** Rows one of whose changes does not begin with what the one before it left, as `table key`. */
const brokenChains = `select distinct table_name || ' ' || trim(row_key, '[]') from (
  select c.table_name, c.row_key, c.before, a.schema_version,
    lag(c.after) over rows_changes as left_behind, lag(c.id) over rows_changes as previous,
    lag(a.schema_version) over rows_changes as previous_version
  from changes c join actions a on a.id = c.action_id
  window rows_changes as (partition by c.table_name, c.row_key order by c.id)
) where previous is not null and schema_version = previous_version and before is not left_behind`

/** Keys of rows that are not as their last change left them; only changes of the present schema have images of its shape. Columns beside max() are those of its row (sqlite.org/lang_select.html 2.5). */
function changedUnrecorded(table: TableShape): string {
  const keys = table.key.map((column, at) => `r.${quoteName(column)} = n.row_key ->> ${at}`)
  return `with newest as (
    select c.row_key, c.after, a.schema_version, max(c.id) from changes c join actions a on a.id = c.action_id
    where c.table_name = '${table.name}' group by c.row_key
  )
  select n.row_key from newest n left join main.${quoteName(table.name)} r on ${keys.join(' and ')}
  where n.schema_version = ? and n.after is not iif(r.${quoteName(table.key[0]!)} is null, null, ${imageOf(table, 'r')})`
}

/** Up to three of them, and how many there are. */
function named(rows: readonly string[]): string {
  return rows.length > 3 ? `${rows.slice(0, 3).join(', ')} and ${rows.length - 3} more` : rows.join(', ')
}

function problem(detail: string): Finding {
  return { check: 'history', status: 'problem', detail }
}
