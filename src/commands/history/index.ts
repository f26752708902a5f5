import type { Command } from 'commander'
import type { Run } from '../../cli/context.ts'

/** The verbs of `larry history`; undo and redo are root words too. */
export function declare(history: Command, { read, write, examples }: Run): void {
  examples(
    history
      .command('list')
      .alias('ls')
      .description('List what was done, the newest first')
      .option('-l, --limit <count>', 'at most this many')
      .option('--offset <count>', 'after this many')
      .action(read(() => import('./list.ts'))),
    'larry history list -l 10',
  )
  examples(
    history
      .command('show <action>')
      .description('Show each row an action changed')
      .action(read(() => import('./show.ts'))),
    'larry history show 42',
    'larry history show 42 --json',
  )
  examples(
    history
      .command('undo [count]')
      .description('Take back the last change done or redone, the last few, or all after an action')
      .option('--to <action>', 'every change after this action that still stands')
      .action(write(() => import('./undo.ts'), { kind: 'undo' })),
    'larry undo',
    'larry undo 3',
    'larry undo --to 42',
  )
  examples(
    history
      .command('redo')
      .description('Do again what was undone last')
      .action(write(() => import('./redo.ts'), { kind: 'redo' })),
    'larry redo',
  )
}
