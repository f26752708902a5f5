import { existsSync, realpathSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Config } from '../domain/config.ts'
import { Failure, unknown } from '../domain/errors.ts'
import { zoneSaid } from '../domain/said.ts'
import type { Clock } from '../domain/when/clock.ts'
import { knownYears, requireYear } from '../domain/when/years.ts'
import { namedZone, systemZone } from '../domain/when/zone.ts'
import { readFields } from '../output/fields.ts'
import { type Format, formatNames } from '../output/formats.ts'
import { keysIn, readTemplate, type Template } from '../output/template.ts'
import { readConfig } from './config.ts'
import type { Globals } from './globals.ts'
import { type Paths, pathsOf } from './paths.ts'
import type { Runtime } from './runtime.ts'

/** What a run was told, each from flag, else environment, else config, else the default. */
export interface Settings {
  /** Absolute path of the database, unchecked; `makeFolder` when it is the default place. */
  readonly file: string
  readonly makeFolder: boolean
  /** Absolute path of the working folder, which file names are read from. */
  readonly cwd: string
  readonly paths: Paths
  /** Whether it exists or not; none where there is no home. */
  readonly configFile: string | undefined
  readonly config: Config
  readonly format: Format
  /** The format was asked for, not guessed from the stream. */
  readonly formatGiven: boolean
  /** Those of --fields, or those a template names. */
  readonly fields: readonly string[] | undefined
  readonly template: Template | undefined
  readonly globals: Globals
  readonly profile: boolean
  readonly noInput: boolean
  readonly dryRun: boolean
  readonly yes: boolean
  readonly clock: Clock
  /** Reads the clock anew: a command that had to wait for its turn happens when its turn has come. */
  readonly readClock: () => Clock
}

/** With `anyConfig`, for a command that a broken config does not stop, such a one is none. */
export async function readSettings(
  globals: Globals,
  runtime: Runtime,
  { anyConfig = false }: { readonly anyConfig?: boolean } = {},
): Promise<Settings> {
  const { env } = runtime
  const paths = pathsOf(runtime)
  const configFile = paths.config && join(paths.config, 'config.toml')
  const config = await readConfig(configFile, anyConfig)
  const given = givenFormat(globals, env)
  const readClock = clockOf(globals, runtime, config)
  const format = given ?? (runtime.stdout.isTTY ? 'table' : 'tsv')
  const template = globals.template === undefined ? undefined : readTemplate(globals.template)
  return {
    ...place(globals, runtime, paths),
    cwd: runtime.cwd,
    paths,
    configFile,
    config,
    format,
    formatGiven: given !== undefined,
    fields: template === undefined ? readFields(globals.fields, format) : keysIn(template),
    template,
    globals,
    profile: globals.profile === true || isSet(env['LARRY_PROFILE']),
    noInput: globals.input === false || isSet(env['LARRY_NO_INPUT']),
    dryRun: globals.dryRun === true,
    yes: globals.yes === true,
    clock: readClock(),
    readClock,
  }
}

/** A switch in the environment is on unless empty, `0` or `false`. */
export function isSet(value: string | undefined): boolean {
  return value !== undefined && value !== '' && value !== '0' && value !== 'false'
}

/** Where the database is, and whether its folder may be made. */
export function place(
  globals: Pick<Globals, 'db'>,
  { env, cwd }: Runtime,
  paths: Paths,
): { file: string; makeFolder: boolean } {
  const named = globals.db ?? env['LARRY_DB']
  if (named === undefined) return { file: realFile(join(paths.data, 'larry.db')), makeFolder: true }
  const asIs = named.trim() === '' || named === ':memory:' || named.startsWith('file:')
  return { file: asIs ? named : realFile(resolve(cwd, named)), makeFolder: false }
}

/** The file a link leads to: SQLite keeps -wal and -shm beside that one. */
function realFile(file: string): string {
  return existsSync(file) ? realpathSync(file) : file
}

function givenFormat({ format, json, ids, template, fields }: Globals, env: Runtime['env']): Format | undefined {
  const flags = [format, json && 'json', ids && 'ids', template !== undefined && 'template'].filter(Boolean)
  if (new Set(flags).size > 1) throw new Failure('usage', `two formats are asked for: ${flags.join(' and ')}`)
  if (template !== undefined && fields !== undefined)
    throw new Failure('usage', '--template and --fields are both given', 'a template names its fields itself')
  if (flags.length > 0) return flags[0] as Format
  const named = env['LARRY_FORMAT']
  if (named === undefined || named === '') return undefined
  const known = formatNames.find((name) => name === named)
  if (known === undefined) throw unknown('format in LARRY_FORMAT', named, formatNames)
  return known
}

function clockOf(globals: Globals, runtime: Runtime, config: Config): () => Clock {
  const said = zoneSaid(globals.tz, runtime.env, config)
  const zone = said === undefined ? systemZone() : namedZone(said.value, said.by)
  return () => {
    const now = instantNow(runtime)
    const civilNow = zone.civilOf(now)
    return { now, civilNow, today: civilNow.slice(0, 10), weekStart: config.week_start, zone }
  }
}

function instantNow(runtime: Runtime): string {
  const date = runtime.now()
  if (Number.isNaN(date.getTime()))
    throw new Failure(
      'usage',
      `cannot read LARRY_NOW "${runtime.env['LARRY_NOW'] ?? ''}" as an instant`,
      'such as 2026-11-23T09:00:00Z',
    )
  const instant = date.toISOString()
  return requireYear(instant, `the clock says ${instant}`, `${knownYears}; see LARRY_NOW`)
}
