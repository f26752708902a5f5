import { isAbsolute, join } from 'node:path'
import { Failure } from '../domain/errors.ts'
import type { Runtime } from './runtime.ts'

/** larry's folders. */
export interface Paths {
  readonly data: string
  /** None where there is no home: then nothing is configured. */
  readonly config: string | undefined
  readonly state: string
}

/** The folders the XDG base directory specification gives (0.8); a relative value is ignored as it says. A missing home is named only when one is needed. */
export function pathsOf({ env, home }: Pick<Runtime, 'env' | 'home'>): Paths {
  const under = (variable: string, ...usual: string[]) => {
    const given = env[variable]
    if (given !== undefined && isAbsolute(given)) return join(given, 'larry')
    if (!isAbsolute(home))
      throw new Failure(
        'unavailable',
        'there is no home folder to keep the tasks in',
        `set HOME or ${variable}, or name a file with --db`,
      )
    return join(home, ...usual, 'larry')
  }
  return {
    get data() {
      return under('XDG_DATA_HOME', '.local', 'share')
    },
    get config() {
      const known = isAbsolute(home) || isAbsolute(env['XDG_CONFIG_HOME'] ?? '')
      return known ? under('XDG_CONFIG_HOME', '.config') : undefined
    },
    get state() {
      return under('XDG_STATE_HOME', '.local', 'state')
    },
  }
}
