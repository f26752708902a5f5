import { fold } from '../../domain/fold.ts'
import type { Told } from '../../domain/records/file-record.ts'
import type { TaskRecord } from '../../domain/records/task-record.ts'
import { ensureNamed, idsByName } from '../../repositories/ensure-named.ts'
import { replaceStored } from '../../repositories/records/stored-rows.ts'
import { note, type Taking } from './taking.ts'

/** What a task belongs to; undefined where the file does not tell, 0 where nothing here has the name. */
export interface Owners {
  readonly project_id: number | null | undefined
  readonly client_id: number | null | undefined
}

type Batch = readonly Told<TaskRecord>[]
type Ids = ReadonlyMap<string, number>

/** The projects and clients that tasks name, as far as they are here; none is made. */
export async function findOwners({ tx }: Taking, batch: Batch): Promise<Owners[]> {
  const projects = await idsByName(tx, 'projects', names(batch, projectOf))
  const clients = await idsByName(tx, 'clients', names(batch, ownClient))
  return batch.map(({ record }) => ownersOf(record, projects, clients))
}

/** The projects and clients that tasks name, made where they are missing. With a `client_id` of null a client is the project's, and the task has none of its own. */
export async function nameOwners(taking: Taking, batch: Batch): Promise<Owners[]> {
  const { tx, clock, made } = taking
  const projects = await ensureNamed(tx, 'projects', names(batch, projectOf), clock.now)
  const isNew = new Set(projects.created.map(fold))
  /** The client that a project which is made here is for: the record tells it as its task's. */
  const clientOfNew = ({ project, client, client_id }: TaskRecord) =>
    client_id === null && typeof project === 'string' && isNew.has(fold(project)) ? client : undefined
  const wanted = [...names(batch, ownClient), ...names(batch, clientOfNew)]
  const clients = await ensureNamed(tx, 'clients', wanted, clock.now)
  const firstOfProject = firstBy(batch, projectOf)
  const owned = projects.created.flatMap((name) => {
    const id = projects.ids.get(fold(name))!
    const { line, record } = firstOfProject.get(fold(name))!
    made.projects.add(id)
    note(taking, 'task', line, `new project ${name}`)
    const client = clientOfNew(record)
    return typeof client === 'string' ? [{ id, client_id: clients.ids.get(fold(client))! }] : []
  })
  await replaceStored(tx, 'projects', owned, clock.now)
  const firstOfClient = firstBy(batch, ({ client }) => client)
  for (const name of clients.created) {
    made.clients.add(clients.ids.get(fold(name))!)
    note(taking, 'task', firstOfClient.get(fold(name))!.line, `new client ${name}`)
  }
  return batch.map(({ record }) => ownersOf(record, projects.ids, clients.ids))
}

function ownersOf(record: TaskRecord, projects: Ids, clients: Ids): Owners {
  const { project } = record
  const client = ownClient(record)
  return {
    project_id: typeof project === 'string' ? (projects.get(fold(project)) ?? 0) : project,
    client_id: typeof client === 'string' ? (clients.get(fold(client)) ?? 0) : client,
  }
}

function projectOf({ project }: TaskRecord): string | null | undefined {
  return project
}

function ownClient({ client, client_id }: TaskRecord): string | null | undefined {
  return client_id === null ? null : client
}

function names(batch: Batch, of: (record: TaskRecord) => string | null | undefined): string[] {
  return batch.map(({ record }) => of(record)).filter((name) => typeof name === 'string')
}

/** The first record of each name, folded. */
function firstBy(batch: Batch, of: (record: TaskRecord) => string | null | undefined): Map<string, Told<TaskRecord>> {
  const named = batch.flatMap((told) => {
    const name = of(told.record)
    return typeof name === 'string' ? [[fold(name), told] as const] : []
  })
  return new Map(named.toReversed())
}
