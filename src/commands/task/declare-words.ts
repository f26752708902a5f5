import type { Command } from 'commander'
import type { Run } from '../../cli/context.ts'
import { declareAttributes, declareSelection } from './options.ts'

/** The verbs that take the words of a task. */
export function declareWords(task: Command, { write, examples }: Run): void {
  examples(
    declareAttributes(
      task
        .command('add [words...]')
        .description('Add a task from words, in $EDITOR, or one for each line of a pipe or file'),
    )
      .option('--file <file>', 'one task for each line of the file')
      .option('--literal', 'take everything as title, nothing as date, tag or key')
      .action(write(() => import('./add.ts'))),
    'larry add "Pay rent tomorrow +home p:high"',
    'larry add Call Bob due:"next monday 14:00" project:work/site est:30m',
    'larry add - --literal < titles.txt',
    'larry add -- --not-a-flag is a fine title',
    'larry add    (on a terminal: a title line and notes in $EDITOR)',
  )
  examples(
    declareAttributes(
      task.command('log [words...]').description('Add a task whose work is done already, and how long it took'),
    )
      .option('--time <length>', 'how long: 45m or 1h30m, ending now unless --at')
      .option('--at <when>', 'when that began: 9:30, -2h, "yesterday 14:00"')
      .option('--no-billable', 'not to be paid for')
      .option('--allow-overlap', 'though other work took place at the same time')
      .action(write(() => import('./log.ts'))),
    'larry task log Call with Bob client:acme --time 45m',
    'larry task log "Fix the tap +home" --time 1h30m --at 9:00',
  )
  examples(
    declareAttributes(
      declareSelection(
        task
          .command('edit [ids-and-words...]')
          .description('Change tasks with the words of add, or as a text in $EDITOR'),
      ),
    )
      .option('--title <text>', 'a new title, as it stands')
      .option('--no-notes', 'clear the notes')
      .action(write(() => import('./edit.ts'))),
    'larry edit 12 due:fri +urgent -someday',
    'larry edit 3 4 7-9    (on a terminal: as one text in $EDITOR)',
    'larry edit 3 4 7-9 project:home p:low',
    "larry edit --where 'project:old' project:new",
  )
  examples(
    declareAttributes(
      declareSelection(
        task
          .command('duplicate [ids-and-words...]')
          .description('Copy tasks to be done anew; the words of edit change the copies'),
      ),
    )
      .option('--title <text>', 'a new title, as it stands')
      .option('--no-notes', 'leave the notes out')
      .option('--cascade', 'the open subtasks too, as they are')
      .action(write(() => import('./duplicate.ts'))),
    'larry task duplicate 12 due:"next friday"',
    'larry task duplicate 3 4 +again',
    'larry task duplicate 20 --cascade project:work/next',
  )
}
