import { Failure } from '../../domain/errors.ts'
import {
  deadLinks,
  findTargets,
  linesOfTasks,
  linkTasks,
  selfLink,
  upwardLinked,
} from '../../repositories/records/import-links.ts'
import { refuseDependencyCycle, refuseParentCycle } from '../refuse-cycles.ts'
import { conflict, note, type Taking, tallyOf } from './taking.ts'

/** Links tasks to those that came after them, tells of links that lead nowhere, and refuses a file whose links go in a circle. */
export async function finishLinks(taking: Taking): Promise<void> {
  const { tx, tallies } = taking
  if (!tallies.has('task')) return
  await findTargets(tx)
  const self = await selfLink(tx)
  if (self !== undefined) throw itself(self)
  const tally = tallyOf(taking, 'task')
  const changed = await linkTasks(tx)
  tally.unchanged -= changed
  tally.updated += changed
  const dead = await deadLinks(tx, 100)
  for (const { line, what, identity, file_id } of dead.first)
    note(
      taking,
      'task',
      line,
      `${what === 'parent' ? 'the task above it' : 'a task it waits for'} is neither here nor in the file: ${identity ?? file_id}`,
    )
  tally.noted += dead.count - dead.first.length
  const { parents, blockers } = await upwardLinked(tx)
  if (parents.length > 0) await onLine(taking, parents, () => refuseParentCycle(tx, parents))
  if (blockers.length > 0) await onLine(taking, blockers, () => refuseDependencyCycle(tx, blockers))
}

/** That a task is linked to itself. */
export function itself(line: number): Failure {
  return conflict(line, 'the task is linked to itself')
}

/** Says of a circle on which line it begins: the ids in it are those the tasks would have had. */
async function onLine({ tx }: Taking, ids: readonly number[], check: () => Promise<void>): Promise<void> {
  try {
    await check()
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    const first = Number(/^task (\d+) /.exec(error.message)?.[1] ?? ids[0])
    const line = (await linesOfTasks(tx, [first])).get(first)
    throw line === undefined ? error : conflict(line, error.message, error.hint)
  }
}
