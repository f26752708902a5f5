import type { WriteContext } from '../../cli/context.ts'
import { schemaVersion } from '../../db/identity.ts'
import { counted } from '../../domain/counted.ts'
import { Failure } from '../../domain/errors.ts'
import { readWhole } from '../../domain/whole-number.ts'
import { rowsOf } from '../../output/answers.ts'
import { getActions, markUndone, standingActions } from '../../repositories/actions.ts'
import { revertActions } from '../../workflows/revert-actions.ts'
import { actionView, replyActions, typed } from './view.ts'

export const answers = rowsOf(actionView)

/** Takes back the last change, the last `count`, or everything after an action, as one new action. */
export async function run({ db, journal }: WriteContext, words: readonly string[], { to }: { readonly to?: string }) {
  if (words[0] !== undefined && to !== undefined)
    throw new Failure('usage', `a count (${words[0]}) and --to ${to} are both given`)
  const count = readWhole('the count', words[0], 'larry undo 3') ?? 1
  const after = readWhole('--to', to, 'larry undo --to 42')
  if (after !== undefined && (await getActions(db, [after])).length === 0)
    throw new Failure('not-found', `action ${after} does not exist`, 'larry history list')
  if (count === 0) throw new Failure('usage', 'undo 0 takes nothing back', 'larry undo')
  const standing = await standingActions(db, 'change', {
    under: journal.action,
    ...(after === undefined ? { limit: count } : { after }),
  })
  if (standing.length === 0) throw new Failure('not-found', 'there is nothing to undo', 'larry history list')
  if (after === undefined && standing.length < count)
    throw new Failure(
      'not-found',
      `there ${standing.length === 1 ? 'is' : 'are'} only ${counted(standing.length, 'change')} to undo`,
      `larry undo ${standing.length}`,
    )
  const present = schemaVersion(journal.handle)
  const old = standing.find(({ schema_version }) => schema_version !== present)
  if (old !== undefined)
    throw new Failure('conflict', `action ${old.id} was made with another schema and cannot be undone`)
  const ids = standing.map(({ id }) => id)
  const rows = await revertActions(db, journal, ids)
  await markUndone(db, ids, journal.action)
  const undone = await getActions(db, ids)
  return replyActions(undone, {
    sentences: [
      standing.length === 1
        ? `Undone: ${typed(JSON.parse(standing[0]!.arguments) as string[])} (${counted(rows, 'row')})`
        : `Undone: ${standing.length} actions (${counted(rows, 'row')})`,
    ],
  })
}
