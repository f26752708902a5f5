import type { BareContext } from '../../cli/context.ts'
import { type Answer, oneOf } from '../../output/answers.ts'
import { text } from '../../output/types.ts'
import { type Reply, reply, type View } from '../../output/view.ts'

interface Script {
  readonly shell: string
  readonly script: string
}

const view: View<Script> = {
  singular: 'script',
  plural: 'scripts',
  types: { shell: text, script: text },
  columns: ['shell', 'script'],
  id: 'shell',
}

/** What every verb here answers. */
export const scriptAnswer: Answer = oneOf(view)

/** A script as it stands, or as a row where a format for programs was asked for; on a terminal, where to put it is said. */
export function replyScript({ settings, runtime }: BareContext, row: Script, install: string): Reply {
  const asRow = (settings.formatGiven && settings.format !== 'table') || settings.fields !== undefined
  return reply(view, [row], {
    one: true,
    ...(asRow ? {} : { document: row.script }),
    ...(runtime.stdout.isTTY ? { notes: [`To use it: ${install}`] } : {}),
  })
}
