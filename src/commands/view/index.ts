import type { Command } from 'commander'
import type { Run } from '../../cli/context.ts'

/** The verbs of `larry view`; `larry list --view NAME` uses one. */
export function declare(view: Command, { read, write, examples }: Run): void {
  examples(
    view
      .command('save <name> [filter...]')
      .description('Save a filter, an order and columns; dates stay as typed')
      .option('--sort <field...>', 'order by a field, -field for the reverse; repeatable')
      .option('--columns <names>', 'columns in place of the usual, such as id,due,title')
      .action(write(() => import('./save.ts'))),
    'larry view save work project:work/ -someday --sort due',
    "larry view save week 'due:..eow' --columns id,due,title",
    'larry list --view work',
  )
  examples(
    view
      .command('list')
      .alias('ls')
      .description('List saved views')
      .action(read(() => import('./list.ts'))),
    'larry view list',
  )
  examples(
    view
      .command('show <name>')
      .description('Show what a view keeps')
      .action(read(() => import('./show.ts'))),
    'larry view show work',
  )
  examples(
    view
      .command('remove [names...]')
      .alias('rm')
      .description('Delete views, not the tasks they find')
      .action(write(() => import('./remove.ts'))),
    'larry view remove work',
  )
}
