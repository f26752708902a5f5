/** What went wrong, in the words of the exit-code table (spec: streams, formats, errors). */
export const kinds = ['failed', 'usage', 'not-found', 'conflict', 'unavailable'] as const
export type Kind = (typeof kinds)[number]

/** What else is known of a failure. */
interface Particulars extends ErrorOptions {
  /** The line of a file or pipe that is refused, from 1. */
  readonly line?: number | undefined
  /** The id of the one task a rule refuses, of those that were named. */
  readonly task?: number | undefined
}

/** A failure a person can act on: one lower-case line that quotes the value, and what to type next. Anything else thrown is a bug. */
export class Failure extends Error {
  readonly kind: Kind
  readonly hint: string | undefined
  readonly line: number | undefined
  readonly task: number | undefined

  constructor(kind: Kind, message: string, hint?: string, { line, task, ...options }: Particulars = {}) {
    super(message, options)
    this.kind = kind
    this.hint = hint
    this.line = line
    this.task = task
  }
}

/** The same failure with one more thing to know. */
export function hinted({ kind, message, hint, line, task }: Failure, more: string, cause?: unknown): Failure {
  return new Failure(kind, message, hint === undefined ? more : `${hint}; ${more}`, { cause, line, task })
}

/** A database whose own order is broken: no rule of larry's can mend it, a backup can. */
export class Damaged extends Failure {
  constructor(message: string, options?: ErrorOptions) {
    super('unavailable', message, 'larry db check tells more; larry db restore brings back a backup', options)
  }
}

/** A usage failure for a value that is not one of `allowed`; suggests the nearest one. */
export function unknown(what: string, value: string, allowed: readonly string[], nearest?: string): Failure {
  const hint = nearest === undefined ? `one of ${allowed.join(', ')}` : `did you mean ${nearest}?`
  return new Failure('usage', `unknown ${what} "${value}"`, hint)
}
