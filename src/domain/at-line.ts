import { Failure, type Kind } from './errors.ts'

/** That a line cannot be taken. */
export function failureAt(line: number, kind: Kind, reason: string, hint?: string, options?: ErrorOptions): Failure {
  return new Failure(kind, `line ${line}: ${reason}`, hint, { ...options, line })
}

/** Says of what cannot be taken which line it stands on. */
export function atLine<T>(line: number, read: () => T): T {
  try {
    return read()
  } catch (error) {
    throw withLine(error, line)
  }
}

/** A failure with the line it is about, unless it names one already; anything else stays as it is. */
export function withLine(error: unknown, line: number): unknown {
  if (!(error instanceof Failure) || error.line !== undefined) return error
  return failureAt(line, error.kind, error.message, error.hint, { cause: error })
}
