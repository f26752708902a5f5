import type { WriteContext } from '../../cli/context.ts'
import { schemaVersion } from '../../db/identity.ts'
import { counted } from '../../domain/counted.ts'
import { Failure } from '../../domain/errors.ts'
import { rowsOf } from '../../output/answers.ts'
import { getActions, markRedone, markUndone, standingActions } from '../../repositories/actions.ts'
import { revertActions } from '../../workflows/revert-actions.ts'
import { actionView, replyActions, typed } from './view.ts'

export const answers = rowsOf(actionView)

/** Does again what the last undo took back, by undoing that undo. */
export async function run({ db, journal }: WriteContext) {
  const [last] = await standingActions(db, 'undo', { under: journal.action, limit: 1 })
  if (last === undefined) throw new Failure('not-found', 'there is nothing to redo', 'larry history list')
  if (last.schema_version !== schemaVersion(journal.handle))
    throw new Failure('conflict', `action ${last.id} was made with another schema and cannot be redone`)
  const rows = await revertActions(db, journal, [last.id])
  const again = await getActions(db, await markRedone(db, last.id, journal.action))
  await markUndone(db, [last.id], journal.action)
  return replyActions(again, {
    sentences: [
      again.length === 1
        ? `Redone: ${typed(JSON.parse(again[0]!.arguments) as string[])} (${counted(rows, 'row')})`
        : `Redone: ${again.length} actions (${counted(rows, 'row')})`,
    ],
  })
}
