import type { Command } from 'commander'
import type { Run } from '../../cli/context.ts'
import { declareSelection } from './options.ts'

/** The verbs that say whom tasks are for. */
export function declareClients(task: Command, { write, examples }: Run): void {
  examples(
    declareSelection(
      task.command('assign [ids-and-client...]').description('Give tasks to a client; the last word names it'),
    )
      .option('--force', 'also those of another client')
      .action(write(() => import('./assign.ts'))),
    'larry task assign 3 4 7-9 acme',
    'larry list project:site --ids | larry task assign - "Acme Corp"',
    "larry task assign --where '+design' acme",
  )
  examples(
    declareSelection(task.command('unassign [ids...]').description('Take tasks away from their client')).action(
      write(() => import('./unassign.ts')),
    ),
    'larry task unassign 3 4',
  )
}
