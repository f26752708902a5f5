import type { WriteContext } from '../../cli/context.ts'
import { counted } from '../../domain/counted.ts'
import { Failure } from '../../domain/errors.ts'
import type { Named } from '../../domain/named.ts'
import { type ProjectOptions, readProject } from '../../domain/project.ts'
import { reply } from '../../output/view.ts'
import { requireClient } from '../../repositories/clients.ts'
import { getProjects, type Project } from '../../repositories/project-lists.ts'
import { updateProjects } from '../../repositories/project-writes.ts'
import { renameProject } from '../../workflows/rename-project.ts'
import { describeProject } from './describe.ts'
import { projectsNamed } from './names.ts'
import { projectView } from './view.ts'

/** Changes projects; a new name, which one only can be given, carries those below along. Rows are those that changed. */
export async function run({ db, now }: WriteContext, words: readonly string[], options: ProjectOptions) {
  const given = readProject(options)
  const { name, client, ...values } = given
  const projects = await projectsNamed(db, words)
  if (Object.keys(given).length === 0)
    throw new Failure('usage', 'nothing to change', 'say what: larry project edit work --client acme')
  if (name !== undefined && projects.length > 1)
    throw new Failure('usage', `"${name}" cannot be the name of ${projects.length} projects`, 'name one project')
  const owner = typeof client === 'string' ? (await requireClient(db, client)).id : client
  const ids = projects.map(({ id }) => id)
  const owned = owner === undefined ? {} : { client_id: owner }
  const changed = new Set(await updateProjects(db, ids, { ...values, ...owned }, now))
  const renamed = name === undefined ? [] : await renameProject(db, projects[0]!, name, now)
  for (const id of renamed) changed.add(id)
  const rows = await getProjects(db, [...changed], now)
  return reply(projectView, rows, { sentences: [sentenceFor(rows, projects[0]!, renamed)] })
}

function sentenceFor(rows: readonly Project[], first: Named, renamed: readonly number[]): string {
  if (rows.length === 0) return 'Nothing changed: it was so already'
  if (renamed.length === 0)
    return `Changed ${rows.length === 1 ? describeProject(rows[0]!) : `${rows.length} projects`}`
  const row = rows.find(({ id }) => id === first.id)
  const below = renamed.length - 1
  return [
    `Changed ${describeProject(row!)}`,
    `was ${first.name}`,
    ...(below === 0 ? [] : [`${counted(below, 'project')} below moved along`]),
  ].join(' · ')
}
