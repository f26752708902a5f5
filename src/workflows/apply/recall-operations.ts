import type { Db } from '../../db/handles.ts'
import { withLine } from '../../domain/at-line.ts'
import { Failure } from '../../domain/errors.ts'
import type { Operation, Outcome } from '../../domain/operations/operation.ts'
import { operationsOf } from '../../repositories/operation-keys.ts'

interface Recalled {
  /** Not done before, in their order. */
  readonly fresh: readonly Operation[]
  /** Done before under their keys, with what was answered. */
  readonly replays: ReadonlyMap<Operation, readonly Outcome[]>
  /** The line of one that is sent twice here, and the line that sends it first. */
  readonly twins: ReadonlyMap<number, number>
}

/** Parts operations into new ones and those that were done before under their key; a key of another operation is a conflict. */
export async function recall(db: Db, operations: readonly Operation[]): Promise<Recalled> {
  const keys = operations.flatMap(({ key }) => key ?? [])
  const stored = new Map((await operationsOf(db, keys)).map((row) => [row.key, row]))
  const first = new Map<string, Operation>()
  const replays = new Map<Operation, readonly Outcome[]>()
  const twins = new Map<number, number>()
  const fresh: Operation[] = []
  for (const operation of operations) {
    const { key, line, text } = operation
    const before = key === undefined ? undefined : stored.get(key)
    const twin = key === undefined ? undefined : first.get(key)
    if (before !== undefined) {
      if (before.operation !== text) throw otherOperation(operation, 'before')
      const result = JSON.parse(before.result) as Outcome[]
      replays.set(
        operation,
        result.map((outcome) => ({ ...outcome, line, replayed: true })),
      )
    } else if (twin !== undefined) {
      if (twin.text !== text) throw otherOperation(operation, `on line ${twin.line}`)
      twins.set(line, twin.line)
    } else {
      fresh.push(operation)
      if (key !== undefined) first.set(key, operation)
    }
  }
  return { fresh, replays, twins }
}

function otherOperation({ key, line }: Operation, where: string): unknown {
  const message = `the key "${key}" was used ${where} for another operation`
  return withLine(new Failure('conflict', message, 'each operation has a key of its own'), line)
}
