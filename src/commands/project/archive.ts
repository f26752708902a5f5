import type { WriteContext } from '../../cli/context.ts'
import { counted } from '../../domain/counted.ts'
import { alreadySo, nameAll } from '../../domain/named.ts'
import { rowsOf } from '../../output/answers.ts'
import { reply } from '../../output/view.ts'
import { getProjects } from '../../repositories/project-lists.ts'
import { updateProjects } from '../../repositories/project-writes.ts'
import { projectsWithin } from '../../repositories/projects.ts'
import { projectsNamed } from './names.ts'
import { projectView } from './view.ts'

export const answers = rowsOf(projectView)

/** Hides projects and all below them from lists; their tasks stay where they are, and it says how many of them are open. */
export async function run({ db, now }: WriteContext, words: readonly string[]) {
  const projects = await projectsNamed(db, words)
  const within = await projectsWithin(
    db,
    projects.map(({ id }) => id),
  )
  const changed = new Set(
    await updateProjects(
      db,
      within.map(({ id }) => id),
      { status: 'archived' },
      now,
    ),
  )
  const rows = await getProjects(db, [...changed], now)
  const open = rows.reduce((sum, { open_tasks }) => sum + open_tasks, 0)
  const archived = [
    `Archived ${nameAll(rows, 'projects')}`,
    ...(open === 0 ? [] : [`${counted(open, 'task')} still open`]),
  ]
  const before = projects.filter(({ id }) => !changed.has(id))
  return reply(projectView, rows, {
    sentences: [...(rows.length === 0 ? [] : [archived.join(' · ')]), ...alreadySo(before, 'projects', 'archived')],
  })
}
