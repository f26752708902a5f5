import { expect } from 'vitest'
import type { Failure, Kind } from '../../src/domain/errors.ts'

/** Matches the Failure of a kind whose message and hint hold these texts. */
export function refusal(message = '', hint = '', kind: Kind = 'usage'): Failure {
  const held = hint === '' ? {} : { hint: expect.stringContaining(hint) }
  return expect.objectContaining({ kind, message: expect.stringContaining(message), ...held })
}
