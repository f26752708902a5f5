import type { Told } from '../../domain/records/file-record.ts'
import type { TaskRecord } from '../../domain/records/task-record.ts'
import { dayOf } from '../../domain/when/civil.ts'
import { linesOfTasks, rememberTasks } from '../../repositories/records/import-links.ts'
import { type KnownTask, knownTasks, tasksByIdentity } from '../../repositories/records/imported-tasks.ts'
import { newIds } from '../../repositories/records/new-ids.ts'
import { findOwners } from './name-owners.ts'
import { resolveLinks } from './resolve-links.ts'
import { conflict, type Taking } from './taking.ts'
import type { Found } from './task-columns.ts'

/** A task of the file with its id here, the row it has already, whom it is linked to, and whose it is where they are here. */
export interface TakenTask extends Told<TaskRecord> {
  readonly id: number
  readonly here: KnownTask | undefined
  readonly found: Found
}

/** Finds who is here already, gives the others their ids, and looks up what all are linked to. A task that comes twice is refused. */
export async function identifyTasks(taking: Taking, batch: readonly Told<TaskRecord>[]): Promise<TakenTask[]> {
  const { tx, keepsIds } = taking
  const identities = batch.flatMap(({ record: { uid, source } }) =>
    [uid, source].filter((one) => typeof one === 'string'),
  )
  const byIdentity = await tasksByIdentity(tx, identities)
  const ids = batch.map(({ record: { uid, source } }) => byIdentity.get(uid ?? '') ?? byIdentity.get(source ?? ''))
  for (const [at, { record, line }] of batch.entries()) {
    const other = byIdentity.get(record.source ?? '')
    if (other !== undefined && other !== ids[at])
      throw conflict(line, `another task here, ${other}, has the source "${record.source}"`)
  }
  await refuseTwice(taking, batch, ids)
  const fresh = batch.filter((_, at) => ids[at] === undefined)
  const wanted = fresh.map(({ record }) => (keepsIds.has('tasks') ? record.id : undefined))
  const given = (await newIds(tx, 'tasks', wanted)).values()
  const all = ids.map((id) => id ?? given.next().value!)
  const here = await knownTasks(
    tx,
    ids.filter((id) => id !== undefined),
  )
  const owners = await findOwners(taking, batch)
  const links = await resolveLinks(taking, batch, all)
  const tasks = batch.map((told, at) => ({
    ...told,
    record: toTheMoment(taking, told, here.get(all[at]!)),
    id: all[at]!,
    here: here.get(all[at]!),
    found: { owners: owners[at]!, links: links[at]! },
  }))
  await rememberTasks(
    tx,
    tasks.map(({ id, line, record }) => ({ id, line, file_id: record.id ?? null })),
  )
  return tasks
}

/** A task told as completed on a day that it was completed on here keeps the moment that is known here. */
function toTheMoment({ clock: { zone } }: Taking, told: Told<TaskRecord>, here: KnownTask | undefined): TaskRecord {
  const { record, completedOn } = told
  const known = here?.completed_at
  if (completedOn === undefined || !known || dayOf(zone.civilOf(known)) !== completedOn) return record
  return { ...record, completed_at: known }
}

async function refuseTwice(
  { tx }: Taking,
  batch: readonly Told<TaskRecord>[],
  ids: readonly (number | undefined)[],
): Promise<void> {
  const before = await linesOfTasks(
    tx,
    ids.filter((id) => id !== undefined),
  )
  const seen = new Map<string | number, number>()
  for (const [at, { line, record }] of batch.entries()) {
    const names = [ids[at], record.uid, record.source].filter((name) => name !== undefined && name !== null)
    const first = before.get(ids[at] ?? 0) ?? names.map((name) => seen.get(name)).find((one) => one !== undefined)
    if (first !== undefined)
      throw conflict(line, `the task ${JSON.stringify(record.uid ?? record.source)} stands on line ${first} already`)
    for (const name of names) seen.set(name, line)
  }
}
