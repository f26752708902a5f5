import type { Command } from 'commander'
import { type GroupField, groupFields } from '../../domain/sort.ts'

/** The options that say what words can say too. */
export interface AttributeOptions {
  readonly title?: string
  readonly priority?: string
  readonly due?: string
  readonly project?: string
  readonly client?: string
  readonly tag?: readonly string[]
  readonly estimate?: string
  readonly parent?: string
  readonly depends?: string
  readonly wait?: string
  readonly every?: string
  readonly after?: string
  readonly remind?: string
  readonly status?: string
  readonly notes?: string | false
}

export function declareAttributes(verb: Command): Command {
  return verb
    .option('--priority <level>', 'low, medium, high, critical, urgent, or 1 to 5')
    .option('--due <when>', 'a date: tomorrow, fri, "next monday 14:00", 2026-12-24')
    .option('--project <name>', 'made when missing; a path such as work/site')
    .option('--client <name>', 'a client that exists')
    .option('--tag <name...>', 'repeatable')
    .option('--estimate <length>', 'such as 45m or 1h30m')
    .option('--parent <id>', 'make it a subtask')
    .option('--depends <ids>', 'tasks to wait for, such as 3,4')
    .option('--wait <when>', 'hide it until then')
    .option('--every <rule>', 'repeat by the calendar: "2 weeks on mon,thu", or none')
    .option('--after <length>', 'repeat that long after it is done: "10 days", or none')
    .option('--remind <when>', 'a moment, or before it is due: -1d, "tomorrow 9am", +30m')
    .option('--status <status>', 'todo, in-progress, review, blocked, done, cancelled')
    .option('--notes <text>', 'longer text')
}

/** How a changing verb may be told its tasks. */
export interface SelectionOptions {
  readonly where?: string
}

export function declareSelection(verb: Command): Command {
  return verb.option('--where <filter>', "the tasks a filter finds, in place of ids, such as '+home due:..today'")
}

/** How a listing verb may be told its order and page. */
export interface ListingOptions {
  readonly sort?: readonly string[]
  readonly group?: GroupField
  readonly limit?: string
  readonly offset?: string
  readonly count?: true
  readonly exitCode?: true
}

export function declareListing(verb: Command): Command {
  return verb
    .option('--sort <field...>', 'order by a field, -field for the reverse; repeatable')
    .addOption(verb.createOption('--group <field>', `under headings: ${groupFields.join(', ')}`).choices(groupFields))
    .option('-l, --limit <count>', 'at most this many')
    .option('--offset <count>', 'after this many')
    .option('--count', 'only how many there are')
    .option('--exit-code', 'exit 1 when there are none')
}
