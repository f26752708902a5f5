import type { Told } from '../../domain/records/file-record.ts'
import type { TaskRecord } from '../../domain/records/task-record.ts'
import { type Link, tasksByFileId } from '../../repositories/records/import-links.ts'
import { tasksByIdentity } from '../../repositories/records/imported-tasks.ts'
import { itself } from './finish-links.ts'
import type { Taking } from './taking.ts'

/** Whom a task is linked to, as far as it is told and known yet; what is not goes to `later`, of blockers with the others. */
export interface Links {
  /** Undefined where it is not told. */
  readonly parent_id: number | null | undefined
  readonly depends_on: readonly number[] | undefined
  /** False where some of those it waits for are not known yet. */
  readonly isWhole: boolean
  readonly later: readonly Pick<Link, 'what' | 'identity' | 'file_id' | 'target'>[]
}

type Ref = Pick<Link, 'identity' | 'file_id'>

/** Finds the tasks that those of a batch are linked to: in the batch, on lines before it, or here already. `ids` are those of the batch. */
export async function resolveLinks(
  { tx }: Taking,
  batch: readonly Told<TaskRecord>[],
  ids: readonly number[],
): Promise<Links[]> {
  const refs = batch.map(({ record }) => ({ parent: parentOf(record), blockers: blockersOf(record) }))
  const all = refs.flatMap(({ parent, blockers }) => [...(parent ? [parent] : []), ...(blockers ?? [])])
  const known = await tasksByIdentity(tx, present(all.map(({ identity }) => identity)))
  const byFileId = await tasksByFileId(tx, present(all.map(({ file_id }) => file_id)))
  for (const [at, { record }] of batch.entries()) {
    for (const identity of present([record.source, record.uid])) known.set(identity, ids[at]!)
    if (record.id !== undefined) byFileId.set(record.id, ids[at]!)
  }
  const find = ({ identity, file_id }: Ref) => (identity === null ? byFileId.get(file_id!) : known.get(identity))
  return refs.map(({ parent, blockers }, at) => {
    const isWhole = blockers === undefined || blockers.every((ref) => find(ref) !== undefined)
    const later = [
      ...(parent && find(parent) === undefined ? [{ what: 'parent' as const, ...parent, target: null }] : []),
      ...(isWhole ? [] : blockers.map((ref) => ({ what: 'blocker' as const, ...ref, target: find(ref) ?? null }))),
    ]
    const parent_id = parent === null || parent === undefined ? parent : find(parent)
    const depends_on = blockers && [...new Set(present(blockers.map(find)))].sort((a, b) => a - b)
    if (parent_id === ids[at] || depends_on?.includes(ids[at]!) === true) throw itself(batch[at]!.line)
    return { parent_id, depends_on, isWhole, later }
  })
}

/** By uid or source where that is told, else by the id in the file. */
function parentOf({ parent_uid, parent_id }: TaskRecord): Ref | null | undefined {
  if (parent_uid !== undefined) return parent_uid === null ? null : { identity: parent_uid, file_id: null }
  return typeof parent_id === 'number' ? { identity: null, file_id: parent_id } : parent_id
}

function blockersOf({ depends_on_uids, depends_on }: TaskRecord): readonly Ref[] | undefined {
  if (depends_on_uids !== undefined) return depends_on_uids.map((identity) => ({ identity, file_id: null }))
  return depends_on?.map((file_id) => ({ identity: null, file_id }))
}

function present<T>(values: readonly (T | null | undefined)[]): T[] {
  return values.filter((value) => value !== null && value !== undefined)
}
