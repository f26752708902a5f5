import { existsSync } from 'node:fs'
import type { BareContext } from '../../cli/context.ts'
import { faultOf } from '../../db/faults.ts'
import { reading } from '../../db/open.ts'
import { Failure } from '../../domain/errors.ts'
import { showMoment } from '../../domain/time-span.ts'
import { linesOf } from '../../output/answers.ts'
import { pickFields } from '../../output/fields.ts'
import { isJson } from '../../output/formats.ts'
import { asView, type Reply, reply } from '../../output/view.ts'
import { nextMoment, type Reminder } from '../../repositories/reminders.ts'
import { readLimit } from './due.ts'
import { fireByTelling, type Handing, handOver } from './fire.ts'
import { readLength } from './length.ts'
import { notifyOf } from './notify.ts'
import { reminderView } from './view.ts'

interface WatchOptions {
  readonly exec?: string
  readonly timeout?: string
  /** `false` is --no-notify. */
  readonly notify: boolean
  readonly every?: string
}

export const answers = linesOf(reminderView)

/**
 * Fires what comes due until it is interrupted, a line each. The file is opened anew for each look, so that a restored or
 * migrated one is seen and nothing is kept from anybody; while it is missing or busy that is told once and tried again.
 */
export async function run(context: BareContext, _: readonly string[], options: WatchOptions): Promise<Reply> {
  const { settings } = context
  pickFields(asView(reminderView(context.clock)), settings.fields)
  if (settings.dryRun) throw new Failure('usage', 'a watch marks what it tells of', 'larry remind due --fire --dry-run')
  const limit = readLimit(options)
  const pause = readLength('--every', options.every ?? '10s')
  let trouble: string | undefined
  for (;;) {
    let next: string | undefined
    try {
      next = await look(context, options, limit)
      trouble = undefined
    } catch (error) {
      const fault = error instanceof Failure ? error : faultOf(error, settings.file)
      if (fault?.kind !== 'unavailable') throw error
      if (fault.message !== trouble) await say(context, [], [`${fault.message}; trying again`])
      trouble = fault.message
    }
    await sleep(untilThen(next, settings.readClock().now, pause))
  }
}

/** Fires what is due now, if anything is; answers the instant of the next. */
async function look(context: BareContext, { exec, notify }: WatchOptions, limit: number) {
  const { opening, settings } = context
  if (!existsSync(settings.file)) throw new Failure('unavailable', `${settings.file} does not exist`)
  const next = await reading(opening, nextMoment)
  if (next === undefined || next > settings.readClock().now) return next
  const fired =
    exec === undefined
      ? await fireByTelling(context, (rows) => say(context, rows))
      : await handingOver(context, { command: exec, limit })
  const trouble = notify ? await notifyOf(context, fired) : undefined
  if (trouble !== undefined) await say(context, [], [trouble])
  return reading(opening, nextMoment)
}

async function handingOver(context: BareContext, handing: Handing) {
  const { fired, troubles } = await handOver(context, handing)
  if (fired.length + troubles.length > 0) await say(context, fired, troubles)
  return fired
}

/** A line for each reminder; JSON is one object a line, since a list would never end. */
function say(context: BareContext, fired: readonly Reminder[], warnings: readonly string[] = []): Promise<void> {
  const { settings, tell } = context
  const clock = settings.readClock()
  const sentences = fired.map(({ id, task_id, title, at }) => {
    const about = task_id === null ? `"${title}"` : `${task_id} "${title}"`
    return `${showMoment(at, clock)} ${about} · reminder ${id}`
  })
  const said = reply(reminderView(clock), fired, {
    sentences,
    warnings,
    ...(fired.length === 0 && { document: '' }),
  })
  return tell(said, isJson(settings.format) ? 'ndjson' : settings.format)
}

/** Milliseconds to sleep: until the next reminder, at most a pause; one that could not be fired is not tried again sooner. */
function untilThen(next: string | undefined, now: string, pause: number): number {
  const ahead = next === undefined ? pause : Date.parse(next) - Date.parse(now)
  return ahead <= 0 ? pause : Math.min(ahead, pause)
}

function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}
