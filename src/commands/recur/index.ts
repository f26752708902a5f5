import type { Command } from 'commander'
import type { Run } from '../../cli/context.ts'
import { declareSeries } from './declare-series.ts'

/** The verbs of `larry recur`. */
export function declare(recur: Command, run: Run): void {
  const { bare, examples } = run
  examples(
    recur
      .command('preview <rule...>')
      .description('List when words or an RRULE come round next')
      .option('--dtstart <when>', 'count from this date or time instead of today')
      .option('--count <number>', 'this many instead of 10')
      .action(bare(() => import('./preview.ts'))),
    'larry recur preview "every 2 weeks on mon,thu at 9:30"',
    'larry recur preview "month on the 31st" --count 3 --json',
    'larry recur preview "FREQ=YEARLY;BYDAY=20MO" --dtstart 2027-01-01',
  )
  declareSeries(recur, run)
}
