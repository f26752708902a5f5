import type { Told } from '../../domain/records/file-record.ts'
import type { TaskRecord } from '../../domain/records/task-record.ts'
import { addDependencies } from '../../repositories/dependencies.ts'
import { type Link, rememberLinks } from '../../repositories/records/import-links.ts'
import {
  dropOtherBlockers,
  insertImported,
  type KnownTask,
  replaceTasks,
} from '../../repositories/records/imported-tasks.ts'
import { startSeries } from '../../repositories/recurring-tasks.ts'
import { addTags, dropOtherTags } from '../../repositories/tags.ts'
import { type Decided, decide, isKnown, type Known } from './decide-task.ts'
import { identifyTasks, type TakenTask } from './identify-tasks.ts'
import { nameOwners } from './name-owners.ts'
import { takeBelongings } from './take-belongings.ts'
import { changedAt, noteKept, type Taking, tallyOf } from './taking.ts'
import { toldColumns, usual } from './task-columns.ts'

/** Takes in tasks: new ones are stored, known ones brought to what the file tells where that is newer; what hangs on them has stamps of its own. */
export async function takeTasks(taking: Taking, batch: readonly Told<TaskRecord>[]): Promise<void> {
  const tasks = (await identifyTasks(taking, batch)).map((task) => ({ ...task, outcome: decide(taking, task) }))
  const written = tasks.filter(({ outcome }) => outcome === 'added' || outcome === 'updated')
  const owners = await nameOwners(taking, written)
  const owned = written.map((task, at) => ({ ...task, found: { ...task.found, owners: owners[at]! } }))
  await addNew(
    taking,
    owned.filter(({ here }) => here === undefined),
  )
  await change(taking, owned.filter(isKnown))
  const touched = await takeBelongings(taking, tasks)
  for (const task of tasks) tell(taking, task, touched.has(task.id))
  await rememberLinks(
    taking.tx,
    tasks.flatMap((task) => linksOf(task, touched.has(task.id))),
  )
}

/** Counts a task; one that only got what hangs on it was updated, though what it is itself is kept. */
function tell(taking: Taking, { outcome, line, record, here }: Decided, isTouched: boolean): void {
  tallyOf(taking, 'task')[isTouched && outcome !== 'added' ? 'updated' : outcome]++
  if (outcome === 'kept')
    noteKept(taking, 'task', { line, what: `"${here!.title}"`, told: record.updated_at }, isTouched)
}

/** What the end of the import has to know; a task that is kept stays linked as it is. */
function linksOf({ id, line, outcome, found, record }: Decided, isTouched: boolean): Link[] {
  if (outcome === 'kept') return []
  const same = isTouched ? 'touched' : 'same'
  const state = outcome === 'unchanged' ? same : 'taken'
  return found.links.later.map((link) => ({ ...link, task_id: id, line, state, told: record.updated_at ?? null }))
}

async function addNew({ tx, clock: { now } }: Taking, fresh: readonly TakenTask[]): Promise<void> {
  if (fresh.length === 0) return
  const rows = fresh.map(({ id, record, found }) => {
    const created_at = record.created_at ?? record.updated_at ?? now
    const updated_at = record.updated_at ?? record.created_at ?? now
    const uid = record.uid === undefined ? {} : { uid: record.uid }
    return { ...usual, ...toldColumns(record, found, now), title: record.title, id, ...uid, created_at, updated_at }
  })
  await insertImported(tx, rows, now)
  await linkTags(tx, fresh)
  await beginSeries(tx, rows)
}

async function linkTags(tx: Taking['tx'], tasks: readonly TakenTask[]): Promise<void> {
  await addTags(
    tx,
    tasks.flatMap(({ id, record }) => (record.tags ?? []).map((tag) => ({ task_id: id, tag }))),
  )
  await addDependencies(
    tx,
    tasks.flatMap(({ id, found }) =>
      (found.links.depends_on ?? []).map((depends_on_id) => ({ task_id: id, depends_on_id })),
    ),
  )
}

/** A task that repeats and of which no series is told begins one. */
async function beginSeries(
  tx: Taking['tx'],
  rows: readonly Pick<KnownTask, 'id' | 'recurrence' | 'series_uid'>[],
): Promise<void> {
  const begun = rows.filter(({ recurrence, series_uid }) => recurrence !== null && series_uid === null)
  const ids = begun.map(({ id }) => id)
  if (ids.length > 0) await startSeries(tx, ids)
}

/** Brings known tasks to what the file tells. Blockers that are not known yet, and which then go, are left to the end. */
async function change(taking: Taking, known: readonly Known[]): Promise<void> {
  const { tx, clock } = taking
  if (known.length === 0) return
  const rows = known.map(({ id, record, found, here }) => {
    const own = Object.fromEntries(Object.keys(usual).map((key) => [key, here[key as keyof typeof usual]]))
    const updated_at = changedAt(taking, { told: record.updated_at, here: here.updated_at })
    return {
      title: here.title,
      ...(own as typeof usual),
      ...toldColumns(record, found, clock.now, here),
      id,
      updated_at,
    }
  })
  await replaceTasks(tx, rows, clock.now)
  await beginSeries(tx, rows)
  await dropOtherTags(
    tx,
    known.flatMap(({ id, record: { tags } }) => (tags === undefined ? [] : [{ id, tags }])),
  )
  await dropOtherBlockers(
    tx,
    known.flatMap(({ id, found: { links } }) =>
      links.depends_on === undefined || !links.isWhole ? [] : [{ id, depends_on: links.depends_on }],
    ),
  )
  await linkTags(tx, known)
}
