import type { Clock } from '../../domain/when/clock.ts'
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

const actionView = (clock: Clock): View<ActionRow> => ({
  singular: 'action',
  plural: 'actions',
  keys: ['id', 'created_at', 'kind', 'command', 'arguments', 'rows', 'undone_by'],
  columns: ['id', 'created_at', 'rows', 'undone_by', 'arguments'],
  id: 'id',
  words: {
    created_at: ({ created_at }) => clock.zone.civilOf(created_at).replace('T', ' '),
    arguments: (action) => typed(action.arguments),
  },
  tone: (action, key) => (action.undone_by !== null ? 'quiet' : key === 'arguments' ? 'strong' : undefined),
})

/** A command line as it would be typed again. */
export function typed(argv: readonly string[]): string {
  return [
    'larry',
    ...argv.map((word) => (/^[\p{L}\p{N}_@%+=:,./-]+$/u.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`)),
  ].join(' ')
}

/** Actions in every format, what was typed as a list. */
export function replyActions(actions: readonly Action[], clock: Clock, more: Omit<Reply, 'view' | 'rows'> = {}): Reply {
  return reply(
    actionView(clock),
    actions.map((action) => ({ ...action, arguments: JSON.parse(action.arguments) as string[] })),
    more,
  )
}
