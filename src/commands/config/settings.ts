import type { BareContext } from '../../cli/context.ts'
import { showBytes } from '../../domain/byte-size.ts'
import { type ConfigKey, configKeys, type Plain, requireKey, rules, showSetting } from '../../domain/config.ts'
import { Failure } from '../../domain/errors.ts'
import { colourSaid, type Said, zoneSaid } from '../../domain/said.ts'
import type { ConfigText } from '../../interchange/config-text.ts'
import { among, boolean, described, either, integer, nullable, text } from '../../output/types.ts'
import type { View } from '../../output/view.ts'

/** A setting, what holds, and who says so. */
export interface Setting {
  readonly key: string
  readonly value: Plain
  readonly origin: 'flag' | 'environment' | 'config' | 'default'
  /** The flag, the variable, or file and line. */
  readonly source: string | null
  readonly about: string
}

export const settingView: View<Setting> = {
  singular: 'setting',
  plural: 'settings',
  types: {
    key: text,
    value: either(text, either(integer, boolean)),
    origin: among(['flag', 'environment', 'config', 'default']),
    source: described(nullable(text), 'the flag, the variable, or file and line'),
    about: text,
  },
  columns: ['key', 'value', 'about'],
  id: 'key',
  isNamed: true,
  words: { value: wordsOf },
}

/** What holds, as a person says it. */
export function wordsOf({ key, value }: Setting): string {
  return key === 'attachment_limit' ? showBytes(value as number) : String(value)
}

/** A key of `config.toml` as it holds in this run. */
export function configSetting(
  { settings: { configFile, globals }, runtime: { env } }: BareContext,
  { config, lineOf }: ConfigText,
  key: ConfigKey,
): Setting {
  const over = {
    ...(key === 'tz' && (zoneSaid(globals.tz, env, { tz: null }) ?? zoneOfSystem(env))),
    ...(key === 'color' && colourSaid(globals.color, env, { color: 'auto' })),
  }
  const line = lineOf(key)
  return {
    key,
    value: over.value ?? showSetting(key, config) ?? systemZoneName(),
    origin: over.by === undefined ? (line === undefined ? 'default' : 'config') : originOf(over.by),
    source: over.by ?? (line === undefined ? null : `${configFile}:${line}`),
    about: rules[key].about,
  }
}

/** The zone as the system's own variable has it, which goes before the config. */
function zoneOfSystem(env: Readonly<Record<string, string | undefined>>): Said<string> | undefined {
  return (env['TZ'] ?? '') === '' ? undefined : { value: systemZoneName(), by: 'TZ' }
}

function systemZoneName(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone
}

function originOf(by: string): Setting['origin'] {
  return by.startsWith('--') ? 'flag' : 'environment'
}

/** What flags and variables set and `config.toml` does not, and how. */
const others = {
  db: { how: '--db or LARRY_DB', about: 'the database file' },
  format: { how: '--format or LARRY_FORMAT', about: 'how answers are written' },
  no_input: { how: '--no-input or LARRY_NO_INPUT', about: 'whether larry never asks' },
  profile: { how: '--profile or LARRY_PROFILE', about: 'whether it tells where the time went' },
} as const

/** What only flags and variables say, as it holds in this run. */
export function otherSettings({ settings, runtime: { env } }: BareContext): Setting[] {
  const { globals, file, format, formatGiven, noInput, profile } = settings
  const flag = globals.json ? '--json' : globals.ids ? '--ids' : globals.format && '--format'
  const held = {
    db: { value: file, by: globals.db === undefined ? env['LARRY_DB'] && 'LARRY_DB' : '--db' },
    format: { value: format, by: flag ?? (formatGiven ? 'LARRY_FORMAT' : undefined) },
    no_input: { value: noInput, by: globals.input === false ? '--no-input' : noInput ? 'LARRY_NO_INPUT' : undefined },
    profile: { value: profile, by: globals.profile ? '--profile' : profile ? 'LARRY_PROFILE' : undefined },
  }
  return Object.entries(held).map(([key, { value, by }]) => ({
    key,
    value,
    origin: by ? originOf(by) : 'default',
    source: by || null,
    about: others[key as keyof typeof others].about,
  }))
}

/** The keys of everything that is listed. */
export const allKeys: readonly string[] = [...configKeys, ...Object.keys(others)]

/** The key of `config.toml` of this name; of what is set otherwise it is said how. */
export function requireConfigKey(name: string): ConfigKey {
  if (Object.hasOwn(others, name))
    throw new Failure(
      'usage',
      `"${name}" is no key of config.toml`,
      `${others[name as keyof typeof others].how} sets it`,
    )
  return requireKey(name)
}
