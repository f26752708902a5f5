import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'

/** Answers what is wrong with the files attached in a database: a row without its file, or a file that is not what its name says. */
export function badFiles(file: string): string | undefined {
  const store = `${file}.attachments`
  const names = existsSync(store)
    ? readdirSync(store, { recursive: true, encoding: 'utf8' }).filter((name) => /^..\/[0-9a-f]{64}$/.test(name))
    : []
  const altered = names.find((name) => {
    const hash = createHash('sha256')
      .update(readFileSync(join(store, name)))
      .digest('hex')
    return name !== `${hash.slice(0, 2)}/${hash}`
  })
  if (altered !== undefined) return `${store}/${altered} is not what its name says`
  const lacking = hashesIn(file).find((hash) => !names.includes(`${hash.slice(0, 2)}/${hash}`))
  return lacking === undefined ? undefined : `${file} has an attachment without its file ${lacking}`
}

/** Answers what is wrong with the files of the backups in a folder; each backup there has them all. */
export function badBackupFiles(folder: string): string | undefined {
  if (!existsSync(folder)) return undefined
  const backups = readdirSync(folder).filter((name) => name.endsWith('.db'))
  return backups.map((name) => badFiles(join(folder, name))).find((told) => told !== undefined)
}

function hashesIn(file: string): string[] {
  const handle = new Sqlite(file)
  try {
    return handle.prepare('select sha256 from task_attachments').pluck().all() as string[]
  } finally {
    handle.close()
  }
}
