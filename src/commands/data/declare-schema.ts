import type { Command } from 'commander'
import type { Run } from '../../cli/context.ts'

/** The verb that tells programs what they may rely on. */
export function declareSchema(data: Command, { bare, examples }: Run): void {
  examples(
    data
      .command('schema [command...]')
      .description('Tell what a command, or "error", answers as JSON Schema')
      .action(bare(() => import('./schema.ts'))),
    'larry schema',
    'larry schema list > list.schema.json',
    'larry schema task show --format md',
    'larry schema error',
  )
}
