import type { BareContext } from '../../cli/context.ts'
import { reading } from '../../db/open.ts'
import { Failure } from '../../domain/errors.ts'
import { rowsOf } from '../../output/answers.ts'
import { pickFields } from '../../output/fields.ts'
import { asView, type Reply, reply } from '../../output/view.ts'
import { type Reminder, remindersDue } from '../../repositories/reminders.ts'
import { readLength } from './length.ts'
import { reminderView } from './view.ts'

interface DueOptions {
  readonly fire?: true
  readonly exec?: string
  readonly timeout?: string
  readonly notify?: true
  readonly exitCode?: true
}

/** How long a command may take unless told, in milliseconds. */
const usualLimit = 60_000

export const answers = rowsOf(reminderView)

/** Lists what is due, the oldest first; with --fire or --exec marks it too, once it was written or the command took it. */
export async function run(context: BareContext, _: readonly string[], options: DueOptions): Promise<Reply> {
  const { fire, exec, notify, exitCode } = options
  const { settings, opening, clock } = context
  const view = reminderView(clock)
  pickFields(asView(view), settings.fields)
  const limit = readLimit(options)
  const ending = exitCode === true ? { codeIfNone: 1 } : {}
  if (notify === true && fire !== true && exec === undefined)
    throw new Failure('usage', '--notify shows what is fired', 'larry remind due --fire --notify')
  if (exec === undefined && fire !== true)
    return reply(view, await reading(opening, (db) => remindersDue(db, clock.now)), ending)
  const { fireByTelling, handOver } = await import('./fire.ts')
  if (exec !== undefined && !settings.dryRun) {
    const { fired, troubles } = await handOver(context, { command: exec, limit })
    const { code, warnings = [] } = await notice(context, fired, notify)
    if (troubles.length === 0) return reply(view, fired, { ...ending, warnings, ...(code !== undefined && { code }) })
    // That none fired is no reason to say that there are none.
    const none = fired.length === 0 ? { sentences: [] } : {}
    return reply(view, fired, { warnings: [...troubles, ...warnings], code: 1, ...none })
  }
  const fired = await fireByTelling(context, (rows) => context.tell(reply(view, rows)))
  if (fired.length === 0) return reply(view, [], ending)
  const { code, warnings } = settings.dryRun ? {} : await notice(context, fired, notify)
  if (warnings !== undefined) await context.tell(reply(view, [], { sentences: [], document: '', warnings }))
  return reply(view, fired, { written: true, ...(code !== undefined && { code }) })
}

/** How long a command may take, in milliseconds. */
export function readLimit({ exec, timeout }: Pick<DueOptions, 'exec' | 'timeout'>): number {
  if (exec?.trim() === '') throw new Failure('usage', '--exec is empty', `such as --exec 'jq -r .title >> due.txt'`)
  if (timeout === undefined) return usualLimit
  if (exec === undefined)
    throw new Failure('usage', `--timeout ${timeout} is about a command, and there is none`, 'give --exec too')
  return readLength('--timeout', timeout)
}

/** Shows what fired, if that is wanted. What could not be shown is warned of; a quiet run, of which nothing else is heard, fails. */
async function notice(
  context: BareContext,
  fired: readonly Reminder[],
  wanted: true | undefined,
): Promise<{ readonly warnings?: readonly string[]; readonly code?: number }> {
  if (wanted !== true) return {}
  const { notifyOf } = await import('./notify.ts')
  const trouble = await notifyOf(context, fired)
  if (trouble === undefined) return {}
  return { warnings: [trouble], ...(context.settings.globals.quiet === true && { code: 1 }) }
}
