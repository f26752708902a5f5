import type { Command } from 'commander'
import type { Run } from '../../cli/context.ts'

/** The verbs of `larry project`. */
export function declare(project: Command, { read, write, examples }: Run): void {
  examples(
    project
      .command('add [name...]')
      .description('Add a project; a name such as work/site puts it below work')
      .option('--client <name>', 'whom it is for')
      .option('--notes <text>', 'longer text')
      .action(write(() => import('./add.ts'))),
    'larry project add work/site --client acme',
  )
  examples(
    project
      .command('list')
      .alias('ls')
      .description('List projects by name, the archived only when told')
      .option('--all', 'the archived too')
      .option('--status <status>', 'only these: active, archived')
      .action(read(() => import('./list.ts'))),
    'larry project list',
    'larry project list --json | jq ".[] | {name, open_total}"',
  )
  examples(
    project
      .command('show [name...]')
      .description('Show one project: progress, hours, what is due next')
      .action(read(() => import('./show.ts'))),
    'larry project show work/site',
  )
  examples(
    project
      .command('edit [names...]')
      .description('Change projects; a new name carries the projects below along')
      .option('--name <name>', 'a new name, for one project')
      .option('--client <name>', 'whom it is for, or none')
      .option('--status <status>', 'active, archived')
      .option('--notes <text>', 'longer text, or none')
      .action(write(() => import('./edit.ts'))),
    'larry project edit work --name web',
    'larry project edit work/site work/shop --client acme',
  )
  examples(
    project
      .command('archive [names...]')
      .description('Hide projects and all below them; larry undo brings them back')
      .action(write(() => import('./archive.ts'))),
    'larry project archive work/site',
  )
  examples(
    project
      .command('remove [names...]')
      .alias('rm')
      .description('Delete projects; their tasks live on')
      .option('--cascade', 'the projects below too')
      .action(write(() => import('./remove.ts'))),
    'larry project remove work/site',
    'larry project remove work --cascade --yes',
  )
}
