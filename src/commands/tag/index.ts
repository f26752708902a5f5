import type { Command } from 'commander'
import type { Run } from '../../cli/context.ts'

/** The verbs of `larry tag`. */
export function declare(tag: Command, { read, write, examples }: Run): void {
  examples(
    tag
      .command('list')
      .alias('ls')
      .description('List tags with how many tasks bear them')
      .action(read(() => import('./list.ts'))),
    'larry tag list',
  )
  examples(
    tag
      .command('rename <old> <new>')
      .description('Give a tag another name on all tasks; one that is in use takes it in')
      .action(write(() => import('./rename.ts'))),
    'larry tag rename home house',
  )
  examples(
    tag
      .command('remove [tags...]')
      .alias('rm')
      .description('Take tags away from all tasks')
      .action(write(() => import('./remove.ts'))),
    'larry tag remove someday',
    'larry tag remove someday maybe --yes',
  )
}
