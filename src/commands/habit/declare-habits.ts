import type { Command } from 'commander'
import type { Run } from '../../cli/context.ts'

/** The verbs for habits themselves. */
export function declareHabits(habit: Command, { read, write, examples }: Run): void {
  examples(
    declarePlan(habit.command('add [name...]').description('Add a habit; the words are its name')).action(
      write(() => import('./add.ts')),
    ),
    'larry habit add Morning run --target 3 --period week',
    'larry habit add Water --target 8 --unit glasses',
    'larry habit add Vitamins --ends 2026-12-31',
  )
  examples(
    habit
      .command('list')
      .alias('ls')
      .description('List habits by name, with how they stand')
      .option('--all', 'those that ended or were archived too')
      .action(read(() => import('./list.ts'))),
    'larry habit list',
    'larry habit list --json | jq ".[].current_streak"',
  )
  examples(
    habit
      .command('show [name...]')
      .description('Show one habit and what was checked last')
      .action(read(() => import('./show.ts'))),
    'larry habit show Run',
  )
  examples(
    declarePlan(habit.command('edit [names...]').description('Change habits; none clears a value'))
      .option('--name <name>', 'a new name, for one habit')
      .option('--archive', 'hide it; its streak stays as it is')
      .option('--unarchive', 'take it up again')
      .action(write(() => import('./edit.ts'))),
    'larry habit edit Run --target 4',
    'larry habit edit Water Read --ends none --archive',
  )
  examples(
    habit
      .command('remove [names...]')
      .alias('rm')
      .description('Delete habits and their checks')
      .action(write(() => import('./remove.ts'))),
    'larry habit remove Run',
  )
}

/** What add and edit can say of a habit. */
function declarePlan(verb: Command): Command {
  return verb
    .option('--period <period>', 'day, week or month: what the target is for')
    .option('--target <number>', 'how often, or how much of the unit')
    .option('--unit <unit>', 'what amounts count, such as km')
    .option('--starts <date>', 'the first day, today unless told')
    .option('--ends <date>', 'the last day')
}
