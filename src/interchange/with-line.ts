import { Failure } from '../domain/errors.ts'

/** Does this and, where it fails, says the line: `line 12: "2026-02-30" is not a date that exists`. */
export function withLine<T>(line: number, act: () => T): T {
  try {
    return act()
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    throw new Failure(error.kind, `line ${line}: ${error.message}`, error.hint, { cause: error })
  }
}
