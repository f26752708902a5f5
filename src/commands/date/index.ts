import type { Command } from 'commander'
import type { Run } from '../../cli/context.ts'

/** The verbs of `larry date`. */
export function declare(date: Command, { bare, examples }: Run): void {
  examples(
    date
      .command('parse [phrase...]')
      .description('Tell how a date phrase is read; opens no database')
      .option('--now <instant>', 'read it as of this instant (LARRY_NOW)')
      .option('--week-start <day>', 'the first day of the week (week_start in the config)')
      .action(bare(() => import('./parse.ts'))),
    'larry date parse next friday at 2pm',
    'larry date parse "last monday of march" --json',
    'larry date parse -1d --tz Europe/Vienna --now 2026-11-23T09:00:00Z',
  )
}
