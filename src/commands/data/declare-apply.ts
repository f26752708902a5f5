import type { Command } from 'commander'
import type { Run } from '../../cli/context.ts'

/** The verb that takes changes as lines of JSON. */
export function declareApply(data: Command, { write, examples }: Run): void {
  examples(
    data
      .command('apply <file>')
      .description('Apply operations, a line of JSON each, all or none; asks nothing')
      .action(write(() => import('./apply.ts'))),
    `echo '{"op":"add","title":"Call Bob","due":"fri"}' | larry apply -`,
    `echo '{"op":"done","id":12,"key":"ci-7"}' | larry apply - --json`,
    'larry apply changes.ndjson --dry-run',
    'larry help operations    (what a line may say)',
  )
}
