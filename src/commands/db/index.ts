import type { Command } from 'commander'
import type { Run } from '../../cli/context.ts'

/** The verbs of `larry db`. */
export function declare(db: Command, { bare, examples }: Run): void {
  examples(
    db
      .command('migrate')
      .description('Bring the file to the newest schema, or another one')
      .option('--to <migration>', 'this one, by name or number; 0 is none')
      .option('--down', 'one step back; what the step holds is lost')
      .option('--list', 'only tell which are applied')
      .action(bare(() => import('./migrate.ts'))),
    'larry db migrate',
    'larry db migrate --list',
    'larry db migrate --dry-run',
  )
  examples(
    db
      .command('status')
      .description('Tell the schema version and what is pending')
      .action(bare(() => import('./status.ts'))),
    'larry db status',
  )
  examples(
    db
      .command('info')
      .description('Tell settings, sizes and row counts')
      .action(bare(() => import('./info.ts'))),
    'larry db info --json | jq .journal_mode',
  )
  examples(
    db
      .command('backup [file]')
      .description('Copy the file while it is in use, and check the copy')
      .option('--keep <count>', 'then keep only this many sound backups')
      .option('--with-attachments', 'the attached files too, in a folder beside it')
      .option('--force', 'replace an existing backup')
      .option('--list', 'only tell which there are')
      .action(bare(() => import('./backup.ts'))),
    'larry db backup',
    'larry db backup --keep 3 --with-attachments',
    'larry db backup /mnt/usb/larry.db',
    'larry db backup - | gzip > larry.db.gz',
  )
  examples(
    db
      .command('restore <file>')
      .description('Replace everything by a backup; a copy is kept')
      .action(bare(() => import('./restore.ts'))),
    'larry db restore larry-20261123T051740Z.db --yes',
  )
  examples(
    db
      .command('check')
      .description('Examine the file: 0 well, 1 to repair, 2 damaged')
      .action(bare(() => import('./check.ts'))),
    'larry db check',
  )
  examples(
    db
      .command('optimize')
      .description('Refresh what SQLite knows of the file, and tidy it')
      .option('--vacuum', 'give empty space back too')
      .action(bare(() => import('./optimize.ts'))),
    'larry db optimize',
    'larry db optimize --vacuum',
  )
  examples(
    db
      .command('slow')
      .description('List what took longer than a second, newest first')
      .option('-l, --limit <count>', 'at most this many')
      .option('--offset <count>', 'after this many')
      .action(bare(() => import('./slow.ts'))),
    'larry db slow -l 10',
  )
  examples(
    db
      .command('path')
      .description('Print where the file is')
      .action(bare(() => import('./path.ts'))),
    'ls -l "$(larry db path)"',
  )
}
