import type { WriteContext } from '../../cli/context.ts'
import { counted } from '../../domain/counted.ts'
import { nameAll } from '../../domain/named.ts'
import { rowsOf } from '../../output/answers.ts'
import { reply } from '../../output/view.ts'
import { getProjects } from '../../repositories/project-lists.ts'
import { countTasksOf, deleteProjects } from '../../repositories/project-writes.ts'
import { projectsWithin } from '../../repositories/projects.ts'
import { viewsAsking } from '../view/asking.ts'
import { projectsNamed } from './names.ts'
import { projectView } from './view.ts'

export const answers = rowsOf(projectView)

/** Deletes projects; their tasks live on without one, and projects below stay unless --cascade. Answers the projects as they were. */
export async function run(
  { db, now, clock, confirm }: WriteContext,
  words: readonly string[],
  { cascade }: { readonly cascade?: true },
) {
  const chosen = (await projectsNamed(db, words)).map(({ id }) => id)
  const within = (await projectsWithin(db, chosen)).map(({ id }) => id)
  const ids = cascade === true ? within : chosen
  const rows = await getProjects(db, ids, now)
  const tasks = await countTasksOf(db, ids)
  const below = within.length - ids.length
  const left = [
    ...(tasks === 0 ? [] : [`${counted(tasks, 'task')} ${tasks === 1 ? 'lives' : 'live'} on without a project`]),
    ...(below === 0 ? [] : [`${counted(below, 'project')} below ${below === 1 ? 'stays' : 'stay'}`]),
  ]
  const named = nameAll(rows, 'projects')
  confirm([`Remove ${named}?`, ...left.map((text) => `${text}.`)].join(' '))
  await deleteProjects(db, ids, now)
  return reply(projectView, rows, {
    sentences: [[`Removed ${named}`, ...left].join(' · ')],
    warnings: await viewsAsking(db, { kind: 'project', names: rows.map(({ name }) => name) }, clock),
  })
}
