import { readFile } from '../db/read-file.ts'
import { type Config, usualConfig } from '../domain/config.ts'
import { Failure } from '../domain/errors.ts'

/**
 * Reads `config.toml`, if there is one; what it cannot mean is a usage failure that names file, line and key. Where it
 * `mayBeBroken`, because that does not stop the command, nothing is configured then.
 */
export async function readConfig(file: string | undefined, mayBeBroken: boolean): Promise<Config> {
  try {
    const bytes = file === undefined ? undefined : readFile(file)
    if (bytes === undefined) return usualConfig
    const { readConfigText } = await import('../interchange/config-text.ts')
    return readConfigText(bytes, file!).config
  } catch (error) {
    if (mayBeBroken && error instanceof Failure) return usualConfig
    throw error
  }
}
