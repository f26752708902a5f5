import type { Generated } from 'kysely'

/** Instants are UTC `YYYY-MM-DDTHH:MM:SS.sssZ`; `uid` is a UUIDv7 (RFC 9562 5.7). */
export interface Entity {
  id: Generated<number>
  uid: string
  created_at: string
  updated_at: string
}
