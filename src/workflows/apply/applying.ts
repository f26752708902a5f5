import type { Tx } from '../../db/handles.ts'
import type { Deed, Op } from '../../domain/operations/operation.ts'
import type { Clock } from '../../domain/when/clock.ts'
import type { Names } from './operation-names.ts'

type Of<O extends Op> = Extract<Deed, { readonly op: O }>

/** What operations are done with. */
export interface Applying {
  readonly tx: Tx
  readonly clock: Clock
  readonly names: Names
  /** Is told of projects that had to be made. */
  readonly made: (projects: readonly string[]) => void
}

/** What an operation does, and the ids of its tasks. */
export interface Aim<O extends Op = Op> {
  readonly deed: Of<O>
  readonly ids: readonly number[]
}

/** Those that do this. */
export function aimsOf<O extends Op>(
  op: O,
  aims: readonly { readonly deed: Deed; readonly ids: readonly number[] }[],
): readonly Aim<O>[] {
  return aims.flatMap(({ deed, ids }) => (deed.op === op ? [{ deed: deed as Of<O>, ids }] : []))
}
