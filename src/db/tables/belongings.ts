import type { Generated } from 'kysely'
import type { Entity } from './entity.ts'

export interface TaskCommentsTable extends Entity {
  task_id: number
  body: string
}

export interface TaskAttachmentsTable extends Entity {
  task_id: number
  /** Of the content, 64 hexadecimal digits: the name under which the store has it, once. */
  sha256: string
  /** A file name without folders, at most 255 characters. */
  name: string
  /** Bytes. */
  size: number
  /** RFC 6838, `application/pdf`. */
  media_type: string | null
  description: string | null
}

export interface TimeEntriesTable extends Entity {
  task_id: number
  started_at: string
  /** Null for the timer that runs, of which there is one at most. */
  ended_at: string | null
  note: string | null
  /** 1 or 0. */
  billable: Generated<number>
}
