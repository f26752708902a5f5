import type { WriteContext } from '../../cli/context.ts'
import { Failure } from '../../domain/errors.ts'
import { type ProjectOptions, readProject } from '../../domain/project.ts'
import { readNewName } from '../../domain/words/values.ts'
import { rowsOf } from '../../output/answers.ts'
import { reply } from '../../output/view.ts'
import { requireClient } from '../../repositories/clients.ts'
import { getProjects } from '../../repositories/project-lists.ts'
import { insertProject, refuseTakenProjects } from '../../repositories/project-writes.ts'
import { describeProject } from './describe.ts'
import { projectView } from './view.ts'

export const answers = rowsOf(projectView)

/** Adds a project; a name that is taken, whatever the case, is a conflict. */
export async function run({ db, now }: WriteContext, words: readonly string[], options: ProjectOptions) {
  if (words.length === 0) throw new Failure('usage', 'a project needs a name', 'larry project add work/site')
  const name = readNewName('project', words.join(' '))
  const { client = null, notes = null } = readProject(options)
  await refuseTakenProjects(db, [{ name }])
  const client_id = client === null ? null : (await requireClient(db, client)).id
  const id = await insertProject(db, { name, client_id, notes }, now)
  const rows = await getProjects(db, [id], now)
  return reply(projectView, rows, { sentences: [`Added ${describeProject(rows[0]!)}`], created: true })
}
