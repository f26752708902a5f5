import { isClosed, type Status } from './task.ts'

/** What of a task decides its place in a tree and what rolls up. */
export interface Node {
  readonly id: number
  readonly parent_id: number | null
  readonly status: Status
  readonly estimate_minutes: number | null
  readonly tracked_seconds: number
}

/** A node in its place, with what it and everything below it come to; cancelled tasks count for nothing but their hours. */
export type Rolled<N extends Node> = N & {
  /** 0 for the tasks that stand at the left. */
  readonly depth: number
  /** Tasks at the ends of its branches, or the task itself where it has no subtasks. */
  readonly leaves: number
  readonly leaves_done: number
  /** Minutes: its own estimate and those below; null where nobody estimated any. */
  readonly estimate_total: number | null
  /** Seconds, with those below. */
  readonly tracked_total: number
  /** 0 to 100: the share of its leaves that are done. */
  readonly progress_total: number
}

interface Sums {
  leaves: number
  done: number
  estimate: number | null
  tracked: number
}

/**
 * Nodes, in the order siblings should have, as a forest read from the top: each after its parent, before its next sibling.
 * One whose parent is not among them stands at the left. Chains may be of any length.
 */
export function rollUp<N extends Node>(nodes: readonly N[]): Rolled<N>[] {
  const ids = new Set(nodes.map(({ id }) => id))
  const children = new Map<number | null, N[]>()
  for (const node of nodes) {
    const above = node.parent_id !== null && ids.has(node.parent_id) ? node.parent_id : null
    const siblings = children.get(above)
    if (siblings === undefined) children.set(above, [node])
    else siblings.push(node)
  }
  const placed: { readonly node: N; readonly depth: number }[] = []
  const stack = (children.get(null) ?? []).map((node) => ({ node, depth: 0 })).toReversed()
  for (let top = stack.pop(); top !== undefined; top = stack.pop()) {
    placed.push(top)
    for (const node of (children.get(top.node.id) ?? []).toReversed()) stack.push({ node, depth: top.depth + 1 })
  }
  const sums = new Map<number, Sums>()
  for (const { node } of placed.toReversed())
    sums.set(
      node.id,
      sumUp(
        node,
        (children.get(node.id) ?? []).map(({ id }) => sums.get(id)!),
      ),
    )
  return placed.map(({ node, depth }) => {
    const { leaves, done, estimate, tracked } = sums.get(node.id)!
    return {
      ...node,
      depth,
      leaves,
      leaves_done: done,
      estimate_total: estimate,
      tracked_total: tracked,
      progress_total: leaves === 0 ? 0 : Math.floor((100 * done) / leaves),
    }
  })
}

function sumUp(node: Node, below: readonly Sums[]): Sums {
  const counts = node.status !== 'cancelled'
  const sum: Sums = {
    leaves: below.reduce((total, { leaves }) => total + leaves, 0),
    done: below.reduce((total, { done }) => total + done, 0),
    estimate: counts ? node.estimate_minutes : null,
    tracked: below.reduce((total, { tracked }) => total + tracked, node.tracked_seconds),
  }
  for (const { estimate } of below) if (estimate !== null) sum.estimate = (sum.estimate ?? 0) + estimate
  if (sum.leaves === 0 && counts) {
    sum.leaves = 1
    sum.done = isClosed(node.status) ? 1 : 0
  }
  return sum
}
