import type { Tx } from '../../db/handles.ts'
import type { Operation, Outcome } from '../../domain/operations/operation.ts'
import { checkRefs, runsOf } from '../../domain/operations/runs.ts'
import type { Clock } from '../../domain/when/clock.ts'
import { insertOperations } from '../../repositories/operation-keys.ts'
import { applyTogether } from './apply-together.ts'
import type { Applying } from './applying.ts'
import { namesIn } from './operation-names.ts'
import { recall } from './recall-operations.ts'

/** What came of operations, in their order, and the projects that had to be made. */
export interface Applied {
  readonly outcomes: readonly Outcome[]
  readonly createdProjects: readonly string[]
}

/**
 * Does many operations in their order and answers what came of each for each task. Those done before by their key are
 * answered as then. What another changed since is a conflict, and every failure names its line.
 */
export async function applyOperations(tx: Tx, operations: readonly Operation[], clock: Clock): Promise<Applied> {
  const { fresh, replays, twins } = await recall(tx, operations)
  checkRefs(operations.filter(({ line }) => !twins.has(line)))
  const names = await namesIn(tx, fresh)
  const createdProjects: string[] = []
  const applying: Applying = { tx, clock, names, made: (projects) => void createdProjects.push(...projects) }
  const outcomes = new Map<number, readonly Outcome[]>()
  const answer = ({ line, deed }: Operation, came: readonly Outcome[]) => {
    outcomes.set(line, came)
    if (deed.op === 'add' && deed.as !== undefined) names.call(deed.as, came[0]!.id)
  }
  for (const [operation, came] of replays) answer(operation, came)
  for (const run of runsOf(fresh, names.byUid))
    for (const [at, came] of (await applyTogether(applying, run)).entries()) answer(run[at]!, came)
  await keep(tx, fresh, outcomes, clock.now)
  const all = operations.map(({ line }) => outcomes.get(line) ?? again(outcomes.get(twins.get(line)!)!, line))
  return { outcomes: all.flat(), createdProjects }
}

/** What came of an operation, for a line that sends it again. */
function again(came: readonly Outcome[], line: number): Outcome[] {
  return came.map((outcome) => ({ ...outcome, line, replayed: true }))
}

/** Keeps what was answered to those with a key. */
async function keep(
  tx: Tx,
  fresh: readonly Operation[],
  outcomes: ReadonlyMap<number, readonly Outcome[]>,
  now: string,
): Promise<void> {
  const rows = fresh.flatMap(({ key, text, line }) =>
    key === undefined ? [] : [{ key, operation: text, result: JSON.stringify(outcomes.get(line)!) }],
  )
  await insertOperations(tx, rows, now)
}
