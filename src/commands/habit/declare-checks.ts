import type { Command } from 'commander'
import type { Run } from '../../cli/context.ts'

/** The verbs for what is done of habits day by day. */
export function declareChecks(habit: Command, { read, write, examples }: Run): void {
  examples(
    habit
      .command('done [names...]')
      .description('Check habits, for today or a day in the past')
      .option('--on <date>', 'the day: yesterday, -3d, mon (the last one)')
      .option('--amount <number>', 'how much, in the unit; added to what the day has')
      .option('--note <text>', 'what to remember of it')
      .action(write(() => import('./done.ts'))),
    'larry habit done Run',
    'larry habit done Run Read --on yesterday',
    'larry habit done Water --amount 2 --note "after lunch"',
  )
  examples(
    habit
      .command('skip [names...]')
      .description('Skip a day: it neither counts nor breaks a streak')
      .option('--on <date>', 'the day, today or in the past')
      .option('--note <text>', 'why')
      .action(write(() => import('./skip.ts'))),
    'larry habit skip Run --note "a cold"',
  )
  examples(
    habit
      .command('undo [names...]')
      .description('Take back what a day says, done or skipped')
      .option('--on <date>', 'the day, today or in the past')
      .action(write(() => import('./undo.ts'))),
    'larry habit undo Run',
    'larry habit undo Run --on yesterday',
  )
  examples(
    habit
      .command('stats [name...]')
      .description('Streaks, milestones and a map of the days')
      .option('--year <year>', 'a calendar year')
      .option('--months <count>', 'the last months, 12 unless told')
      .action(read(() => import('./stats.ts'))),
    'larry habit stats Run',
    'larry habit stats Run --year 2026 --json | jq .longest_streak',
    'larry habit stats Run --months 3 --format csv',
  )
}
