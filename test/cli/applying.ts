import type { Bench } from '../support/larry.ts'

export interface OutcomeJson {
  readonly line: number
  readonly op: string
  readonly result: string
  readonly id: number
  readonly uid: string
  readonly comment_id: number | null
  readonly entry_id: number | null
  readonly key: string | null
  readonly replayed: boolean
}

/** Operations as a pipe holds them, a line each. */
export const lines = (...operations: readonly object[]) =>
  `${operations.map((one) => JSON.stringify(one)).join('\n')}\n`

/** Applies operations with more flags; a string is taken as it stands. */
export function apply(b: Bench, operations: readonly object[] | string, ...flags: string[]) {
  const stdin = typeof operations === 'string' ? operations : lines(...operations)
  return b.with({ stdin })('apply', '-', ...flags)
}

/** The results of operations that must succeed. */
export async function applied(b: Bench, ...operations: readonly object[]): Promise<OutcomeJson[]> {
  const ran = await apply(b, operations, '--json')
  if (ran.code !== 0) throw new Error(ran.stderr)
  return JSON.parse(ran.stdout) as OutcomeJson[]
}
