import type { Config } from './config.ts'

/** Environment variables. */
type Env = Readonly<Record<string, string | undefined>>

/** What somebody said of a setting, and who: a flag, a variable, or `config.toml`. */
export interface Said<T> {
  readonly value: T
  readonly by: string
}

const given = (value: string | undefined): value is string => value !== undefined && value !== ''
const on = (value: string | undefined) => given(value) && value !== '0'

/** The time zone somebody named: the flag, then the environment, then the config; undefined leaves the machine's. */
export function zoneSaid(flag: string | undefined, env: Env, { tz }: Pick<Config, 'tz'>): Said<string> | undefined {
  if (flag !== undefined) return { value: flag, by: '--tz' }
  if (given(env['LARRY_TZ'])) return { value: env['LARRY_TZ'], by: 'LARRY_TZ' }
  if (given(env['TZ'])) return undefined
  return tz === null ? undefined : { value: tz, by: 'config.toml' }
}

/** When to colour: flag, then NO_COLOR (no-color.org), then FORCE_COLOR and CLICOLOR_FORCE, then CLICOLOR, then the config; undefined says nothing. */
export function colourSaid(
  flag: Config['color'] | false | undefined,
  env: Env,
  { color }: Pick<Config, 'color'>,
): Said<Config['color']> | undefined {
  if (flag === false) return { value: 'never', by: '--no-color' }
  if (flag !== undefined) return { value: flag, by: '--color' }
  if (given(env['NO_COLOR'])) return { value: 'never', by: 'NO_COLOR' }
  if (env['FORCE_COLOR'] === '0' || env['FORCE_COLOR'] === 'false') return { value: 'never', by: 'FORCE_COLOR' }
  if (on(env['FORCE_COLOR'])) return { value: 'always', by: 'FORCE_COLOR' }
  if (on(env['CLICOLOR_FORCE'])) return { value: 'always', by: 'CLICOLOR_FORCE' }
  if (env['CLICOLOR'] === '0') return { value: 'never', by: 'CLICOLOR' }
  return color === 'auto' ? undefined : { value: color, by: 'config.toml' }
}
