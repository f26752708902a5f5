import type { Command } from 'commander'
import type { Run } from '../../cli/context.ts'

/** The verbs of `larry config`. None opens a database, and none is stopped by a config that cannot be read: they mend it. */
export function declare(config: Command, { bare, examples }: Run): void {
  const mending = { anyConfig: true } as const
  examples(
    config
      .command('list')
      .description('List what can be set, what holds and what it is for')
      .option('--origin', 'with who says it, and what flags and variables set')
      .action(bare(() => import('./list.ts'), mending)),
    'larry config list',
    'larry config list --origin',
  )
  examples(
    config
      .command('get <key>')
      .description('Print what holds for one key')
      .action(bare(() => import('./get.ts'), mending)),
    'larry config get week_start',
    'larry config get db --json | jq -r .origin',
  )
  examples(
    config
      .command('set <key> <value>')
      .description('Set a key; the rest of the file stays as it is')
      .action(bare(() => import('./set.ts'), mending)),
    'larry config set week_start sunday',
    'larry config set tz Europe/Vienna',
    'larry config set attachment_limit 1GiB',
  )
  examples(
    config
      .command('unset <key>')
      .description('Take a key out, also one larry does not know')
      .action(bare(() => import('./unset.ts'), mending)),
    'larry config unset week_start',
  )
  examples(
    config
      .command('path')
      .description('Print where config.toml is, whether it exists or not')
      .action(bare(() => import('./path.ts'), mending)),
    '$EDITOR "$(larry config path)"',
  )
}
