import type { Tx } from '../db/handles.ts'
import { Failure } from '../domain/errors.ts'
import { fold } from '../domain/fold.ts'
import { readRefs } from '../domain/refs.ts'
import type { Attributes } from '../domain/task.ts'
import { clientsByWord } from '../repositories/clients.ts'
import { ensureNamed } from '../repositories/ensure-named.ts'
import { resolveRefs } from '../repositories/refs.ts'

/** What names and references in attributes mean: the columns they set, and the tasks to wait for. An absent key was not given. */
export interface Resolved {
  project_id?: number | null
  client_id?: number | null
  parent_id?: number | null
  depends?: readonly number[]
}

/** Looks up projects (made when missing), clients and tasks by name for many tasks at once; `created` names the new projects. */
export async function resolveNames(
  tx: Tx,
  all: readonly Attributes[],
  now: string,
): Promise<{ resolved: Resolved[]; created: string[] }> {
  const projects = await ensureNamed(
    tx,
    'projects',
    all.flatMap(({ project }) => (typeof project === 'string' ? [project] : [])),
    now,
  )
  const clients = await clientsByWord(
    tx,
    all.flatMap(({ client }) => (typeof client === 'string' ? [client] : [])),
  )
  const refs = await tasksByRef(
    tx,
    all.flatMap(({ parent, depends }) => [...(typeof parent === 'string' ? [parent] : []), ...(depends ?? [])]),
  )
  const resolved = all.map(
    ({ project, client, parent, depends }): Resolved => ({
      ...(project === undefined ? {} : { project_id: project === null ? null : projects.ids.get(fold(project))! }),
      ...(client === undefined ? {} : { client_id: client === null ? null : clients.get(client)! }),
      ...(parent === undefined ? {} : { parent_id: parent === null ? null : refs.get(parent)! }),
      ...(depends === undefined ? {} : { depends: depends.map((typed) => refs.get(typed)!) }),
    }),
  )
  return { resolved, created: projects.created }
}

/** The task each reference means. Plain ids, which most are, are asked for all at once. */
async function tasksByRef(tx: Tx, typed: readonly string[]): Promise<Map<string, number>> {
  const found = new Map<string, number>()
  for (const text of new Set(typed)) {
    const [ref, ...more] = readRefs([text])
    if (ref === undefined || more.length > 0 || 'from' in ref)
      throw new Failure('usage', `"${text}" does not name one task`, 'such as parent:12 or depends:3,4')
    found.set(text, 'id' in ref ? ref.id : (await resolveRefs(tx, [ref]))[0]!)
  }
  await resolveRefs(
    tx,
    [...found.values()].map((id) => ({ id })),
  )
  return found
}
