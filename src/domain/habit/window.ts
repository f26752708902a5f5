import { Failure } from '../errors.ts'
import { addDays, addMonths } from '../when/civil.ts'
import type { Clock } from '../when/clock.ts'

/** `--year` and `--months` as typed. */
export interface StatsOptions {
  readonly year?: string
  readonly months?: string
}

/** The days statistics are about, both included: a calendar year until today, or the last months, twelve unless told. */
export function readStatsWindow({ year, months }: StatsOptions, { today }: Clock): { from: string; to: string } {
  if (year !== undefined && months !== undefined)
    throw new Failure('usage', `--year ${year} and --months ${months} are both given`, 'give one of them')
  if (year !== undefined) {
    if (!/^(19[7-9]\d|[2-9]\d{3})$/.test(year))
      throw new Failure('usage', `--year "${year}" is not a year`, `such as --year ${today.slice(0, 4)}`)
    if (year > today.slice(0, 4))
      throw new Failure('usage', `--year ${year} is still to come`, `it is ${today.slice(0, 4)}`)
    return { from: `${year}-01-01`, to: year === today.slice(0, 4) ? today : `${year}-12-31` }
  }
  if (months !== undefined && !/^([1-9]\d?|1[01]\d|120)$/.test(months))
    throw new Failure('usage', `--months "${months}" is not a number of months from 1 to 120`, 'such as --months 6')
  return { from: addDays(addMonths(today, -Number(months ?? 12)), 1), to: today }
}
