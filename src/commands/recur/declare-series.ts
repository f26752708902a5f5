import type { Command } from 'commander'
import type { Run } from '../../cli/context.ts'

/** The verbs that change how recurring tasks go on. */
export function declareSeries(recur: Command, { write, examples }: Run): void {
  examples(
    recur
      .command('skip [ids...]')
      .description('Move recurring tasks to their next date, this one left out')
      .action(write(() => import('./skip.ts'))),
    'larry recur skip 3',
    'larry list is:recurring +garden --ids | larry recur skip -',
  )
  examples(
    recur
      .command('pause [ids...]')
      .description('Let nothing follow recurring tasks when they are done')
      .action(write(() => import('./pause.ts'))),
    'larry recur pause 3',
  )
  examples(
    recur
      .command('resume [ids...]')
      .description('Let paused tasks repeat again')
      .action(write(() => import('./resume.ts'))),
    'larry recur resume 3',
  )
  examples(
    recur
      .command('except <id> <dates...>')
      .description('Leave dates out of what a task repeats by')
      .action(write(() => import('./except.ts'))),
    'larry recur except 3 2026-12-24 2026-12-31',
    'larry recur except 3 "next friday"',
  )
}
