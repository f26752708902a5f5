import type { TaskRecord } from '../../domain/records/task-record.ts'
import { identityOf } from './identity.ts'
import { type Properties, textOf } from './properties.ts'
import { ofProject } from './words.ts'

/** What a task belongs to, by name; only larry has words for these. */
export function readNames(properties: Properties): Pick<TaskRecord, 'project' | 'client' | 'client_id'> {
  const [project, client] = ['X-LARRY-PROJECT', 'X-LARRY-CLIENT'].map((name) => properties.take(name))
  const isOfProject = client?.params['x-larry-of']?.toUpperCase() === ofProject['x-larry-of']
  return {
    ...(project && { project: textOf(project) }),
    ...(client && { client: textOf(client) }),
    ...(isOfProject && { client_id: null }),
  }
}

/** The task above, and those it waits for (RELTYPE=DEPENDS-ON, RFC 9253 5); relations of other kinds are left. */
export function readRelations(properties: Properties): Pick<TaskRecord, 'parent_uid' | 'depends_on_uids'> {
  const blockers: string[] = []
  let parent: string | undefined
  for (const relation of properties.takeAll('RELATED-TO')) {
    const type = relation.params['reltype']?.toUpperCase() ?? 'PARENT'
    if (type === 'DEPENDS-ON') blockers.push(identityOf(textOf(relation).trim()))
    else if (type === 'PARENT' && parent === undefined) parent = identityOf(textOf(relation).trim())
    else properties.leave(relation)
  }
  return { parent_uid: parent ?? null, ...(blockers.length > 0 && { depends_on_uids: blockers }) }
}
