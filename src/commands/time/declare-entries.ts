import type { Command } from 'commander'
import type { Run } from '../../cli/context.ts'
import { declareChoosing } from './options.ts'

/** The verbs over what was recorded. */
export function declareEntries(time: Command, { read, write, examples }: Run): void {
  examples(
    declareChoosing(
      time
        .command('list [filter...]')
        .alias('ls')
        .description('List time entries, the last begun first; words choose their tasks'),
    )
      .option('-l, --limit <count>', 'at most this many')
      .option('--offset <count>', 'after this many')
      .action(read(() => import('./list.ts'))),
    'larry time list --from som',
    'larry time list +meeting --client acme --json',
  )
  examples(
    time
      .command('edit [ids...]')
      .description('Change time entries; an end given to a running one stops it')
      .option('--from <when>', 'when it began; a time alone is on the day of the entry')
      .option('--to <when>', 'when it ended')
      .option('--task <id>', 'the task it belongs to')
      .option('--note <text>', 'what the work was')
      .option('--no-note', 'clear the note')
      .option('--billable', 'to be paid for')
      .option('--no-billable', 'not to be paid for')
      .option('--allow-overlap', 'though other work took place at the same time')
      .action(write(() => import('./edit.ts'))),
    'larry time edit 7 --to 10:30',
    'larry time edit 7-9 --task 12 --no-billable',
  )
  examples(
    time
      .command('split <entry> <when-or-length>')
      .description('Make two entries of one, at a time inside it or after a length')
      .action(write(() => import('./split.ts'))),
    'larry time split 7 10:30',
    'larry time split 7 45m',
  )
  examples(
    time
      .command('remove [ids...]')
      .alias('rm')
      .description('Delete time entries; undo brings them back')
      .action(write(() => import('./remove.ts'))),
    'larry time remove 7',
    'larry time list --task 12 --ids | larry time rm - --yes',
  )
  examples(
    declareChoosing(
      time.command('report [filter...]').description("Sum hours and money, this month's unless told otherwise"),
    )
      .option(
        '--by <names>',
        'some of client, project, task, day, week, month; by client,project unless given. An entry counts whole, where it began',
      )
      .option(
        '--round <length>',
        'each entry up to the next whole 15m. Each amount, the total too, is exact seconds times the rate, rounded once, half a cent up',
      )
      .action(read(() => import('./report.ts'))),
    'larry time report',
    'larry time report --by client,day --from 2026-11-01 --to 2026-11-30',
    'larry time report --client acme --round 15m --format md > november.md',
  )
}
