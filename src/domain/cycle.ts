/**
 * The first cycle reachable from `starts` in a graph of ids, as a closed path (`[3, 2, 1, 3]`), or undefined.
 * Depth-first with an explicit stack: chains of any length, each edge once.
 */
export function findCycle(
  edges: ReadonlyMap<number, readonly number[]>,
  starts: Iterable<number>,
): number[] | undefined {
  const finished = new Set<number>()
  for (const start of starts) {
    const path: number[] = []
    const onPath = new Set<number>()
    const stack: { id: number; entered: boolean }[] = [{ id: start, entered: false }]
    while (stack.length > 0) {
      const top = stack.pop()!
      if (top.entered) {
        onPath.delete(top.id)
        path.pop()
        finished.add(top.id)
        continue
      }
      if (onPath.has(top.id)) return [...path.slice(path.indexOf(top.id)), top.id]
      if (finished.has(top.id)) continue
      onPath.add(top.id)
      path.push(top.id)
      stack.push({ id: top.id, entered: true })
      for (const next of edges.get(top.id) ?? []) stack.push({ id: next, entered: false })
    }
  }
  return undefined
}
