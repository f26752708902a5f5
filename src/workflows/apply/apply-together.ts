import { attempt } from '../../db/attempt.ts'
import { Failure } from '../../domain/errors.ts'
import type { Operation, Outcome } from '../../domain/operations/operation.ts'
import { refusedAt } from '../../domain/operations/refused.ts'
import { applyRun } from './apply-run.ts'
import type { Applying } from './applying.ts'

type Run = readonly Operation[]
type Came = readonly (readonly Outcome[])[]

/** Does a run as one, or where a rule refuses that, one by one. Where neither can be, the failure names the line to blame. */
export async function applyTogether(applying: Applying, run: Run): Promise<Came> {
  if (run.length === 1) return oneByOne(applying, run)
  const together = await tried(applying, () => applyRun(applying, run))
  if (!(together instanceof Failure)) return together
  const alone = await tried(applying, () => oneByOne(applying, run))
  if (!(alone instanceof Failure)) return alone
  throw await refusalOf(applying, run, together, alone)
}

/** What came of it, or the failure it ended in, with nothing done. */
async function tried<T>({ tx }: Applying, part: () => Promise<T>): Promise<T | Failure> {
  try {
    return await attempt(tx, part)
  } catch (error) {
    if (error instanceof Failure) return error
    throw error
  }
}

async function oneByOne(applying: Applying, run: Run): Promise<Came> {
  const each: (readonly Outcome[])[] = []
  for (const operation of run)
    try {
      each.push(...(await applyRun(applying, [operation])))
    } catch (error) {
      throw refusedAt(error, operation.line)
    }
  return each
}

/**
 * The failure of a run with its line. What is refused one by one may be so only because a later line is not done yet; where
 * lines can help each other so, the line is the one that names the refused task, else the one the refusal begins with.
 */
async function refusalOf(applying: Applying, run: Run, together: Failure, alone: Failure): Promise<unknown> {
  if (together.line !== undefined) return together
  const { op } = run[0]!.deed
  if (op !== 'done' && op !== 'edit') return alone
  const named = run.find(
    ({ deed }) => deed.op !== 'add' && deed.tasks.some((name) => applying.names.idOf(name) === together.task),
  )
  if (named !== undefined) return refusedAt(together, named.line)
  let [upTo, from] = [0, run.length]
  let refusal = together
  while (from - upTo > 1) {
    const middle = (upTo + from) >> 1
    const came = await tried(applying, () => applyRun(applying, run.slice(0, middle)))
    if (came instanceof Failure && isSame(came, together)) [from, refusal] = [middle, came]
    else upTo = middle
  }
  return refusedAt(refusal, run[from - 1]!.line)
}

/** Whether the same rule refuses both; one that misses several names more of them the more it is asked for. */
function isSame(one: Failure, other: Failure): boolean {
  return one.kind === other.kind && (one.kind === 'not-found' || one.message === other.message)
}
