import { Failure } from '../../domain/errors.ts'
import {
  deadLinks,
  findTargets,
  linesOfTasks,
  linkTasks,
  selfLink,
  upwardLinked,
} from '../../repositories/records/import-links.ts'
import { dependencyCycle, parentCycle, shownCycle } from '../refuse-cycles.ts'
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
  await refuseCircle(taking, 'be its own subtask', await parentCycle(tx, parents))
  await refuseCircle(taking, 'wait for itself', await dependencyCycle(tx, blockers))
}

/** That a task is linked to itself. */
export function itself(line: number): Failure {
  return conflict(line, 'the task is linked to itself')
}

/** Tells of a circle by the lines of the file: the ids in it are those the tasks would have had. */
async function refuseCircle({ tx }: Taking, what: string, cycle: readonly number[] | undefined): Promise<void> {
  if (cycle === undefined) return
  const lines = await linesOfTasks(tx, cycle)
  const places = cycle.map((id) => (lines.has(id) ? `line ${lines.get(id)}` : `task ${id}`))
  throw new Failure('conflict', `${places[0]}: the task would ${what}: ${shownCycle(places)}`)
}
