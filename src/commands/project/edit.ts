import type { WriteContext } from '../../cli/context.ts'
import { counted } from '../../domain/counted.ts'
import { Failure } from '../../domain/errors.ts'
import type { Named } from '../../domain/named.ts'
import { type ProjectOptions, readProject } from '../../domain/project.ts'
import { rowsOf } from '../../output/answers.ts'
import { reply } from '../../output/view.ts'
import { requireClient } from '../../repositories/clients.ts'
import { getProjects, type Project } from '../../repositories/project-lists.ts'
import { updateProjects } from '../../repositories/project-writes.ts'
import { projectsWithin } from '../../repositories/projects.ts'
import { renameProject } from '../../workflows/rename-project.ts'
import { viewsAsking } from '../view/asking.ts'
import { describeProject } from './describe.ts'
import { projectsNamed } from './names.ts'
import { projectView } from './view.ts'

export const answers = rowsOf(projectView)

/** Changes projects; a new name, which one only can be given, carries those below along. Rows are those that changed. */
export async function run({ db, now, clock }: WriteContext, words: readonly string[], options: ProjectOptions) {
  const given = readProject(options)
  const { name, client, ...values } = given
  if (Object.keys(given).length === 0)
    throw new Failure('usage', 'nothing to change', 'say what: larry project edit work --client acme')
  const projects = await projectsNamed(db, words)
  if (name !== undefined && projects.length > 1)
    throw new Failure('usage', `"${name}" cannot be the name of ${projects.length} projects`, 'name one project')
  const owner = typeof client === 'string' ? (await requireClient(db, client)).id : client
  const ids = projects.map(({ id }) => id)
  const owned = owner === undefined ? {} : { client_id: owner }
  const changed = new Set(await updateProjects(db, ids, { ...values, ...owned }, now))
  const within = name === undefined ? [] : await projectsWithin(db, ids)
  const renamed = name === undefined ? [] : await renameProject(db, projects[0]!, name, now)
  for (const id of renamed) changed.add(id)
  const rows = await getProjects(db, [...changed], now)
  const gone = renamed.length === 0 ? [] : within
  return reply(projectView, rows, {
    sentences: [sentenceFor(rows, projects[0]!, renamed)],
    warnings: await viewsAsking(db, { kind: 'project', names: gone.map((one) => one.name) }, clock),
  })
}

/** `renamed` are the ids of the projects that got a new name, of which all but the first went along with it. */
function sentenceFor(rows: readonly Project[], first: Named, renamed: readonly number[]): string {
  if (rows.length === 0) return 'Nothing changed: it was so already'
  const along = new Set(renamed.filter((id) => id !== first.id))
  const named = rows.filter(({ id }) => !along.has(id))
  return [
    ...(named.length === 0
      ? []
      : [`Changed ${named.length === 1 ? describeProject(named[0]!) : counted(named.length, 'project')}`]),
    ...(renamed.includes(first.id) ? [`was ${first.name}`] : []),
    ...(along.size === 0 ? [] : [`${counted(along.size, 'project')} below moved along`]),
  ].join(' · ')
}
