import { failureAt } from '../domain/at-line.ts'
import type { Failure } from '../domain/errors.ts'

/** That what stands on this line cannot be taken, for a reader to throw. */
export function refusedAt(line: number, reason: string, hint?: string, cause?: unknown): Failure {
  return failureAt(line, 'usage', reason, hint, { cause })
}
