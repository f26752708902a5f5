import type { Links } from '../../domain/operations/operation.ts'
import type { Attributes } from '../../domain/task.ts'
import { setTags } from '../../repositories/tags.ts'
import { touchTasks } from '../../repositories/task-writes.ts'
import { makeEdits } from '../edit-tasks.ts'
import { storeTasks } from '../store-tasks.ts'
import type { Aim, Applying } from './applying.ts'
import type { Names } from './operation-names.ts'

/** Adds what operations say, in their order; answers the ids. */
export async function addAll({ tx, clock, names, made }: Applying, aims: readonly Aim<'add'>[]): Promise<number[]> {
  if (aims.length === 0) return []
  const drafts = aims.map(({ deed }) => ({ ...deed.draft, ...linked(deed, names) }))
  const { ids, createdProjects } = await storeTasks(tx, drafts, clock)
  made(createdProjects)
  return ids
}

/**
 * Changes tasks as operations say, those that are to become the same at once; answers the ids of those that changed.
 * Tags that are to be all a task has go first, before what repeats is done and copied.
 */
export async function editAll(
  { tx, clock, names, made }: Applying,
  aims: readonly Aim<'edit'>[],
): Promise<readonly number[]> {
  const retagged = await setTags(
    tx,
    aims.flatMap(({ deed: { allTags }, ids }) =>
      allTags === undefined ? [] : ids.map((id) => ({ id, tags: allTags })),
    ),
  )
  if (retagged.length > 0) await touchTasks(tx, retagged, clock.now)
  const edits = new Map<string, { ids: number[]; attributes: Attributes }>()
  for (const { deed, ids } of aims) {
    const attributes = { ...deed.attributes, ...linked(deed, names) }
    const key = JSON.stringify(attributes)
    const edit = edits.get(key) ?? { ids: [], attributes }
    edit.ids.push(...ids)
    edits.set(key, edit)
  }
  const { changed, createdProjects } = await makeEdits(tx, [...edits.values()], clock)
  made(createdProjects)
  return [...retagged, ...changed]
}

/** The tasks that attributes speak of, by their ids. */
function linked({ parent, depends }: Links, { idOf }: Names): Pick<Attributes, 'parent' | 'depends'> {
  return {
    ...(parent === undefined ? {} : { parent: parent === null ? null : String(idOf(parent)) }),
    ...(depends === undefined ? {} : { depends: depends.map((name) => String(idOf(name))) }),
  }
}
