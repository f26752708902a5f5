import type { WriteContext } from '../../cli/context.ts'
import { checkOrder } from '../../domain/time-span.ts'
import { readPast } from '../../domain/when/moment.ts'
import { rowsOf } from '../../output/answers.ts'
import { reply } from '../../output/view.ts'
import { getEntries, runningTimer } from '../../repositories/time-entries.ts'
import { stopTimer } from '../../workflows/run-timer.ts'
import { describeStopped } from './describe.ts'
import { entryView } from './view.ts'

export const answers = rowsOf(entryView)

/** Stops the timer, now or at a moment since it began. None running is no failure. */
export async function run({ db, clock, now }: WriteContext, _: readonly string[], { at }: { readonly at?: string }) {
  const ended_at = at === undefined ? now : readPast(at, clock)
  const running = await runningTimer(db)
  if (running === undefined) return reply(entryView(clock), [], { sentences: ['No timer runs'] })
  if (at !== undefined) checkOrder({ ...running, ended_at }, clock)
  const stopped = await stopTimer(db, running, ended_at, now)
  return reply(entryView(clock), await getEntries(db, [running.id], now), { sentences: [describeStopped(stopped)] })
}
