import { Failure } from '../domain/errors.ts'

/** That what stands on this line cannot be taken, for a reader to throw. */
export function refusedAt(line: number, reason: string, hint?: string, cause?: unknown): Failure {
  return new Failure('usage', `line ${line}: ${reason}`, hint, { cause })
}
