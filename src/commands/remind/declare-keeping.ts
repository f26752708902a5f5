import type { Command } from 'commander'
import type { Run } from '../../cli/context.ts'

/** The verbs over reminders that are kept. */
export function declareKeeping(remind: Command, { read, write, examples }: Run): void {
  examples(
    remind
      .command('add [id-and-when...]')
      .description('Remind of a task, or of a message: at a moment, in a while, before the due date')
      .option('--message <text>', 'what it says, in place of a task')
      .option('--every <rule>', 'repeat: weekday, "2 weeks on mon", "month on the last friday"')
      .action(write(() => import('./add.ts'))),
    'larry remind add 12 tomorrow 9am',
    'larry remind add 12 -1d    (before it is due)',
    'larry remind add --message "Tea is ready" +5m',
    'larry remind add --message Standup 9:30 --every weekday',
  )
  examples(
    remind
      .command('list [ids...]')
      .alias('ls')
      .description('List the pending reminders, the next first: all, or those of tasks')
      .option('--all', 'fired and dismissed ones too')
      .option('-l, --limit <count>', 'at most this many')
      .option('--offset <count>', 'after this many')
      .action(read(() => import('./list.ts'))),
    'larry remind list',
    'larry remind list 12,14 --all',
  )
  examples(
    remind
      .command('snooze [ids-and-when...]')
      .description('Put reminders off, those that fired too')
      .action(write(() => import('./snooze.ts'))),
    'larry remind snooze 3 +30m',
    'larry remind snooze 3-5 tomorrow 9am',
  )
  examples(
    remind
      .command('dismiss [ids...]')
      .description('Hear no more of reminders')
      .action(write(() => import('./dismiss.ts'))),
    'larry remind dismiss 3',
    'larry remind due --ids | larry remind dismiss -',
  )
  examples(
    remind
      .command('edit [id-and-when...]')
      .description('Give a reminder another moment, rule or message')
      .option('--message <text>', 'what it says')
      .option('--every <rule>', 'repeat by this rule; none ends that')
      .action(write(() => import('./edit.ts'))),
    'larry remind edit 3 friday 14:00',
    'larry remind edit 3 --every none',
  )
  examples(
    remind
      .command('remove [ids...]')
      .alias('rm')
      .description('Delete reminders; undo brings them back')
      .action(write(() => import('./remove.ts'))),
    'larry remind remove 3',
    'larry remind rm 3,7-9 --yes',
  )
}
