import type { Command } from 'commander'
import type { Run } from '../../cli/context.ts'
import { declareAttributes, declareListing, declareSelection } from './options.ts'

/** The verbs of `larry task`. */
export function declare(task: Command, { read, write, examples }: Run): void {
  examples(
    declareAttributes(
      task.command('add [words...]').description('Add a task from words, or one for each line of a pipe or file'),
    )
      .option('--file <file>', 'one task for each line of the file')
      .option('--literal', 'take everything as title, nothing as date, tag or key')
      .action(write(() => import('./add.ts'))),
    'larry add "Pay rent tomorrow +home p:high"',
    'larry add Call Bob due:"next monday 14:00" project:work/site est:30m',
    'larry add - --literal < titles.txt',
    'larry add -- --not-a-flag is a fine title',
  )
  examples(
    declareListing(
      task.command('list [filter...]').alias('ls').description('List tasks, the open ones unless told otherwise'),
    )
      .option('--all', 'finished and waiting tasks too')
      .action(read(() => import('./list.ts'))),
    'larry list',
    "larry list +home -errand 'due:..fri'",
    'larry list project:work/ "p:high.." --sort -priority --sort due -l 10',
    'larry list is:overdue --count --exit-code',
  )
  examples(
    declareListing(
      task.command('search [filter...]').description('Find tasks by title and notes, finished ones too'),
    ).action(read(() => import('./search.ts'))),
    'larry search invoice',
    "larry search '/inv(oice)?s? 20\\d\\d/' completed:2026-01-01..",
  )
  examples(
    task
      .command('show <id>')
      .description('Show all of one task')
      .action(read(() => import('./show.ts'))),
    'larry show 12',
    'larry show 12 --json | jq .notes',
  )
  examples(
    declareAttributes(
      declareSelection(
        task
          .command('edit [ids-and-words...]')
          .description('Change tasks with the words of add; -tag takes a tag away'),
      ),
    )
      .option('--title <text>', 'a new title, as it stands')
      .option('--no-notes', 'clear the notes')
      .action(write(() => import('./edit.ts'))),
    'larry edit 12 due:fri +urgent -someday',
    'larry edit 3 4 7-9 project:home p:low',
    "larry edit --where 'project:old' project:new",
  )
  examples(
    declareSelection(task.command('done [ids...]').description('Complete tasks'))
      .option('--force', 'past open subtasks and blockers')
      .option('--cascade', 'the subtasks too')
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
