import type { BareContext } from '../../cli/context.ts'
import { readSlowLog, type SlowOperation } from '../../db/slow-log.ts'
import { counted } from '../../domain/counted.ts'
import { readPage } from '../../domain/whole-number.ts'
import { rowsOf } from '../../output/answers.ts'
import { instant, number, text } from '../../output/types.ts'
import { reply, type View } from '../../output/view.ts'

const view: View<SlowOperation> = {
  singular: 'slow operation',
  plural: 'slow operations',
  types: { at: instant, command: text, ms: number, slowest: text, slowest_ms: number },
  columns: ['at', 'command', 'ms', 'slowest_ms', 'slowest'],
  id: 'at',
  words: { ms: ({ ms }) => ms.toFixed(0), slowest_ms: ({ slowest_ms }) => slowest_ms.toFixed(0) },
}

export const answers = rowsOf(view)

/** Lists the operations that took longer than a second, newest first. */
export async function run(
  { settings }: BareContext,
  _: readonly string[],
  options: { readonly limit?: string; readonly offset?: string },
) {
  const { limit, offset = 0 } = readPage(options)
  const { operations, unreadable } = readSlowLog(settings.paths.state)
  const notes = unreadable === 0 ? [] : [`${counted(unreadable, 'line')} of the slow log cannot be read`]
  return reply(view, operations.slice(offset, limit === undefined ? undefined : offset + limit), { notes })
}
