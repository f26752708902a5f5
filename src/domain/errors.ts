/** What went wrong, in the words of the exit-code table (spec: streams, formats, errors). */
export const kinds = ['failed', 'usage', 'not-found', 'conflict', 'unavailable'] as const
export type Kind = (typeof kinds)[number]

/** A failure a person can act on: one lower-case line that quotes the value, and what to type next. Anything else thrown is a bug. */
export class Failure extends Error {
  readonly kind: Kind
  readonly hint: string | undefined

  constructor(kind: Kind, message: string, hint?: string, options?: ErrorOptions) {
    super(message, options)
    this.kind = kind
    this.hint = hint
  }
}

/** The same failure with one more thing to know. */
export function hinted({ kind, message, hint }: Failure, more: string, cause?: unknown): Failure {
  return new Failure(kind, message, hint === undefined ? more : `${hint}; ${more}`, { cause })
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
