import type { WriteContext } from '../../cli/context.ts'
import { Failure } from '../../domain/errors.ts'
import { readRefLines, readRefs } from '../../domain/refs.ts'
import { resolveRefs } from '../../repositories/task-refs.ts'

/** The task named first and those after it, which it waits for; `-` stands for ids from a pipe. */
export async function waiterAndBlockers(
  { db, input }: WriteContext,
  [first, ...others]: readonly string[],
  example: string,
): Promise<{ readonly task: number; readonly blockers: readonly number[] }> {
  const named = await resolveRefs(db, readRefs(first === undefined || first === '-' ? [] : [first]))
  if (named.length !== 1 || others.length === 0)
    throw new Failure('usage', 'one task and those it waits for are to be named', example)
  const typed = readRefs(others.filter((word) => word !== '-'))
  return { task: named[0]!, blockers: await resolveRefs(db, [...typed, ...readRefLines(input ?? [])]) }
}
