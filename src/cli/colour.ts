import { colourSaid } from '../domain/said.ts'
import type { Output, Runtime } from './runtime.ts'
import type { Settings } from './settings.ts'

/** Whether a stream gets colour: what flag, environment or config says, else whether it is a terminal that can. */
export function wantsColour(
  { globals, config }: Pick<Settings, 'globals' | 'config'>,
  env: Runtime['env'],
  stream: Output,
): boolean {
  const when = colourSaid(globals.color, env, config)?.value ?? 'auto'
  return when === 'always' || (when === 'auto' && stream.isTTY && env['TERM'] !== 'dumb')
}

/** Cells a line may take: COLUMNS, else what the terminal says, else 80; no limit in a pipe. */
export function widthOf(stream: Output, env: Runtime['env']): number | undefined {
  if (!stream.isTTY) return undefined
  const told = Number(env['COLUMNS'])
  if (Number.isInteger(told) && told > 0) return told
  return stream.columns || 80
}
