import type { Command } from 'commander'
import type { Run } from '../../cli/context.ts'

/** The verbs of talk about a task; `larry comment` corrects what was said. */
export function declareComments(task: Command, { read, write, examples }: Run): void {
  examples(
    task
      .command('comment <id> [text...]')
      .description('Say something on a task; - reads it from a pipe')
      .action(write(() => import('./comment.ts'))),
    'larry task comment 12 Asked them for a quote',
    'git log -3 | larry task comment 12 -',
    'larry task comment 12 -- --force did not help',
  )
  examples(
    task
      .command('comments <id>')
      .description('List what was said on a task, the oldest first')
      .action(read(() => import('./comments.ts'))),
    'larry task comments 12',
    'larry task comments 12 --format md',
  )
}
