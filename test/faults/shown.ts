import Sqlite, { type Database as Handle } from 'better-sqlite3'
import type { Bench } from '../support/larry.ts'

type Rows = Readonly<Record<string, readonly string[]>>

/** Every row of every table, each as text, read past larry; a table that cannot be read says so in one row. */
export function rowsIn(file: string): Rows {
  const handle = new Sqlite(file, { readonly: true, fileMustExist: true })
  try {
    return Object.fromEntries(tablesOf(handle).map((name) => [name, readRows(handle, name)]))
  } catch (error) {
    return { schema: [String(error)] }
  } finally {
    handle.close()
  }
}

function tablesOf(handle: Handle): string[] {
  return handle.prepare("select name from sqlite_master where type = 'table' order by name").pluck().all() as string[]
}

function readRows(handle: Handle, table: string): string[] {
  try {
    return (handle.prepare(`select * from "${table}"`).raw().all() as unknown[][]).map((row) => JSON.stringify(row))
  } catch (error) {
    return [String(error)]
  }
}

/** A row of each table that one has and the other not: what a damage made of the data. */
export function changedRows(before: Rows, after: Rows): string[] {
  const tables = [...new Set([...Object.keys(before), ...Object.keys(after)])]
  return tables.flatMap((table) => {
    const [was, is] = [before[table] ?? [], after[table] ?? []]
    const [gone, come] = [was.filter((row) => !is.includes(row)), is.filter((row) => !was.includes(row))]
    return gone.length + come.length === 0 ? [] : [`${table}: ${parting(gone[0] ?? '', come[0] ?? '')}`]
  })
}

/** All that larry shows of a file: every task and action, a few cards, and every change of `actions`. A verb that fails is part of it, with its words. */
export async function shown({ larry }: Bench, actions: readonly number[]): Promise<string> {
  const lines = [
    ['list', '--all', '--sort', 'id', '--json'],
    ['list', '--ids'],
    ['history', 'list', '--json'],
    ['tag', 'list', '--json'],
    ...['1', '7', '200'].map((id) => ['show', id, '--json']),
    ...actions.map((id) => ['history', 'show', String(id), '--json']),
  ]
  const parts: string[] = []
  for (const argv of lines) {
    const { code, stdout, stderr } = await larry(...argv)
    parts.push(`larry ${argv.join(' ')}: ${code} ${stderr}\n${stdout}`)
  }
  return parts.join('\n')
}

/** Where two texts part, with a little of each. */
export function parting(one: string, other: string): string {
  let at = 0
  while (at < one.length && one[at] === other[at]) at++
  const around = (text: string) => JSON.stringify(text.slice(Math.max(at - 40, 0), at + 20))
  return `${around(one)} became ${around(other)}`
}
