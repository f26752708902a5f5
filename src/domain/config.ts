import { readBytes } from './byte-size.ts'
import { Failure } from './errors.ts'
import { nearest } from './nearest.ts'
import type { Weekday } from './when/civil.ts'
import { isZone } from './when/is-zone.ts'
import { weekdayNamed, weekdays } from './when/names.ts'

/** What `config.toml` may say. */
export interface Config {
  readonly week_start: Weekday
  /** An IANA name; null for the zone of the machine. */
  readonly tz: string | null
  readonly color: 'auto' | 'always' | 'never'
  readonly auto_migrate: boolean
  readonly durability: 'full' | 'normal'
  /** The most bytes of a file `task attach` takes. */
  readonly attachment_limit: number
}

export type ConfigKey = keyof Config

/** What a value is in TOML and in JSON. */
export type Plain = string | number | boolean

interface Rule<T> {
  /** What holds where nothing is said. */
  readonly usual: T
  /** The setting a value means; undefined for one it cannot have. */
  readonly read: (value: unknown) => T | undefined
  readonly allowed: string
  readonly about: string
}

/** Every key of `config.toml`, in the order they are listed. */
export const rules: { readonly [K in ConfigKey]: Rule<Config[K]> } = {
  week_start: {
    usual: 1,
    read: (value) => (typeof value === 'string' ? weekdayNamed(value.toLowerCase()) : undefined),
    allowed: 'monday to sunday',
    about: 'the first day of the week',
  },
  tz: {
    usual: null,
    read: (value) => (typeof value === 'string' && isZone(value) ? value : undefined),
    allowed: 'an IANA name such as "Europe/Vienna"',
    about: 'the time zone to read and show times in',
  },
  color: {
    usual: 'auto',
    read: (value) => (value === 'auto' || value === 'always' || value === 'never' ? value : undefined),
    allowed: '"auto", "always" or "never"',
    about: 'when answers are coloured',
  },
  auto_migrate: {
    usual: true,
    read: (value) => (typeof value === 'boolean' ? value : undefined),
    allowed: 'true or false',
    about: 'bring a database of an older larry up to date unasked',
  },
  durability: {
    usual: 'full',
    read: (value) => (value === 'full' || value === 'normal' ? value : undefined),
    allowed: '"full" or "normal"',
    about: 'full: what was answered survives a power cut',
  },
  attachment_limit: {
    usual: 100 << 20,
    read: (value) => {
      const bytes = typeof value === 'number' ? value : typeof value === 'string' ? readBytes(value) : undefined
      return Number.isSafeInteger(bytes) && bytes! > 0 ? bytes : undefined
    },
    allowed: 'a size such as "100MiB", or a number of bytes',
    about: 'the most bytes of a file to attach',
  },
}

export const configKeys = Object.keys(rules) as readonly ConfigKey[]

/** What holds where there is no `config.toml`. */
export const usualConfig: Config = Object.fromEntries(configKeys.map((key) => [key, rules[key].usual])) as never

/** The key of this name; another is a usage failure with the nearest. */
export function requireKey(name: string): ConfigKey {
  requireName(name, configKeys)
  return name as ConfigKey
}

/** Refuses a name that is none of the known keys, with the nearest. */
export function requireName(name: string, known: readonly string[]): void {
  if (known.includes(name)) return
  const near = nearest(name, known)
  throw new Failure(
    'usage',
    `unknown key "${name}"`,
    near === undefined ? `keys: ${known.join(', ')}` : `did you mean ${near}?`,
  )
}

/** The setting a value of a key means; one it cannot have is a usage failure. */
export function readSetting<K extends ConfigKey>(key: K, value: unknown): Config[K] {
  const rule: Rule<Config[K]> = rules[key]
  const read = rule.read(value)
  if (read !== undefined) return read
  throw new Failure('usage', `${key} cannot be ${JSON.stringify(value)}`, `it is ${rule.allowed}`)
}

/** A setting as a person says it. */
export function showSetting(key: ConfigKey, config: Config): Plain | null {
  return key === 'week_start' ? weekdays[config.week_start - 1]! : config[key]
}
