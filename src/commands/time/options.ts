import type { Command } from 'commander'
import type { WindowOptions } from '../../domain/time-window.ts'

/** How list and report are told which entries they are about, beside words that speak of their tasks. */
export interface ChoosingOptions extends WindowOptions {
  readonly task?: string
  readonly client?: string
  readonly project?: string
  readonly billable?: boolean
}

export function declareChoosing(verb: Command): Command {
  return verb
    .option('--from <when>', 'begun on this day or later: som, sow, -7d, 2026-11-01')
    .option('--to <when>', 'begun on this day or earlier')
    .option('--task <ids>', 'on these tasks, such as 3,4')
    .option('--client <name>', "the task's client or its project's; none for no client")
    .option('--project <name>', 'work, or work/ with all below; none for no project')
    .option('--billable', 'only what is to be paid for')
    .option('--no-billable', 'only what is not')
}
