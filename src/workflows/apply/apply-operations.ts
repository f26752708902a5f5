import { attempt } from '../../db/attempt.ts'
import type { Tx } from '../../db/handles.ts'
import { withLine } from '../../domain/at-line.ts'
import { Failure } from '../../domain/errors.ts'
import type { Operation, Outcome } from '../../domain/operations/operation.ts'
import { checkRefs, runsOf } from '../../domain/operations/runs.ts'
import type { Clock } from '../../domain/when/clock.ts'
import { insertOperations } from '../../repositories/operation-keys.ts'
import { applyRun } from './apply-run.ts'
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

/** As one, or where a rule refuses that, one by one: then it is known which line is refused. */
async function applyTogether(applying: Applying, run: readonly Operation[]): Promise<readonly Outcome[][]> {
  if (run.length > 1)
    try {
      return await attempt(applying.tx, () => applyRun(applying, run))
    } catch (error) {
      if (!(error instanceof Failure)) throw error
    }
  const each: Outcome[][] = []
  for (const operation of run)
    try {
      each.push(...(await applyRun(applying, [operation])))
    } catch (error) {
      throw withLine(error, operation.line)
    }
  return each
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
