import type { WriteContext } from '../../cli/context.ts'
import { Failure } from '../../domain/errors.ts'
import { parseFilter } from '../../domain/filter/parse.ts'
import { toFilterText } from '../../domain/filter/text.ts'
import { partsOf, readViewName, type SavedView } from '../../domain/saved-view.ts'
import { readSort } from '../../domain/sort.ts'
import { rowsOf } from '../../output/answers.ts'
import { pickFields } from '../../output/fields.ts'
import { asView, reply } from '../../output/view.ts'
import { toCondition } from '../../repositories/task-filter.ts'
import { findView, insertView, requireViews, updateView } from '../../repositories/views.ts'
import { taskView } from '../task/view.ts'
import { savedViews } from './view.ts'

interface SaveOptions {
  readonly sort?: readonly string[]
  readonly columns?: string
}

export const answers = rowsOf(savedViews)

/** Keeps a filter, an order and columns under a name, checked as a list would check them; one of that name is replaced. */
export async function run(context: WriteContext, words: readonly string[], options: SaveOptions) {
  const { db, now } = context
  const view = await readView(context, words, options)
  const before = await findView(db, view.name)
  if (before === undefined) await insertView(db, view, now)
  else if (isSame(before, view)) return reply(savedViews, [], { sentences: ['Nothing changed: it was so already'] })
  else await updateView(db, before.id, view, now)
  const sentence = `${before === undefined ? 'Saved' : 'Replaced'} view "${view.name}": ${describe(view)}`
  return reply(savedViews, await requireViews(db, [view.name]), {
    sentences: before === undefined ? [sentence] : [sentence, `It was ${describe(before)}`],
    ...(before === undefined && { created: true }),
  })
}

async function readView(
  { db, clock, literal }: WriteContext,
  [name, ...words]: readonly string[],
  { sort = [], columns }: SaveOptions,
): Promise<SavedView> {
  const filter = parseFilter(words, literal, clock)
  if (filter !== undefined) await toCondition(db, filter, clock)
  const fields = pickFields(asView(taskView(clock)), columns === undefined ? [] : partsOf(columns))!
  if (columns !== undefined && fields.length === 0)
    throw new Failure('usage', '--columns names no field', 'such as --columns id,title')
  if (filter === undefined && sort.length === 0 && columns === undefined)
    throw new Failure('usage', 'there is nothing to save', 'larry view save work project:work/ --sort due')
  return {
    name: readViewName(name!),
    filter: toFilterText(words, literal, clock),
    sort: readSort(sort)
      .map(({ field, descending }) => (descending ? `-${field}` : field))
      .join(','),
    columns: fields.join(','),
  }
}

function isSame(one: SavedView, other: SavedView): boolean {
  const keys = ['name', 'filter', 'sort', 'columns'] as const
  return keys.every((key) => one[key] === other[key])
}

/** `+office · sorted by due · columns id,title`. */
function describe({ filter, sort, columns }: SavedView): string {
  const parts = [filter, sort === '' ? '' : `sorted by ${sort}`, columns === '' ? '' : `columns ${columns}`]
  return parts.filter((part) => part !== '').join(' · ')
}
