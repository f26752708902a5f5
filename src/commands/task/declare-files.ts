import type { Command } from 'commander'
import type { Run } from '../../cli/context.ts'

/** The verb that attaches files; those about attached files are `larry attachment`'s. */
export function declareFiles(task: Command, { write, examples }: Run): void {
  examples(
    task
      .command('attach <id> <files...>')
      .description('Attach files to a task: larry keeps a copy; - reads a pipe')
      .option('--name <name>', 'another name for the one file, or for what the pipe holds')
      .option('--describe <text>', 'what it is')
      .option('--type <media-type>', 'such as application/pdf; else told by the name')
      .action(write(() => import('./attach.ts'))),
    'larry task attach 3 contract.pdf',
    'larry task attach 3 *.png --describe "screens before the change"',
    'pg_dump app | gzip | larry task attach 3 - --name app.sql.gz',
  )
}
