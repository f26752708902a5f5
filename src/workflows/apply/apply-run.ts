import type { Tx } from '../../db/handles.ts'
import { withLine } from '../../domain/at-line.ts'
import type { Operation, Outcome } from '../../domain/operations/operation.ts'
import type { Clock } from '../../domain/when/clock.ts'
import { insertComments } from '../../repositories/comments.ts'
import { missingOf } from '../../repositories/refs.ts'
import { promoteChildren, subtreeOf } from '../../repositories/subtasks.ts'
import { stampsOf } from '../../repositories/task-stamps.ts'
import { deleteTasks, touchTasks } from '../../repositories/task-writes.ts'
import { cancelTasks, completeTasks, moveTasks } from '../change-status.ts'
import { logTime } from '../keep-time.ts'
import { reopenTasks } from '../reopen-tasks.ts'
import { type Aim, type Applying, aimsOf } from './applying.ts'
import { addAll, editAll } from './set-attributes.ts'

/** What came of it for one task, in the order of the tasks. */
type Came = Pick<Outcome, 'result'> & Partial<Pick<Outcome, 'comment_id' | 'entry_id'>>

/** Does a run of operations of one kind as one; answers what came of each, for each of its tasks. */
export async function applyRun(applying: Applying, run: readonly Operation[]): Promise<readonly Outcome[][]> {
  const { tx, names } = applying
  const aims = run.map(({ deed }) => ({ deed, ids: deed.op === 'add' ? [] : [...new Set(deed.tasks.map(names.idOf))] }))
  const added = await addAll(applying, aimsOf('add', aims))
  const tasks = added.length > 0 ? added.map((id) => [id]) : aims.map(({ ids }) => ids)
  const ids = tasks.flat()
  const stamps = await stampsOf(tx, ids)
  for (const [at, { line }] of run.entries()) {
    const missing = tasks[at]!.filter((id) => !stamps.has(id))
    if (missing.length > 0) throw withLine(missingOf(missing), line)
  }
  const came = added.length > 0 ? added.map((): Came => ({ result: 'added' })) : await doAll(applying, aims, ids)
  const rest = came[Symbol.iterator]()
  return run.map(({ line, key = null, deed: { op } }, at) =>
    tasks[at]!.map((id) => {
      const { uid } = stamps.get(id)!
      const { result, comment_id = null, entry_id = null }: Came = rest.next().value!
      return { line, op, result, id, uid, comment_id, entry_id, key, replayed: false }
    }),
  )
}

/** All but `add`; `ids` are those of all. */
async function doAll(applying: Applying, aims: readonly Aim[], ids: readonly number[]): Promise<readonly Came[]> {
  const { tx, clock } = applying
  const { deed } = aims[0]!
  const changed = (some: readonly number[]) => {
    const those = new Set(some)
    return ids.map((id): Came => ({ result: those.has(id) ? 'changed' : 'unchanged' }))
  }
  switch (deed.op) {
    case 'edit':
      return changed(await editAll(applying, aimsOf('edit', aims)))
    case 'done':
      return changed((await completeTasks(tx, ids, deed, clock)).changed)
    case 'cancel':
      return changed((await cancelTasks(tx, ids, deed, clock)).changed)
    case 'start':
      return changed((await moveTasks(tx, ids, 'in-progress', clock.now)).changed)
    case 'reopen':
      return changed((await reopenTasks(tx, ids, clock.now)).changed)
    case 'remove':
      return removeAll(tx, ids, deed.cascade, clock.now)
    case 'comment':
      return commentAll(tx, aimsOf('comment', aims), clock.now)
    case 'log':
      return logAll(tx, aimsOf('log', aims), clock)
    case 'add':
    default:
      return []
  }
}

/** Subtasks move up to the next task that stays, or with `cascade` go too. */
async function removeAll(tx: Tx, ids: readonly number[], cascade: boolean, now: string): Promise<Came[]> {
  const gone = cascade ? await subtreeOf(tx, ids) : ids
  await promoteChildren(tx, gone, now)
  await deleteTasks(tx, gone)
  return ids.map(() => ({ result: 'removed' }))
}

async function commentAll(tx: Tx, aims: readonly Aim<'comment'>[], now: string): Promise<Came[]> {
  const said = aims.flatMap(({ deed, ids }) => ids.map((task_id) => ({ task_id, body: deed.body })))
  const comments = await insertComments(tx, said, now)
  await touchTasks(
    tx,
    said.map(({ task_id }) => task_id),
    now,
  )
  return comments.map(({ id }) => ({ result: 'added', comment_id: id }))
}

/** One after another: each may overlap the one before. */
async function logAll(tx: Tx, aims: readonly Aim<'log'>[], clock: Clock): Promise<Came[]> {
  const came: Came[] = []
  for (const { deed, ids } of aims)
    for (const task_id of ids) {
      const { allowOverlap, ...work } = deed.work
      came.push({ result: 'added', entry_id: await logTime(tx, { ...work, task_id }, { allowOverlap }, clock) })
    }
  return came
}
