import { safe } from './safe.ts'
import { cut, measureFor } from './width.ts'

/** How rows are told apart by headings. */
export interface Grouped {
  readonly group?: ((row: object) => string) | undefined
  readonly groupSize?: ((row: object) => number) | undefined
}

/** `work/site (3)`, or `(3 of 8)`, for each run of rows of one group, by the place of its first row; cut where a line would not fit. */
export async function headingsOf(
  rows: readonly object[],
  { group, groupSize, limit }: Grouped & { readonly limit: number | undefined },
): Promise<ReadonlyMap<number, string>> {
  const headings = new Map<number, string>()
  if (group === undefined) return headings
  const names = rows.map((row) => safe(group(row)))
  const measure = await measureFor(names)
  for (let first = 0; first < names.length; ) {
    let next = first + 1
    while (next < names.length && names[next] === names[first]) next++
    const size = groupSize?.(rows[first]!) ?? next - first
    const count = size > next - first ? ` (${next - first} of ${size})` : ` (${next - first})`
    const name = limit === undefined ? names[first]! : cut(names[first]!, limit - count.length, measure)
    headings.set(first, name + count)
    first = next
  }
  return headings
}
