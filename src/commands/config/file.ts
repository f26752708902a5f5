import type { BareContext } from '../../cli/context.ts'
import { readFile } from '../../db/read-file.ts'
import { replaceFile } from '../../db/replace-file.ts'
import { type Plain, usualConfig } from '../../domain/config.ts'
import { Failure } from '../../domain/errors.ts'
import { type ConfigText, changeKey, faultsIn, lineOf, readConfigText, textOf } from '../../interchange/config-text.ts'

/** Where `config.toml` is; without a home there is no place for it. */
export function requireFile({ settings }: BareContext): string {
  if (settings.configFile !== undefined) return settings.configFile
  throw new Failure(
    'unavailable',
    'there is no home folder to keep the config in',
    'set HOME or XDG_CONFIG_HOME to an absolute path',
  )
}

/** What the file says, nothing when there is none; what cannot be meant is refused with its line. */
export function readConfig({ settings: { configFile } }: BareContext): ConfigText {
  const bytes = configFile === undefined ? undefined : readFile(configFile)
  return bytes === undefined ? { config: usualConfig, lineOf: () => undefined } : readConfigText(bytes, configFile!)
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

/** Changes one key of the file, or with undefined takes it out, all at once; a file TOML cannot read is left alone. */
export function changeFile(context: BareContext, key: string, value: Plain | undefined): ConfigChange {
  const file = requireFile(context)
  const before = textOf(readFile(file), file)
  const after = changeKey(before, key, value, file)
  if (after !== before && !context.settings.dryRun) replaceFile(file, after, context.runtime.processes)
  const line = lineOf(after, key)
  return { changed: after !== before, file, line, warnings: faultsIn(after, file).map(({ message }) => message) }
}
