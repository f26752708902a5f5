import type { Command } from 'commander'
import type { Run } from '../../cli/context.ts'

/** The verbs by which reminders are heard. */
export function declareFiring(remind: Command, { bare, examples }: Run): void {
  examples(
    declareHanding(
      remind
        .command('due')
        .description('List what is due, the oldest first; with --fire mark it too')
        .option('--fire', 'mark what is printed; two processes never fire the same'),
    )
      .option('--notify', 'show what fired on the desktop')
      .option('--exit-code', 'exit 1 when nothing is due')
      .action(bare(() => import('./due.ts'))),
    'larry remind due',
    'larry remind due --fire --notify    (from cron, every minute)',
    `larry remind due --exec 'jq -r .title | mail -s reminder me'`,
  )
  examples(
    declareHanding(remind.command('watch').description('Fire what comes due, a line each, until interrupted'))
      .option('--no-notify', 'print only')
      .option('--every <length>', 'how often to look, 10s unless told')
      .action(bare(() => import('./watch.ts'))),
    'larry remind watch',
    'larry remind watch --json --no-notify --every 1m',
  )
  examples(
    remind
      .command('install')
      .description('Print what looks for due reminders every minute, or put it in place')
      .option('--systemd', 'a service and its timer, of the user')
      .option('--cron', 'a line of the crontab')
      .option('--launchd', 'an agent, on macOS')
      .option('--write', 'put it where it belongs')
      .action(bare(() => import('./install.ts'))),
    'larry remind install --systemd --write',
    'larry remind install --cron',
  )
}

function declareHanding(verb: Command): Command {
  return verb
    .option('--exec <command>', 'hand each to it as JSON on stdin; marked when it succeeds')
    .option('--timeout <length>', 'how long the command may take, 1m unless told')
}
