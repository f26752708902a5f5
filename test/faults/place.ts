import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Sqlite, { type Database } from 'better-sqlite3'
import { main } from '../../src/cli/main.ts'
import { moment, runtimeIn } from '../support/runtime.ts'
import type { Line } from './lines.ts'

export interface Ran {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
  /** Time of the processor, not of the clock: others may be at work too. */
  readonly ms: number
}

/** A folder with a database that many lines run on, and an eye on what they change. */
export interface Place {
  readonly folder: string
  readonly file: string
  /** Runs a line in this process, each a second after the one before. */
  readonly run: (line: Line) => Promise<Ran>
  /** Changes whenever anybody commits to the database. */
  readonly version: () => number
  /** Every row of every table, as text. */
  readonly content: () => string
  /** What `list --all --json` says. */
  readonly tasks: () => Promise<string>
  /** The newest entry of the history, 0 when there is none. */
  readonly lastAction: () => { readonly id: number; readonly kind: string }
  /** The database and the folder as they were at first. */
  readonly renew: () => void
  readonly remove: () => void
}

const quiet: Omit<Line, 'argv'> = { stdin: '', env: {} }

/** A line with nothing around it. */
export function plainLine(...argv: string[]): Line {
  return { argv, ...quiet }
}

const everything = plainLine('list', '--all', '--sort', 'id', '--json')

/** A place with this database in it. Nothing is synced to disk: what is at stake is not the power. */
export function placeFrom(database: Uint8Array): Place {
  const folder = mkdtempSync(join(tmpdir(), 'larry-lines-'))
  const file = join(folder, 'larry.db')
  let seconds = 0
  let eye: Database | undefined
  let told: { version: number; tasks: string } | undefined
  let seen: { version: number; content: string } | undefined
  const look = () => (eye ??= new Sqlite(file, { readonly: true }))
  const close = () => {
    eye?.close()
    eye = undefined
    seen = undefined
    told = undefined
  }
  const place: Place = {
    folder,
    file,
    run: async ({ argv, ...options }) => {
      const now = new Date(Date.parse(moment) + 1000 * seconds++).toISOString()
      // On a terminal some lines open an editor: not the machine's own, which would wait for a person.
      const ran = runtimeIn(place, { ...options, env: { EDITOR: 'true', ...options.env }, now })
      const start = process.cpuUsage()
      const code = await main(argv, ran.runtime)
      const { user, system } = process.cpuUsage(start)
      return { code, stdout: ran.stdout(), stderr: ran.stderr(), ms: (user + system) / 1000 }
    },
    version: () => look().pragma('data_version', { simple: true }) as number,
    content: () => {
      const version = place.version()
      if (seen?.version !== version) seen = { version, content: contentOf(look()) }
      return seen.content
    },
    tasks: async () => {
      const version = place.version()
      if (told?.version !== version) told = { version, tasks: (await place.run(everything)).stdout }
      return told.tasks
    },
    lastAction: () => lastActionOf(look()),
    renew: () => {
      close()
      seconds = 0
      rmSync(folder, { recursive: true, force: true })
      mkdirSync(join(folder, '.config', 'larry'), { recursive: true })
      mkdirSync(join(folder, 'folder'))
      writeFileSync(join(folder, '.config', 'larry', 'config.toml'), 'durability = "normal"\n')
      writeFileSync(join(folder, 'lines.txt'), 'Read +home\n3\nPay due:fri\n')
      writeFileSync(file, database)
    },
    remove: () => {
      close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
  place.renew()
  return place
}

function contentOf(eye: Database): string {
  const tables = eye
    .prepare("select name from sqlite_master where type = 'table' and name not like '%migration%' order by name")
    .pluck()
    .all() as string[]
  // A column an upgrade adds is null in every row, and no change of what is there.
  const known = (row: unknown) => Object.entries(row as object).filter(([, value]) => value !== null)
  const rows = tables.map((table) => [table, eye.prepare(`select * from "${table}"`).all().map(known)])
  return JSON.stringify(rows.filter(([, all]) => all!.length > 0))
}

function lastActionOf(eye: Database): { id: number; kind: string } {
  const kept = eye.prepare("select 1 from sqlite_master where name = 'actions'").get() !== undefined
  const last = kept ? eye.prepare('select id, kind from actions order by id desc limit 1').get() : undefined
  return (last ?? { id: 0, kind: '' }) as { id: number; kind: string }
}
