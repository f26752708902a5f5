import type { WriteContext } from '../../cli/context.ts'
import { Failure } from '../../domain/errors.ts'
import { rowsOf } from '../../output/answers.ts'
import { reply } from '../../output/view.ts'
import { deleteViews, requireViews } from '../../repositories/views.ts'
import { savedViews } from './view.ts'

export const answers = rowsOf(savedViews)

/** Deletes views; the tasks they found stay. Answers the views as they were. */
export async function run({ db, confirm }: WriteContext, words: readonly string[]) {
  if (words.length === 0) throw new Failure('usage', 'no view is named', 'larry view list')
  const views = await requireViews(db, words)
  const names = views.map(({ name }) => `"${name}"`).join(', ')
  const named = `${views.length === 1 ? 'view' : 'views'} ${names}`
  confirm(`Remove ${named}?`)
  await deleteViews(
    db,
    views.map(({ id }) => id),
  )
  return reply(savedViews, views, { sentences: [`Removed ${named}`] })
}
