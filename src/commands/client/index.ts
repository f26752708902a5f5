import type { Command } from 'commander'
import type { Run } from '../../cli/context.ts'
import { declareClientOptions } from './options.ts'

/** The verbs of `larry client`. */
export function declare(client: Command, { read, write, examples }: Run): void {
  examples(
    declareClientOptions(client.command('add [name...]').description('Add a client; the words are its name')).action(
      write(() => import('./add.ts')),
    ),
    'larry client add Acme Corp --rate 85 --currency EUR',
    'larry client add Globex --status prospect --email ann@globex.example',
  )
  examples(
    client
      .command('list')
      .alias('ls')
      .description('List clients by name, the archived only when told')
      .option('--all', 'the archived too')
      .option('--status <status>', 'only these: prospect, active, inactive, archived')
      .action(read(() => import('./list.ts'))),
    'larry client list',
    'larry client list --status prospect,inactive',
  )
  examples(
    client
      .command('show [name...]')
      .description('Show one client: tasks, hours, money, last activity')
      .action(read(() => import('./show.ts'))),
    'larry client show acme',
    'larry client show acme --json | jq .amount_cents',
  )
  examples(
    declareClientOptions(client.command('edit [names...]').description('Change clients; none clears a value'))
      .option('--name <name>', 'a new name, for one client')
      .action(write(() => import('./edit.ts'))),
    'larry client edit acme --rate 90 --name "Acme Corporation"',
    'larry client edit acme globex --status inactive --phone none',
  )
  examples(
    client
      .command('archive [names...]')
      .description('Hide clients that are done with; edit --status active undoes it')
      .action(write(() => import('./archive.ts'))),
    'larry client archive acme',
  )
  examples(
    client
      .command('remove [names...]')
      .alias('rm')
      .description('Delete clients; their tasks and projects live on')
      .action(write(() => import('./remove.ts'))),
    'larry client remove acme',
    'larry client remove "Acme Corp" globex --yes',
  )
}
