import { type Command, Option } from 'commander'
import type { Run } from '../../cli/context.ts'
import { diagramNames } from '../../output/diagram.ts'

/** The verbs about what belongs to what, and what waits for what. */
export function declareStructure(task: Command, { read, write, examples }: Run): void {
  examples(
    task
      .command('tree [ids...]')
      .description('Show tasks with all below them, and what they come to')
      .option('--all', 'finished trees too')
      .action(read(() => import('./tree.ts'))),
    'larry task tree',
    'larry task tree 12',
    'larry edit 15 parent:12    (moves 15 and all below it)',
  )
  examples(
    task
      .command('depend <id> <blockers...>')
      .description('Make a task wait for others')
      .action(write(() => import('./depend.ts'))),
    'larry task depend 3 1 2',
    'larry list +first --ids | larry task depend 3 -',
  )
  examples(
    task
      .command('undepend <id> <blockers...>')
      .description('Let a task wait for others no more')
      .action(write(() => import('./undepend.ts'))),
    'larry task undepend 3 1',
  )
  examples(
    task
      .command('graph [filter...]')
      .description('Show what waits for what, the longest chain marked')
      .addOption(new Option('--as <form>', 'text to draw, dot or mermaid').choices(diagramNames))
      .action(read(() => import('./graph.ts'))),
    'larry task graph',
    'larry task graph project:work/ --as dot | dot -Tsvg > plan.svg',
    'larry task graph --as mermaid',
  )
}
