import type { Globals } from './globals.ts'
import type { Output, Runtime } from './runtime.ts'

const on = (value: string | undefined) => value !== undefined && value !== '' && value !== '0'

/** Whether a stream gets colour: flag, then NO_COLOR (no-color.org), then FORCE_COLOR and CLICOLOR_FORCE, then CLICOLOR, TERM and whether it is a terminal. */
export function wantsColour({ color }: Globals, env: Runtime['env'], stream: Output): boolean {
  if (color === false || color === 'never') return false
  if (color === 'always') return true
  if (color !== 'auto') {
    if (env['NO_COLOR'] !== undefined && env['NO_COLOR'] !== '') return false
    if (env['FORCE_COLOR'] === '0' || env['FORCE_COLOR'] === 'false') return false
    if (on(env['FORCE_COLOR']) || on(env['CLICOLOR_FORCE'])) return true
    if (env['CLICOLOR'] === '0') return false
  }
  return stream.isTTY && env['TERM'] !== 'dumb'
}

/** Cells a line may take: COLUMNS, else what the terminal says, else 80; no limit in a pipe. */
export function widthOf(stream: Output, env: Runtime['env']): number | undefined {
  if (!stream.isTTY) return undefined
  const told = Number(env['COLUMNS'])
  if (Number.isInteger(told) && told > 0) return told
  return stream.columns || 80
}
