import type { Command } from 'commander'
import type { Run } from '../../cli/context.ts'

/** The verbs that carry records out of larry's file and into it. */
export function declareExchange(data: Command, { write, bare, examples }: Run): void {
  examples(
    data
      .command('export [filter...]')
      .description('Write all there is, or the tasks a filter finds, finished ones too')
      .option('--as <format>', 'json, ndjson, csv, tsv, todotxt, taskwarrior, ics, md')
      .option('-o, --output <file>', 'a file; its ending tells the format')
      .option('--force', 'replace an existing file')
      .option('--map <pairs>', 'names of CSV columns: title=Name,due=Deadline')
      .option('--with-attachments', 'the attached files themselves, too')
      .action(bare(() => import('./export.ts'))),
    'larry export -o larry.json',
    'larry export project:work/ -someday --as ndjson | jq -r .title',
    'larry export --with-attachments -o everything.ndjson',
    'larry help exchange    (what formats carry; history stays here)',
  )
  examples(
    data
      .command('import <file>')
      .description('Take in all that a file tells, or nothing; - is standard input')
      .option('--as <format>', 'json, ndjson, csv, tsv, todotxt, taskwarrior, ics, md')
      .option('--overwrite', 'the file is right, where what is here differs and is newer')
      .option('--map <pairs>', 'the CSV columns of keys: title=Name,status=none')
      .action(write(() => import('./import.ts'))),
    'larry import larry.json',
    'larry import other.ndjson --dry-run',
    'curl -s https://example.com/tasks.json | larry import - --as json',
    'larry help exchange    (formats, and how tasks are known again)',
  )
}
