import type { Observer } from './connection.ts'

/** What one statement cost in a run; its values are never kept. */
interface StatementCost {
  readonly sql: string
  count: number
  ms: number
  rows: number
}

/** Where a run's time in the database went. */
export interface Profile {
  readonly observer: Observer
  /** By first use. */
  statements(): readonly StatementCost[]
  /** The one that took longest, `except` left out. */
  slowest(except: string): StatementCost | undefined
}

/** `elapsed` as for an observer. */
export function newProfile(elapsed: Observer['elapsed']): Profile {
  const costs = new Map<string, StatementCost>()
  return {
    observer: {
      elapsed,
      saw(sql, ms, rows) {
        const cost = costs.get(sql)
        if (cost === undefined) costs.set(sql, { sql, count: 1, ms, rows })
        else {
          cost.count += 1
          cost.ms += ms
          cost.rows += rows
        }
      },
    },
    statements: () => [...costs.values()],
    slowest: (except) =>
      [...costs.values()]
        .filter(({ sql }) => sql !== except)
        .reduce<StatementCost | undefined>(
          (most, one) => (most !== undefined && most.ms >= one.ms ? most : one),
          undefined,
        ),
  }
}

/** A statement on one line, short enough to read. */
export function briefly(sql: string): string {
  const line = sql.replaceAll(/\s+/g, ' ').trim()
  return line.length > 160 ? `${line.slice(0, 157)}...` : line
}
