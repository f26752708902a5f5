import type { Command } from 'commander'
import type { Token } from '../../domain/words/split.ts'
import { readName } from '../../domain/words/values.ts'

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
    .option('--status <status>', 'todo, in-progress, review, blocked, done, cancelled')
    .option('--notes <text>', 'longer text')
}

/** Options as tokens, so that a word and an option that say the same are found to be given twice. */
export function attributeTokens({ tag = [], estimate, notes, ...rest }: AttributeOptions): Token[] {
  const single = { ...rest, est: estimate, ...(notes === false ? {} : { notes }) }
  return [
    ...Object.entries(single)
      .filter(([, value]) => value !== undefined)
      .map(([key, value]): Token => ({ key, value: value!, text: `--${key === 'est' ? 'estimate' : key} ${value}` })),
    ...tag.map((value): Token => ({ key: 'tag', value: readName('tag', value), text: `--tag ${value}` })),
  ]
}
