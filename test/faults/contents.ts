import { createHash } from 'node:crypto'
import { statSync } from 'node:fs'
import Sqlite from 'better-sqlite3'

interface Contents {
  /** What integrity_check and foreign_key_check have against it; none when it is sound. */
  readonly problems: readonly string[]
  /** One short text for all rows of all tables, the same for the same contents whatever the uids and instants. */
  readonly print: string
  readonly titles: readonly string[]
}

const uid = /\b[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}\b/g
const instant = /\b\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z/g

const sizeOf = (file: string) => statSync(file, { throwIfNoEntry: false })?.size ?? 0

/** Opens a database no program has open, which recovers it as the next larry would, and reads all of it. */
export function contentsOf(file: string): Contents {
  if (sizeOf(file) === 0)
    return { problems: sizeOf(`${file}-wal`) > 0 ? ['a log without its file'] : [], print: 'nothing', titles: [] }
  const handle = new Sqlite(file)
  try {
    const integrity = handle.prepare('pragma integrity_check').pluck().all() as string[]
    const keys = handle.pragma('foreign_key_check') as unknown[]
    const problems = [...integrity.filter((line) => line !== 'ok'), ...keys.map((broken) => JSON.stringify(broken))]
    const tables = handle.prepare("select name from sqlite_master where type = 'table' order by name").pluck().all()
    if (tables.length === 0) return { problems, print: 'nothing', titles: [] }
    const rows = tables.map((name) => [
      name,
      handle
        .prepare(`select * from "${String(name)}"`)
        .raw()
        .all(),
    ])
    const text = JSON.stringify([handle.pragma('user_version'), rows])
      .replaceAll(uid, 'uid')
      .replaceAll(instant, 'at')
    return {
      problems,
      print: createHash('sha256').update(text).digest('hex').slice(0, 12),
      titles: handle.prepare('select title from tasks order by id').pluck().all() as string[],
    }
  } finally {
    handle.close()
  }
}
