import { type Config, type ConfigKey, type Plain, readSetting, requireKey, usualConfig } from '../domain/config.ts'
import { Failure, hinted } from '../domain/errors.ts'
import { decoded } from './text.ts'
import { readToml, statementsOf, withoutKey, withValue } from './toml-lines.ts'

/** What a `config.toml` says. */
export interface ConfigText {
  readonly config: Config
  /** The line a key stands on, from 1. */
  readonly lineOf: (key: string) => number | undefined
}

/** A `config.toml` as far as larry can mean it. */
interface SoundText extends ConfigText {
  /** What is wrong with the rest, each with file and line. */
  readonly faults: readonly Failure[]
}

const opening = '$EDITOR "$(larry config path)" opens the file'

/** Reads a `config.toml`; what it cannot mean is a usage failure that names file, line and key. */
export function readConfigText(bytes: Uint8Array, file: string): ConfigText {
  const { faults, ...sound } = soundKeys(textOf(bytes, file), file)
  if (faults[0] !== undefined) throw hinted(faults[0], opening)
  return sound
}

/** As `readConfigText`, but what cannot be meant is left out, and told in `faults`. */
export function readSoundKeys(bytes: Uint8Array, file: string): SoundText {
  try {
    return soundKeys(textOf(bytes, file), file)
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    return { config: usualConfig, lineOf: () => undefined, faults: [error] }
  }
}

/** The text of a `config.toml` that TOML can read, whatever it says there. */
export function textOf(bytes: Uint8Array | undefined, file: string): string {
  try {
    const text = bytes === undefined ? '' : [...decoded([bytes], file)].join('')
    readToml(text, file)
    return text
  } catch (error) {
    throw error instanceof Failure ? hinted(error, opening, error) : error
  }
}

/** Every key larry does not know and every value it cannot have, with the line. */
export function faultsIn(text: string, file: string): readonly Failure[] {
  return soundKeys(text, file).faults
}

function soundKeys(text: string, file: string): SoundText {
  const given = new Map<string, Config[ConfigKey]>()
  const faults: Failure[] = []
  for (const [key, value] of Object.entries(readToml(text, file)))
    try {
      given.set(key, readSetting(requireKey(key), value))
    } catch (error) {
      if (!(error instanceof Failure)) throw error
      const { kind, message, hint } = error
      faults.push(new Failure(kind, `${file} line ${lineOf(text, key)}: ${message}`, hint, { cause: error }))
    }
  const config = { ...usualConfig, ...Object.fromEntries(given) }
  return { config, lineOf: (key) => (given.has(key) ? lineOf(text, key) : undefined), faults }
}

/** The text changed in one key alone, to another value or, with undefined, to none; refused where lines cannot say it. */
export function changeKey(text: string, key: string, value: Plain | undefined, file: string): string {
  const { [key]: before, ...others } = readToml(text, file)
  if (before === value) return text
  const changed = value === undefined ? withoutKey(text, key) : withValue(text, key, value)
  const wanted = value === undefined ? others : { ...others, [key]: value }
  if (isSame(changed, wanted, file)) return changed
  throw new Failure(
    'usage',
    `${file} line ${lineOf(text, key)}: ${key} is said in a way only a person can change`,
    opening,
  )
}

/** The value that was typed: as TOML says it, else as text. */
export function typedValue(key: ConfigKey, typed: string): Plain {
  let value: unknown = typed
  try {
    const said = readToml(`value = ${typed}`, '')
    if (Object.keys(said).length === 1) value = said['value']
  } catch {
    value = typed
  }
  readSetting(key, value)
  return value as Plain
}

function isSame(text: string, wanted: object, file: string): boolean {
  const sorted = (said: object) => JSON.stringify(Object.entries(said).sort(([a], [b]) => (a < b ? -1 : 1)))
  try {
    return sorted(readToml(text, file)) === sorted(wanted)
  } catch (error) {
    if (error instanceof Failure) return false
    throw error
  }
}

/** The line a key stands on, from 1. */
export function lineOf(text: string, key: string): number | undefined {
  const said = statementsOf(text).find((statement) => statement.key === key)
  return said && said.from + 1
}
