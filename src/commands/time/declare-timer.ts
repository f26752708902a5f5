import type { Command } from 'commander'
import type { Run } from '../../cli/context.ts'

/** The verbs of the one timer, and the one for work that ran without it. */
export function declareTimer(time: Command, { read, write, examples }: Run): void {
  examples(
    time
      .command('start <id>')
      .description('Start the timer on a task; the one that ran stops')
      .option('--at <when>', 'since then: 9:30, -15m, "20m ago"')
      .option('--note <text>', 'what the work is')
      .option('--no-billable', 'not to be paid for')
      .action(write(() => import('./start.ts'))),
    'larry time start 12',
    'larry time start 12 --at -15m --note "call with Bob"',
  )
  examples(
    time
      .command('stop')
      .description('Stop the timer')
      .option('--at <when>', 'as of then: 17:30, -15m, "yesterday 18:00"')
      .action(write(() => import('./stop.ts'))),
    'larry time stop',
    'larry time stop --at 17:30',
  )
  examples(
    time
      .command('status')
      .description('Show what the timer runs on, since when and how long')
      .option('--exit-code', 'exit 1 when no timer runs')
      .action(read(() => import('./status.ts'))),
    'larry time status',
    'larry time status --exit-code --json',
  )
  examples(
    time
      .command('log <id> [length]')
      .description('Note work that is over; a length alone ends now')
      .option('--at <when>', 'when it began: 9:00, "yesterday 14:00"')
      .option('--from <when>', 'the same as --at')
      .option('--to <when>', 'when it ended')
      .option('--note <text>', 'what the work was')
      .option('--no-billable', 'not to be paid for')
      .option('--allow-overlap', 'though other work took place at the same time')
      .action(write(() => import('./log.ts'))),
    'larry time log 12 1h30m',
    'larry time log 12 45m --at 9:00 --note "call with Bob"',
    'larry time log 12 --from "yesterday 9:00" --to "yesterday 10:30"',
  )
}
