import type { Told } from '../../domain/records/file-record.ts'
import type { TaskRecord } from '../../domain/records/task-record.ts'
import { addDependencies } from '../../repositories/dependencies.ts'
import { rememberLinks } from '../../repositories/records/import-links.ts'
import {
  dropOtherBlockers,
  dropOtherTags,
  insertImported,
  type KnownTask,
  replaceTasks,
} from '../../repositories/records/imported-tasks.ts'
import { startSeries } from '../../repositories/recurring-tasks.ts'
import { addTags } from '../../repositories/tags.ts'
import { identifyTasks, type TakenTask } from './identify-tasks.ts'
import type { Links } from './resolve-links.ts'
import { takeBelongings } from './take-belongings.ts'
import { type Outcome, outcomeOf, type Taking, tallyOf } from './taking.ts'
import { toldColumns, usual } from './task-columns.ts'

/** Takes in tasks: new ones are stored, known ones brought to what the file tells where that is newer. */
export async function takeTasks(taking: Taking, batch: readonly Told<TaskRecord>[]): Promise<void> {
  const { tx } = taking
  const tasks = await identifyTasks(taking, batch)
  const fresh = tasks.filter(({ here }) => here === undefined)
  const known = tasks.filter(({ here }) => here !== undefined)
  await addNew(taking, fresh)
  const outcomes = await update(taking, known)
  const accepted = [...fresh, ...known.filter((_, at) => outcomes[at] !== 'kept')]
  const touched = await takeBelongings(taking, accepted)
  const tally = tallyOf(taking, 'task')
  tally.added += fresh.length
  const unchanged = new Set<number>()
  for (const [at, { id }] of known.entries()) {
    const outcome = outcomes[at] === 'unchanged' && touched.has(id) ? 'updated' : outcomes[at]!
    if (outcome === 'unchanged') unchanged.add(id)
    tally[outcome]++
  }
  await rememberLinks(
    tx,
    accepted.flatMap(({ id, line, found }) =>
      found.links.later.map((link) => ({ ...link, task_id: id, line, unchanged: unchanged.has(id) ? 1 : 0 }) as const),
    ),
  )
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
  const begun = rows.filter(({ recurrence, series_uid }) => recurrence !== null && series_uid === null)
  if (begun.length > 0)
    await startSeries(
      tx,
      begun.map(({ id }) => id),
    )
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

/** Brings known tasks to what the file tells where that differs and is newer; answers what became of each. */
async function update(taking: Taking, known: readonly TakenTask[]): Promise<Exclude<Outcome, 'added'>[]> {
  const { tx, clock } = taking
  const told = known.map(({ record, found, here }) => toldColumns(record, found, clock.now, here))
  const outcomes = known.map(({ record, found, here }, at) => {
    const differs =
      Object.entries(told[at]!).some(([key, value]) => here![key as keyof KnownTask] !== value) ||
      !isSame(record.tags, here!.tags) ||
      !waitsAsTold(found.links, here!)
    return outcomeOf(taking, { differs, told: record.updated_at, here: here!.updated_at })
  })
  const changed = known.map((task, at) => ({ ...task, told: told[at]! })).filter((_, at) => outcomes[at] === 'updated')
  if (changed.length === 0) return outcomes
  await replaceTasks(
    tx,
    changed.map(({ id, record, here, told: columns }) => {
      const own = Object.fromEntries(Object.keys(usual).map((key) => [key, here![key as keyof typeof usual]]))
      return { title: here!.title, ...own, ...columns, id, updated_at: record.updated_at ?? clock.now }
    }),
    clock.now,
  )
  await dropOtherTags(
    tx,
    changed.flatMap(({ id, record: { tags } }) => (tags === undefined ? [] : [{ id, tags }])),
  )
  await dropOtherBlockers(
    tx,
    changed.flatMap(({ id, found: { links } }) =>
      links.depends_on === undefined || !links.isWhole ? [] : [{ id, depends_on: links.depends_on }],
    ),
  )
  await linkTags(tx, changed)
  return outcomes
}

/** Whether a task waits for those that are told; where some of them are not known yet, for the others at least. */
function waitsAsTold({ depends_on, isWhole }: Links, here: KnownTask): boolean {
  return isWhole ? isSame(depends_on, here.depends_on) : depends_on!.every((id) => here.depends_on.includes(id))
}

/** Whether what is told is what is here; what is not told is no difference. Both are in order. */
function isSame(told: readonly (string | number)[] | undefined, here: readonly (string | number)[]): boolean {
  return told === undefined || (told.length === here.length && told.every((one, at) => one === here[at]))
}
