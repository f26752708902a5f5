import type { ReadContext } from '../../cli/context.ts'
import { readMinutes, showHours, showMinutes } from '../../domain/duration.ts'
import { groupKeys, periodsOf, type ReportRow, readGroupings, reportRows, totalRows } from '../../domain/time-report.ts'
import { readReportWindow } from '../../domain/time-window.ts'
import { rowsOf } from '../../output/answers.ts'
import {
  cents,
  date,
  described,
  integer,
  nullable,
  number,
  seconds,
  type Type,
  type Types,
  text,
} from '../../output/types.ts'
import { reply, type View } from '../../output/view.ts'
import { totalsBy } from '../../repositories/time-totals.ts'
import { entryCondition } from './entry-condition.ts'
import type { ChoosingOptions } from './options.ts'

interface ReportOptions extends ChoosingOptions {
  readonly by?: string
  readonly round?: string
}

const sums = {
  entries: integer,
  seconds,
  billable_seconds: seconds,
  hours: number,
  billable_hours: number,
  amount_cents: nullable(cents),
  amount: nullable(text),
  currency: nullable(text),
}

/** What tells groups apart, by the key of a row. */
const labels: Readonly<Record<string, Type<string> | Type<number> | Type<string | null>>> = {
  client: nullable(text),
  project: nullable(text),
  task_id: integer,
  title: text,
  day: date,
  week: described(date, 'its first day'),
  month: described(text, 'YYYY-MM'),
}

export const answers = rowsOf(() => reportView(Object.keys(labels)), { sometimes: Object.keys(labels) })

/** Hours and money of a window for each group and currency. Each figure, the total too, is rounded once, from exact seconds. */
export async function run(context: ReadContext, words: readonly string[], options: ReportOptions) {
  const { db, clock, now } = context
  const by = readGroupings(options.by ?? 'client,project')
  const minutes = options.round === undefined ? undefined : readMinutes(options.round)
  const round = minutes === undefined ? 1 : minutes * 60
  const window = readReportWindow(options, clock)
  const where = await entryCondition(context, words, options)
  const rated = await totalsBy(db, by, { periods: periodsOf(window, by, clock), where, round, now })
  const keys = groupKeys(by)
  const rows = reportRows(rated, keys)
  const rounded = minutes === undefined ? '' : `, each rounded up to ${showMinutes(minutes)}`
  return reply(reportView(keys), rows, {
    foot: rows.length > 1 ? totalRows(rated, keys[0]!) : [],
    notes: [`Work begun ${window.text}${rounded}`],
  })
}

function reportView(keys: readonly string[]): View<ReportRow> {
  return {
    singular: 'row of a time report',
    plural: 'time entries',
    types: { ...Object.fromEntries(keys.map((key) => [key, labels[key]])), ...sums } as unknown as Types<ReportRow>,
    columns: [...keys, 'entries', 'hours', 'billable_hours', 'amount', 'currency'],
    id: keys[0]!,
    isNamed: true,
    words: {
      hours: (row) => showHours(row.seconds),
      billable_hours: ({ billable_seconds }) => showHours(billable_seconds),
    },
  }
}
