import type { Command } from 'commander'

/** What add and edit can say of a client. */
export function declareClientOptions(verb: Command): Command {
  return verb
    .option('--rate <amount>', 'for an hour, such as 85 or 85.50')
    .option('--currency <code>', 'of the rate, such as EUR')
    .option('--email <address>', 'where to write')
    .option('--phone <number>', 'where to call')
    .option('--status <status>', 'prospect, active, inactive, archived')
    .option('--notes <text>', 'longer text')
}
