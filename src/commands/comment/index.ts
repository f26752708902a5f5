import type { Command } from 'commander'
import type { Run } from '../../cli/context.ts'

/** The verbs of `larry comment`; `larry task comment` adds one. */
export function declare(comment: Command, { read, write, examples }: Run): void {
  examples(
    comment
      .command('list [ids...]')
      .alias('ls')
      .description('List comments, the oldest first: all, or those on tasks')
      .option('-l, --limit <count>', 'at most this many')
      .option('--offset <count>', 'after this many')
      .action(read(() => import('./list.ts'))),
    'larry comment list',
    'larry comment list 12,14',
    'larry list project:work --ids | larry comment list -',
  )
  examples(
    comment
      .command('edit <id> [text...]')
      .description('Say it otherwise; the id is that of the comment')
      .action(write(() => import('./edit.ts'))),
    'larry comment edit 7 Asked them for two quotes',
    'larry comment edit 7 - < notes.txt',
  )
  examples(
    comment
      .command('remove [ids...]')
      .alias('rm')
      .description('Delete comments; undo brings them back')
      .action(write(() => import('./remove.ts'))),
    'larry comment remove 7',
    'larry comment rm 3,7-9 --yes',
  )
}
