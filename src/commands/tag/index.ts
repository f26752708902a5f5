import type { Command } from 'commander'
import type { Run } from '../../cli/context.ts'

/** The verbs of `larry tag`. */
export function declare(tag: Command, { read, examples }: Run): void {
  examples(
    tag
      .command('list')
      .alias('ls')
      .description('List tags with how many tasks bear them')
      .action(read(() => import('./list.ts'))),
    'larry tag list',
  )
}
