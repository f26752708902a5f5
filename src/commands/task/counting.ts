import type { ReadContext } from '../../cli/context.ts'
import type { Db } from '../../db/handles.ts'
import { Failure } from '../../domain/errors.ts'
import { type Page, readPage } from '../../domain/whole-number.ts'
import { integer, nullable, text } from '../../output/types.ts'
import { type Reply, reply, type View } from '../../output/view.ts'
import { countTasksByGroup } from '../../repositories/task-groups.ts'
import { type Condition, countTasks } from '../../repositories/tasks.ts'
import type { ListingOptions } from './options.ts'

export const countView: View<{ count: number }> = {
  singular: 'count',
  plural: 'counts',
  types: { count: integer },
  columns: ['count'],
  id: 'count',
}

export const groupView: View<{ group: string | null; count: number }> = {
  singular: 'group',
  plural: 'groups',
  types: { group: nullable(text), count: integer },
  columns: ['group', 'count'],
  id: 'group',
  words: { group: ({ group }) => group ?? 'none' },
}

/** Only how many tasks a list would show; under --group how many of each group. */
export async function answerCount(
  { db, settings }: ReadContext,
  where: Condition | undefined,
  options: ListingOptions,
): Promise<Reply> {
  const { group } = options
  const page = readPage(options)
  const codeIfNone = options.exitCode === true ? 1 : 0
  if (group === undefined) {
    const count = await countPage(db, where, page)
    return reply(countView, [{ count }], {
      one: true,
      code: count === 0 ? codeIfNone : 0,
      ...(settings.format === 'table' ? { sentences: [String(count)] } : {}),
    })
  }
  if (Object.keys(page).length > 0)
    throw new Failure('usage', '--group with --count counts whole groups', 'leave out --limit and --offset')
  return reply(groupView, await countTasksByGroup(db, group, where), { codeIfNone })
}

/** How many tasks there are on a page. */
export async function countPage(db: Db, where: Condition | undefined, { limit, offset }: Page): Promise<number> {
  const behind = Math.max((await countTasks(db, where)) - (offset ?? 0), 0)
  return Math.min(behind, limit ?? Number.POSITIVE_INFINITY)
}
