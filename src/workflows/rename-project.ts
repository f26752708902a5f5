import type { Tx } from '../db/handles.ts'
import { fold } from '../domain/fold.ts'
import type { Named } from '../domain/named.ts'
import { renamedBelow } from '../domain/project.ts'
import { readName } from '../domain/words/values.ts'
import { refuseTakenProjects, renameProjects, vacateNames } from '../repositories/project-writes.ts'
import { projectsWithin } from '../repositories/projects.ts'

/** Gives a project a new name and carries those below it along; answers the ids of the renamed. A name another has is a conflict. */
export async function renameProject(tx: Tx, project: Named, to: string, now: string): Promise<number[]> {
  const before = await projectsWithin(tx, [project.id])
  const after = before.map(({ id, name }) => ({
    id,
    name: readName('project', renamedBelow(name, project.name, to)),
  }))
  await refuseTakenProjects(tx, after)
  const owners = new Map(before.map(({ id, name }) => [fold(name), id]))
  const crossing = after.filter(({ id, name }) => (owners.get(fold(name)) ?? id) !== id)
  if (crossing.length > 0)
    await vacateNames(
      tx,
      before.map(({ id }) => id),
    )
  return renameProjects(tx, after, now)
}
