import type { BareContext } from '../../cli/context.ts'
import { readFile } from '../../db/read-file.ts'
import { replaceFile } from '../../db/replace-file.ts'
import { type Plain, usualConfig } from '../../domain/config.ts'
import { Failure } from '../../domain/errors.ts'
import { type ConfigText, changeKey, faultsIn, lineOf, readSoundKeys, textOf } from '../../interchange/config-text.ts'

/** Where `config.toml` is; without a home there is no place for it. */
export function requireFile({ settings }: BareContext): string {
  if (settings.configFile !== undefined) return settings.configFile
  throw new Failure(
    'unavailable',
    'there is no home folder to keep the config in',
    'set HOME or XDG_CONFIG_HOME to an absolute path',
  )
}

/** What the file says as far as it can be meant, nothing when there is none; what is wrong with the rest is warned of. */
export function readConfig({ settings: { configFile } }: BareContext): ConfigText & { readonly warnings: string[] } {
  const bytes = configFile === undefined ? undefined : readFile(configFile)
  if (bytes === undefined) return { config: usualConfig, lineOf: () => undefined, warnings: [] }
  const { faults, ...sound } = readSoundKeys(bytes, configFile!)
  return { ...sound, warnings: faults.map(warningOf) }
}

function warningOf({ message, hint }: Failure): string {
  return hint === undefined ? message : `${message}: ${hint}`
}

/** What a change of the file came to. */
export interface ConfigChange {
  readonly changed: boolean
  readonly file: string
  /** Where the key stands now, from 1. */
  readonly line: number | undefined
  /** What else is wrong with the file. */
  readonly warnings: readonly string[]
}

/**
 * Changes one key of the file, or with undefined takes it out, all at once; a file TOML cannot read is left alone. When
 * somebody else changes it meanwhile, what they wrote is changed: neither is lost.
 */
export function changeFile(context: BareContext, key: string, value: Plain | undefined): ConfigChange {
  const file = requireFile(context)
  const { dryRun } = context.settings
  let before: string
  let after: string
  let isDone: boolean
  do {
    const bytes = readFile(file)
    before = textOf(bytes, file)
    after = changeKey(before, key, value, file)
    isDone = after === before || dryRun || replaceFile(file, after, bytes, context.runtime.processes)
  } while (!isDone)
  const line = lineOf(after, key)
  return { changed: after !== before, file, line, warnings: faultsIn(after, file).map(warningOf) }
}
