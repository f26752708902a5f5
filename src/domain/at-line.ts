import { Failure } from './errors.ts'

/** Says of what cannot be taken which line it stands on. */
export function atLine<T>(line: number, read: () => T): T {
  try {
    return read()
  } catch (error) {
    throw withLine(error, line)
  }
}

/** A failure with the line it is about; anything else stays as it is. */
export function withLine(error: unknown, line: number): unknown {
  if (!(error instanceof Failure)) return error
  return new Failure(error.kind, `line ${line}: ${error.message}`, error.hint, { cause: error })
}
