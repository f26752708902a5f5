import { fold } from '../../domain/fold.ts'
import type { Told } from '../../domain/records/file-record.ts'
import type { TaskRecord } from '../../domain/records/task-record.ts'
import { ensureClients } from '../../repositories/clients.ts'
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
  const clients = await ensureClients(tx, names(batch, ownClient), clock.now)
  for (const [what, { ids, created }, set] of [
    ['project', projects, made.projects],
    ['client', clients, made.clients],
  ] as const)
    for (const name of created) {
      set.add(ids.get(fold(name))!)
      const first = batch.find(
        ({ record }) => fold((what === 'project' ? record.project : ownClient(record)) ?? '') === fold(name),
      )
      note(taking, 'task', first!.line, `new ${what} ${name}`)
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
