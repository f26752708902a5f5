import { type RawBuilder, sql } from 'kysely'

/**
 * A UUIDv7 (RFC 9562 5.7) made by SQLite itself, a fresh one for each row of an insert: 48 bits of Unix
 * milliseconds, then random bits from `randomblob`, which spares start-up Node's crypto.
 */
export function newUid(now: string): RawBuilder<string> {
  const ms = Date.parse(now)
  const time = ms.toString(16).padStart(12, '0')
  return sql<string>`lower(${`${time.slice(0, 8)}-${time.slice(8)}-7`} || substr(hex(randomblob(2)), 2) || '-'
    || substr('89ab', 1 + (random() & 3), 1) || substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6)))`
}
