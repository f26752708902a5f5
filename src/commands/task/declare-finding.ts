import type { Command } from 'commander'
import type { Run } from '../../cli/context.ts'
import { declareListing } from './options.ts'

/** The verbs that look for tasks and show them. */
export function declareFinding(task: Command, { read, examples }: Run): void {
  examples(
    declareListing(
      task.command('list [filter...]').alias('ls').description('List tasks, the open ones unless told otherwise'),
    )
      .option('--all', 'finished and waiting tasks too')
      .option('--view <name>', 'the filter, order and columns saved under a name; words narrow it further')
      .option('--explain', 'how the filter was read, what was added to it and how many it finds')
      .action(read(() => import('./list.ts'))),
    'larry list',
    "larry list +home -errand 'due:..fri'",
    'larry list project:work/ "p:high.." --sort -priority --sort due -l 10',
    'larry list is:overdue --count --exit-code',
    'larry list --view work --group project',
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
    task
      .command('next [filter...]')
      .description('Suggest what to do now: the most urgent that nothing keeps waiting')
      .option('-l, --limit <count>', 'at most this many, 5 unless told')
      .action(read(() => import('./next.ts'))),
    'larry next',
    'larry next project:work/ -l 1',
  )
  examples(
    task
      .command('pick [filter...]')
      .description('Choose the one task to do in the time there is, and say why')
      .option('--for <length>', 'how long there is, such as 25m')
      .option('--exit-code', 'exit 1 when none fits')
      .action(read(() => import('./pick.ts'))),
    'larry task pick --for 25m',
    'larry task pick --for 1h +errand',
  )
  examples(
    task
      .command('today')
      .description('One screen: the timer, overdue, due, in progress, habits, next')
      .option('--all', 'every task of each part')
      .action(read(() => import('./today.ts'))),
    'larry today',
    'larry today --format md',
  )
}
