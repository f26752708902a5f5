import type { ReadContext } from '../../cli/context.ts'
import { Failure } from '../../domain/errors.ts'
import { readWhole } from '../../domain/whole-number.ts'
import { rowsOf } from '../../output/answers.ts'
import { among, either, integer, listOf, nullable, object, text } from '../../output/types.ts'
import { reply, textOf, type View } from '../../output/view.ts'
import { changesOf, getActions } from '../../repositories/actions.ts'

type Image = Readonly<Record<string, unknown>> | null

interface ChangeRow {
  readonly table: string
  readonly key: readonly (number | string)[]
  readonly change: 'insert' | 'update' | 'delete'
  readonly before: Image
  readonly after: Image
}

const view: View<ChangeRow> = {
  singular: 'change',
  plural: 'changes',
  types: {
    table: text,
    key: listOf(either(integer, text)),
    change: among(['insert', 'update', 'delete']),
    before: nullable(object),
    after: nullable(object),
  },
  columns: ['change', 'table', 'key', 'before', 'after'],
  id: 'key',
  words: {
    before: ({ before, after }) => differing(before, after),
    after: ({ before, after }) => differing(after, before),
  },
}

/** The columns of a row that differ from its other image, and for a row that came or went those that are filled. */
function differing(image: Image, other: Image): string {
  if (image === null) return ''
  return Object.entries(image)
    .filter(
      ([column, value]) =>
        value !== null && column !== 'updated_at' && (other === null ? column !== 'uid' : other[column] !== value),
    )
    .map(([column, value]) => `${column}: ${textOf(value)}`)
    .join(', ')
}

export const answers = rowsOf(view)

/** Shows every row an action changed, as it was and as it became, in order. */
export async function run({ db }: ReadContext, words: readonly string[]) {
  const id = readWhole('the action', words[0], 'larry history show 42')!
  if ((await getActions(db, [id])).length === 0)
    throw new Failure('not-found', `action ${id} does not exist`, 'larry history list')
  const changes = await changesOf(db, id)
  return reply(
    view,
    changes.map(
      ({ table_name, row_key, before, after }): ChangeRow => ({
        table: table_name,
        key: JSON.parse(row_key),
        change: before === null ? 'insert' : after === null ? 'delete' : 'update',
        before: before === null ? null : JSON.parse(before),
        after: after === null ? null : JSON.parse(after),
      }),
    ),
  )
}
