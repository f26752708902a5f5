import type { ReadContext } from '../../cli/context.ts'
import { oneOf } from '../../output/answers.ts'
import { reply } from '../../output/view.ts'
import { getEntries, runningTimer } from '../../repositories/time-entries.ts'
import { describeWork } from './describe.ts'
import { entryView } from './view.ts'

export const answers = oneOf(entryView, { orNull: true })

/** Shows the entry whose timer runs; JSON null when none does. */
export async function run(
  { db, clock, now, settings }: ReadContext,
  _: readonly string[],
  options: { readonly exitCode?: true },
) {
  const running = await runningTimer(db)
  const rows = running === undefined ? [] : await getEntries(db, [running.id], now)
  const sentences = rows.length === 0 ? ['No timer runs'] : rows.map((entry) => describeWork(entry, clock))
  return reply(entryView(clock), rows, {
    one: true,
    ...(settings.fields === undefined || rows.length === 0 ? { sentences } : {}),
    code: rows.length === 0 && options.exitCode === true ? 1 : 0,
  })
}
