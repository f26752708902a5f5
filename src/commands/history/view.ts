import { among, instant, integer, listOf, nullable, text } from '../../output/types.ts'
import { type Reply, reply, type View } from '../../output/view.ts'
import type { Action } from '../../repositories/actions.ts'

interface ActionRow {
  readonly id: number
  readonly created_at: string
  readonly kind: Action['kind']
  readonly command: string
  readonly arguments: readonly string[]
  readonly rows: number
  readonly undone_by: number | null
}

/** Actions in every format, what was typed as a list. */
export const actionView: View<ActionRow> = {
  singular: 'action',
  plural: 'actions',
  types: {
    id: integer,
    created_at: instant,
    kind: among(['change', 'undo', 'redo']),
    command: text,
    arguments: listOf(text),
    rows: integer,
    undone_by: nullable(integer),
  },
  columns: ['id', 'created_at', 'rows', 'undone_by', 'arguments'],
  id: 'id',
  words: {
    arguments: (action) => typed(action.arguments),
  },
  tone: (action, key) => (action.undone_by !== null ? 'quiet' : key === 'arguments' ? 'strong' : undefined),
}

/** A command line as it would be typed again. */
export function typed(argv: readonly string[]): string {
  return [
    'larry',
    ...argv.map((word) => (/^[\p{L}\p{N}_@%+=:,./-]+$/u.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`)),
  ].join(' ')
}

/** Actions as rows. */
export function replyActions(actions: readonly Action[], more: Omit<Reply, 'view' | 'rows'> = {}): Reply {
  return reply(
    actionView,
    actions.map((action) => ({ ...action, arguments: JSON.parse(action.arguments) as string[] })),
    more,
  )
}
