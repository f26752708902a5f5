import type { Db } from '../../db/handles.ts'
import { withLine } from '../../domain/at-line.ts'
import { Failure } from '../../domain/errors.ts'
import type { Deed, Name, Operation } from '../../domain/operations/operation.ts'
import { missingOf, task } from '../../repositories/refs.ts'
import { idsByUid, stampsOf } from '../../repositories/task-stamps.ts'

/** What tasks are called in operations. */
export interface Names {
  readonly idOf: (name: Name) => number
  readonly byUid: ReadonlyMap<string, number>
  /** From here on a task goes by this name. */
  readonly call: (ref: string, id: number) => void
}

/** Looks up the tasks operations name by uid, and refuses those that were changed since their sender saw them. */
export async function namesIn(db: Db, operations: readonly Operation[]): Promise<Names> {
  const uids = operations.flatMap(({ deed }) => namesOf(deed).flatMap((name) => ('uid' in name ? name.uid : [])))
  const byUid = await idsByUid(db, uids)
  const byRef = new Map<string, number>()
  const idOf = (name: Name) => {
    if ('id' in name) return name.id
    return 'uid' in name ? byUid.get(name.uid)! : byRef.get(name.ref)!
  }
  for (const { deed, line } of operations)
    for (const name of namesOf(deed))
      if ('uid' in name && !byUid.has(name.uid))
        throw withLine(new Failure('not-found', `no task has the uid ${name.uid}`, task.list), line)
  await refuseChanged(db, operations, idOf)
  return { idOf, byUid, call: (ref, id) => void byRef.set(ref, id) }
}

/** All tasks an operation speaks of, but not the one it adds. */
function namesOf(deed: Deed): readonly Name[] {
  const about = deed.op === 'add' ? [] : deed.tasks
  if (deed.op !== 'add' && deed.op !== 'edit') return about
  return [...about, ...(deed.parent ? [deed.parent] : []), ...(deed.depends ?? [])]
}

/** Compares with the tasks as they were before the first operation: what earlier lines do to them is no surprise. */
async function refuseChanged(db: Db, operations: readonly Operation[], idOf: (name: Name) => number): Promise<void> {
  const expecting = operations.flatMap(({ deed, line }) =>
    deed.op === 'add' || deed.ifUpdatedAt === undefined
      ? []
      : [{ id: idOf(deed.tasks[0]!), at: deed.ifUpdatedAt, line }],
  )
  if (expecting.length === 0) return
  const stamps = await stampsOf(
    db,
    expecting.map(({ id }) => id),
  )
  for (const { id, at, line } of expecting) {
    const stamp = stamps.get(id)
    if (stamp === undefined) throw withLine(missingOf([id]), line)
    if (stamp.updated_at !== at)
      throw withLine(
        new Failure(
          'conflict',
          `task ${id} was changed at ${stamp.updated_at}, not at ${at} as expected`,
          `read it again: larry show ${id} --json`,
        ),
        line,
      )
  }
}
