import { type Command, Option } from 'commander'
import type { Run } from '../../cli/context.ts'
import { declareSelection } from './options.ts'

/** The verbs that move tasks along, and out. */
export function declareStatus(task: Command, { write, examples }: Run): void {
  examples(
    declareSelection(task.command('done [ids...]').description('Complete tasks'))
      .option('--force', 'past open subtasks and blockers')
      .option('--cascade', 'the subtasks too')
      .addOption(new Option('--catch-up <which>', 'of what repeats also create all that was missed').choices(['all']))
      .action(write(() => import('./done.ts'))),
    'larry done 3',
    'larry done 3 4 7-9',
    'larry list +errand --ids | larry done -',
  )
  examples(
    declareSelection(task.command('reopen [ids...]').description('Take finished tasks up again')).action(
      write(() => import('./reopen.ts')),
    ),
    'larry task reopen 3',
  )
  examples(
    declareSelection(task.command('start [ids...]').description('Mark tasks as in progress')).action(
      write(() => import('./start.ts')),
    ),
    'larry start 3',
  )
  examples(
    declareSelection(task.command('cancel [ids...]').description('Give tasks up; what waited for them is free'))
      .option('--cascade', 'the open subtasks too')
      .action(write(() => import('./cancel.ts'))),
    'larry task cancel 3',
  )
  examples(
    declareSelection(
      task
        .command('remove [ids...]')
        .alias('rm')
        .description('Delete tasks; their subtasks move up. undo brings them back'),
    )
      .option('--cascade', 'the subtasks too')
      .action(write(() => import('./remove.ts'))),
    'larry task remove 3',
    'larry rm 3 4 --yes',
  )
}
