import { Failure } from '../../domain/errors.ts'
import { linesOfTasks } from '../../repositories/records/import-links.ts'
import { replaceTasks } from '../../repositories/records/imported-tasks.ts'
import {
  circleStarts,
  deadLinks,
  findTargets,
  forgetLinks,
  type LinkedOtherwise,
  linkedOtherwise,
  linkTasks,
  selfLink,
} from '../../repositories/records/linked-tasks.ts'
import { dependencyCycle, parentCycle, shownCycle } from '../refuse-cycles.ts'
import { changedAt, conflict, note, noteKept, outcomeOf, type Taking, tallyOf } from './taking.ts'

/** Links tasks to those that came after them, tells of links that lead nowhere, and refuses a file whose links go in a circle. */
export async function finishLinks(taking: Taking): Promise<void> {
  const { tx, tallies } = taking
  if (!tallies.has('task')) return
  await findTargets(tx)
  const self = await selfLink(tx)
  if (self !== undefined) throw itself(self)
  await decide(taking, await linkedOtherwise(tx))
  await linkTasks(tx)
  const dead = await deadLinks(tx, 100)
  for (const { line, what, identity, file_id } of dead.first)
    note(
      taking,
      'task',
      line,
      `${what === 'parent' ? 'the task above it' : 'a task it waits for'} is neither here nor in the file: ${identity ?? file_id}`,
    )
  tallyOf(taking, 'task').noted += dead.count - dead.first.length
  const { parents, blockers } = await circleStarts(tx)
  await refuseCircle(taking, 'be its own subtask', await parentCycle(tx, parents))
  await refuseCircle(taking, 'wait for itself', await dependencyCycle(tx, blockers))
}

/** What becomes of tasks that are as told but for their links: as it would have been had these been known on their lines. */
async function decide(taking: Taking, tasks: readonly LinkedOtherwise[]): Promise<void> {
  const tally = tallyOf(taking, 'task')
  const decided = tasks.map((task) => {
    const stamps = { told: task.told ?? undefined, here: task.updated_at }
    return { ...task, ...stamps, outcome: outcomeOf(taking, { differs: true, ...stamps }) }
  })
  for (const { outcome, state, line, title, told } of decided) {
    if (state === 'same') {
      tally.unchanged--
      tally[outcome]++
    }
    if (outcome === 'kept') noteKept(taking, 'task', { line, what: `"${title}"`, told }, state === 'touched')
  }
  const updated = decided.filter(({ outcome }) => outcome === 'updated')
  const stamped = updated.map((task) => ({ id: task.id, updated_at: changedAt(taking, task) }))
  await replaceTasks(taking.tx, stamped, taking.clock.now)
  await forgetLinks(
    taking.tx,
    decided.flatMap(({ id, outcome }) => (outcome === 'kept' ? [id] : [])),
  )
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
