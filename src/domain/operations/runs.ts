import { atLine } from '../at-line.ts'
import { Failure } from '../errors.ts'
import { nearest } from '../nearest.ts'
import type { Deed, Name, Operation } from './operation.ts'

/**
 * Parts operations into runs that are done as one, in their order: neighbours that do the same, each to tasks of its own,
 * and that speak of no task the run itself adds. `byUid` has the ids of tasks named by uid.
 */
export function* runsOf(
  operations: readonly Operation[],
  byUid: ReadonlyMap<string, number> = new Map(),
): Generator<readonly Operation[]> {
  let run: Operation[] = []
  let kind: string | undefined
  let named = new Set<string>()
  for (const operation of operations) {
    const own = ownNames(operation.deed, byUid)
    const others = linkedNames(operation.deed).filter((name) => name.startsWith('ref:'))
    const joins = kindOf(operation.deed) === kind && ![...own, ...others].some((name) => named.has(name))
    if (!joins) {
      if (run.length > 0) yield run
      run = []
      named = new Set()
      kind = kindOf(operation.deed)
    }
    run.push(operation)
    for (const name of own) named.add(name)
  }
  if (run.length > 0) yield run
}

/** Refuses a `ref:` that no earlier line gave with `as`, and an `as` that was given before. */
export function checkRefs(operations: readonly Operation[]): void {
  const lines = new Map<string, number>()
  for (const { deed, line } of operations)
    atLine(line, () => {
      for (const name of [...(deed.op === 'add' ? [] : ownNames(deed)), ...linkedNames(deed)])
        if (name.startsWith('ref:')) requireRef(name.slice(4), lines)
      if (deed.op !== 'add' || deed.as === undefined) return
      const before = lines.get(deed.as)
      if (before !== undefined)
        throw new Failure('usage', `"as" is "${deed.as}", which line ${before} is called already`, 'another name')
      lines.set(deed.as, line)
    })
}

function requireRef(ref: string, lines: ReadonlyMap<string, number>): void {
  if (lines.has(ref)) return
  const near = nearest(ref, lines.keys())
  const hint = near === undefined ? `{"op":"add","as":${JSON.stringify(ref)},...}` : `did you mean "ref:${near}"?`
  throw new Failure('usage', `no earlier line is called "${ref}"`, hint)
}

/** What may be done as one: the operation with its switches. */
function kindOf(deed: Deed): string {
  switch (deed.op) {
    case 'done':
      return `done ${deed.force} ${deed.cascade} ${deed.catchUp}`
    case 'cancel':
    case 'remove':
      return `${deed.op} ${deed.cascade}`
    case 'add':
    case 'edit':
    case 'reopen':
    case 'start':
    case 'comment':
    case 'log':
    default:
      return deed.op
  }
}

/** The tasks it is about, and that it adds. */
function ownNames(deed: Deed, byUid?: ReadonlyMap<string, number>): string[] {
  if (deed.op === 'add') return deed.as === undefined ? [] : [`ref:${deed.as}`]
  return deed.tasks.map((name) => textOf(name, byUid))
}

function linkedNames(deed: Deed): string[] {
  if (deed.op !== 'add' && deed.op !== 'edit') return []
  return [...(deed.parent ? [deed.parent] : []), ...(deed.depends ?? [])].map((name) => textOf(name))
}

function textOf(name: Name, byUid?: ReadonlyMap<string, number>): string {
  if ('ref' in name) return `ref:${name.ref}`
  return `id:${'id' in name ? name.id : (byUid?.get(name.uid) ?? name.uid)}`
}
