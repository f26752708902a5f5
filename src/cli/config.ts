import { existsSync, readFileSync } from 'node:fs'
import { readBytes } from '../domain/byte-size.ts'
import { Failure } from '../domain/errors.ts'
import { nearest } from '../domain/nearest.ts'
import type { Weekday } from '../domain/when/civil.ts'
import { weekdayNamed } from '../domain/when/names.ts'

/** What `config.toml` may say, with what holds when it says nothing. */
export interface Config {
  readonly week_start: Weekday
  readonly auto_migrate: boolean
  readonly durability: 'full' | 'normal'
  /** The most bytes of a file `task attach` takes. */
  readonly attachment_limit: number
}

const usual: Config = { week_start: 1, auto_migrate: true, durability: 'full', attachment_limit: 100 << 20 }

const readers: { readonly [K in keyof Config]: (value: unknown) => Config[K] | undefined } = {
  week_start: (value) => (typeof value === 'string' ? weekdayNamed(value.toLowerCase()) : undefined),
  auto_migrate: (value) => (typeof value === 'boolean' ? value : undefined),
  durability: (value) => (value === 'full' || value === 'normal' ? value : undefined),
  attachment_limit: (value) => {
    const bytes = typeof value === 'number' ? value : typeof value === 'string' ? readBytes(value) : undefined
    return Number.isSafeInteger(bytes) && bytes! > 0 ? bytes : undefined
  },
}

const allowed: { readonly [K in keyof Config]: string } = {
  week_start: 'monday to sunday',
  auto_migrate: 'true or false',
  durability: '"full" or "normal"',
  attachment_limit: 'a size such as "100MiB", or a number of bytes',
}

/** Reads the TOML file, if there is one; what it cannot mean is a usage failure that names file and key. */
export async function readConfig(file: string | undefined): Promise<Config> {
  if (file === undefined || !existsSync(file)) return usual
  const { parse } = await import('smol-toml')
  let given: Record<string, unknown>
  try {
    given = parse(readFileSync(file, 'utf8'))
  } catch (error) {
    const reason = error instanceof Error ? error.message.split('\n')[0]! : String(error)
    throw new Failure('usage', `cannot read ${file}: ${reason}`, undefined, { cause: error })
  }
  const keys = Object.keys(usual) as (keyof Config)[]
  const config: Record<string, unknown> = { ...usual }
  for (const [key, value] of Object.entries(given)) {
    const known = keys.find((name) => name === key)
    if (known === undefined) {
      const near = nearest(key, keys)
      throw new Failure(
        'usage',
        `${file} has an unknown key "${key}"`,
        near === undefined ? `keys: ${keys.join(', ')}` : `did you mean ${near}?`,
      )
    }
    const read = readers[known](value)
    if (read === undefined)
      throw new Failure('usage', `${file}: ${key} cannot be ${JSON.stringify(value)}`, `it is ${allowed[known]}`)
    config[known] = read
  }
  return config as unknown as Config
}
