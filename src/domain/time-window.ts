import { Failure } from './errors.ts'
import { addDays, addMonths } from './when/civil.ts'
import type { Clock } from './when/clock.ts'
import { type Interval, readInterval } from './when/range.ts'
import { requireWhen } from './when/read.ts'

/** `--from` and `--to` as typed. */
export interface WindowOptions {
  readonly from?: string
  readonly to?: string
}

/** Reads `--from` and `--to` as civil time: a day belongs wholly to the window, an absent end leaves it open. */
export function readWindow({ from, to }: WindowOptions, clock: Clock): Interval {
  for (const text of [from, to]) if (text !== undefined) requireWhen(text, clock)
  return from === undefined && to === undefined ? {} : readInterval(`${from ?? ''}..${to ?? ''}`, clock)
}

/** A window with both ends, and its words: `2026-11-01 to 2026-11-30`. */
export interface ReportWindow {
  readonly from: string
  readonly before: string
  readonly text: string
}

/** The window of a report: what `--from` and `--to` say, until today when the end is open; this month when nothing is said. */
export function readReportWindow(options: WindowOptions, clock: Clock): ReportWindow {
  const first = `${clock.today.slice(0, 8)}01`
  if (options.from === undefined && options.to === undefined) return closed(first, addMonths(first, 1))
  const { from, before } = readWindow(options, clock)
  if (from === undefined)
    throw new Failure('usage', `--to ${options.to!} is given and no beginning`, 'such as --from som')
  if (from > clock.civilNow)
    throw new Failure('usage', `--from "${options.from!}" is still to come`, 'such as --from som or --from -7d')
  return closed(from, before ?? addDays(clock.today, 1))
}

function closed(from: string, before: string): ReportWindow {
  const end = before.length === 10 ? `to ${addDays(before, -1)}` : `until ${before.replace('T', ' ')}`
  return { from, before, text: `${from.replace('T', ' ')} ${end}` }
}
