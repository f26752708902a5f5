/** A write, or with no data a new length; `when` tells their order. */
export interface Change {
  readonly when: number
  readonly at: number
  readonly data: Buffer | undefined
}

/** Numbers from 0 to 1 that decide what of the unsynced reached the disk. */
export type Chance = () => number

const sector = 512

/** The bytes after these changes. */
export function applied(bytes: Buffer, changes: readonly Change[]): Buffer {
  if (changes.length === 0) return bytes
  let length = bytes.length
  const most = Math.max(length, ...changes.map(({ at, data }) => at + (data?.length ?? 0)))
  const result = Buffer.alloc(most)
  bytes.copy(result)
  for (const { at, data } of changes)
    if (data === undefined) {
      result.fill(0, Math.min(at, length))
      length = at
    } else {
      data.copy(result, at)
      length = Math.max(length, at + data.length)
    }
  return result.subarray(0, length)
}

/** Tells of each of `count` unsynced things whether it is kept: none, all, the first few, or any of them. */
export function keeper(chance: Chance, count: number): (nth: number) => boolean {
  const mode = chance()
  if (mode < 0.1) return () => false
  if (mode < 0.2) return () => true
  const part = chance()
  return mode < 0.5 ? (nth) => nth < part * count : () => chance() < part
}

/** What is left of unsynced changes: whole ones, single sectors of them, or only the length they gave the file. */
export function surviving(changes: readonly Change[], chance: Chance): Change[] {
  const keep = keeper(chance, changes.length)
  const share = chance() < 0.4 ? 1 : chance()
  const grows = chance() < 0.3
  return changes.flatMap((change, nth) => {
    const { when, at, data } = change
    if (data === undefined) return keep(nth) ? [change] : []
    const longer = grows ? [{ when, at: at + data.length, data: Buffer.alloc(0) }] : []
    if (!keep(nth)) return longer
    const pieces = share === 1 ? [{ at, data }] : sectorsOf(at, data).filter(() => chance() < share)
    return [...longer, ...pieces.map((piece) => ({ when, ...piece }))]
  })
}

/** A write in the pieces a disk writes whole. */
function sectorsOf(at: number, data: Buffer): { at: number; data: Buffer }[] {
  const pieces = []
  for (let from = 0; from < data.length; ) {
    const to = Math.min(data.length, from + sector - ((at + from) % sector))
    pieces.push({ at: at + from, data: data.subarray(from, to) })
    from = to
  }
  return pieces
}
