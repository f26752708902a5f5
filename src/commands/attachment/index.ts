import type { Command } from 'commander'
import type { Run } from '../../cli/context.ts'

/** The verbs of `larry attachment`; `larry task attach` is where they come from. */
export function declare(attachment: Command, { read, write, bare, examples }: Run): void {
  examples(
    attachment
      .command('list [ids...]')
      .alias('ls')
      .description('List attached files, of these tasks or of all')
      .action(read(() => import('./list.ts'))),
    'larry attachment list',
    'larry attachment list 3',
    'larry list +invoice --ids | larry attachment list -',
  )
  examples(
    attachment
      .command('get <id>')
      .description('Write an attached file into this folder, or into a pipe')
      .option('-o, --output <file>', 'this file or folder instead; - is standard output')
      .option('--force', 'replace an existing file')
      .action(bare(() => import('./get.ts'))),
    'larry attachment get 7',
    'larry attachment get 7 -o /tmp/contract.pdf',
    'larry attachment get 7 | pdftotext - -',
  )
  examples(
    attachment
      .command('describe <id> [text...]')
      .description('Say what a file is; "none" or nothing clears it')
      .action(write(() => import('./describe.ts'))),
    'larry attachment describe 7 signed by both',
    'larry attachment describe 7 none',
  )
  examples(
    attachment
      .command('remove [ids...]')
      .alias('rm')
      .description('Detach files. undo brings them back')
      .action(write(() => import('./remove.ts'))),
    'larry attachment remove 7',
    'larry attachment rm 7 9-12 --yes',
  )
  examples(
    attachment
      .command('verify [ids...]')
      .description('Read stored files and hold them against their hashes')
      .action(bare(() => import('./verify.ts'))),
    'larry attachment verify',
    'larry attachment verify 7',
  )
  examples(
    attachment
      .command('sweep')
      .description('Delete stored files that no task, undo or backup needs')
      .option('--removed', 'those of removed attachments, too: undo would lack them')
      .action(write(() => import('./sweep.ts'))),
    'larry attachment sweep --dry-run',
    'larry attachment sweep --removed',
  )
}
