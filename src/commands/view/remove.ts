import type { WriteContext } from '../../cli/context.ts'
import { Failure } from '../../domain/errors.ts'
import { reply } from '../../output/view.ts'
import { deleteViews, requireView, type StoredView } from '../../repositories/views.ts'
import { savedViews } from './view.ts'

/** Deletes views; the tasks they found stay. Answers the views as they were. */
export async function run({ db, confirm }: WriteContext, words: readonly string[]) {
  if (words.length === 0) throw new Failure('usage', 'no view is named', 'larry view list')
  const views = new Map<number, StoredView>()
  for (const name of words) {
    const view = await requireView(db, name)
    views.set(view.id, view)
  }
  const names = [...views.values()].map(({ name }) => `"${name}"`).join(', ')
  const named = `${views.size === 1 ? 'view' : 'views'} ${names}`
  confirm(`Remove ${named}?`)
  await deleteViews(db, [...views.keys()])
  return reply(savedViews, [...views.values()], { sentences: [`Removed ${named}`] })
}
