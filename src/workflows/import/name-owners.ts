import { fold } from '../../domain/fold.ts'
import type { Told } from '../../domain/records/file-record.ts'
import type { TaskRecord } from '../../domain/records/task-record.ts'
import { ensureClients } from '../../repositories/clients.ts'
import { updateProjects } from '../../repositories/project-writes.ts'
import { ensureProjects } from '../../repositories/projects.ts'
import { note, type Taking } from './taking.ts'

/** What a task belongs to; undefined where the file does not tell. */
export interface Owners {
  readonly project_id: number | null | undefined
  readonly client_id: number | null | undefined
}

/** The projects and clients that tasks name, made where they are missing. With a `client_id` of null a client is the project's, and the task has none of its own. */
export async function nameOwners(taking: Taking, batch: readonly Told<TaskRecord>[]): Promise<Owners[]> {
  const { tx, clock, made } = taking
  const projects = await ensureProjects(
    tx,
    names(batch, ({ project }) => project),
    clock.now,
  )
  const isNew = new Set(projects.created.map(fold))
  /** The client that a project which is made here is for: the record tells it as its task's. */
  const clientOfNew = ({ project, client, client_id }: TaskRecord) =>
    client_id === null && typeof project === 'string' && isNew.has(fold(project)) ? client : undefined
  const clients = await ensureClients(tx, [...names(batch, ownClient), ...names(batch, clientOfNew)], clock.now)
  for (const name of projects.created) {
    const id = projects.ids.get(fold(name))!
    made.projects.add(id)
    const first = batch.find(({ record }) => fold(record.project ?? '') === fold(name))!
    note(taking, 'task', first.line, `new project ${name}`)
    const client = clientOfNew(first.record)
    if (typeof client === 'string')
      await updateProjects(tx, [id], { client_id: clients.ids.get(fold(client))! }, clock.now)
  }
  for (const name of clients.created) {
    made.clients.add(clients.ids.get(fold(name))!)
    const first = batch.find(({ record }) => fold(record.client ?? '') === fold(name))!
    note(taking, 'task', first.line, `new client ${name}`)
  }
  return batch.map(({ record }) => {
    const client = ownClient(record)
    return {
      project_id: typeof record.project === 'string' ? projects.ids.get(fold(record.project))! : record.project,
      client_id: typeof client === 'string' ? clients.ids.get(fold(client))! : client,
    }
  })
}

function ownClient({ client, client_id }: TaskRecord): string | null | undefined {
  return client_id === null ? null : client
}

function names(batch: readonly Told<TaskRecord>[], of: (record: TaskRecord) => string | null | undefined): string[] {
  return batch.map(({ record }) => of(record)).filter((name) => typeof name === 'string')
}
