import type { ReadContext } from '../../cli/context.ts'
import { projectStatuses } from '../../domain/project.ts'
import { readShownStatuses, type ShownOptions } from '../../domain/shown-statuses.ts'
import { rowsOf } from '../../output/answers.ts'
import { reply } from '../../output/view.ts'
import { listProjects } from '../../repositories/project-lists.ts'
import { projectView } from './view.ts'

export const answers = rowsOf(projectView)

/** Lists projects by name: those that are not archived, all, or those of a status. */
export async function run({ db, now }: ReadContext, _: readonly string[], options: ShownOptions) {
  return reply(projectView, await listProjects(db, readShownStatuses(options, projectStatuses), now))
}
