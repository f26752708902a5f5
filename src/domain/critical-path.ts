/** A task of a plan: how long it takes, and what must be done before. */
export interface Step {
  readonly id: number
  /** Minutes; 0 where nobody said. */
  readonly minutes: number
  /** Ids; those that are no step are done already. */
  readonly after: readonly number[]
}

interface Longest {
  readonly minutes: number
  readonly steps: number
  readonly before: number | undefined
}

/**
 * The chain of steps that takes longest, first step first: the critical path (Kelley and Walker, 1959). Equal minutes are
 * settled by the number of steps, then by the lower ids. Steps that wait for one another in a circle are not followed.
 */
export function criticalPath(steps: readonly Step[]): number[] {
  const byId = new Map(steps.map((step) => [step.id, step]))
  const longest = new Map<number, Longest>()
  for (const step of inOrder(steps, byId)) {
    let best: Longest = { minutes: 0, steps: 0, before: undefined }
    for (const id of step.after.toSorted((a, b) => a - b)) {
      const found = longest.get(id)
      if (found !== undefined && isLonger(found, best)) best = { ...found, before: id }
    }
    longest.set(step.id, { minutes: best.minutes + step.minutes, steps: best.steps + 1, before: best.before })
  }
  let last: number | undefined
  for (const { id } of steps.toSorted((a, b) => a.id - b.id))
    if (last === undefined || isLonger(longest.get(id)!, longest.get(last)!)) last = id
  const path: number[] = []
  for (let id = last; id !== undefined; id = longest.get(id)!.before) path.push(id)
  return path.toReversed()
}

function isLonger(a: Longest, b: Longest): boolean {
  return a.minutes > b.minutes || (a.minutes === b.minutes && a.steps > b.steps)
}

/** Every step after those it waits for; depth-first with an explicit stack, so that chains may be of any length. */
function* inOrder(steps: readonly Step[], byId: ReadonlyMap<number, Step>): Generator<Step> {
  const seen = new Set<number>()
  for (const start of steps) {
    const stack: { step: Step; entered: boolean }[] = [{ step: start, entered: false }]
    for (let top = stack.pop(); top !== undefined; top = stack.pop()) {
      if (top.entered) yield top.step
      if (top.entered || seen.has(top.step.id)) continue
      seen.add(top.step.id)
      stack.push({ step: top.step, entered: true })
      for (const id of top.step.after) {
        const before = byId.get(id)
        if (before !== undefined && !seen.has(id)) stack.push({ step: before, entered: false })
      }
    }
  }
}
