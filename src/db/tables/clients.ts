import type { Generated } from 'kysely'
import type { Entity } from './entity.ts'

export interface ClientsTable extends Entity {
  name: string
  name_folded: string
  status: Generated<'prospect' | 'active' | 'inactive' | 'archived'>
  email: string | null
  phone: string | null
  /** Integer cents of `currency` for an hour. */
  rate_cents: number | null
  /** ISO 4217 code. */
  currency: string | null
  notes: string | null
}

export interface ProjectsTable extends Entity {
  /** A path, `work/site`. */
  name: string
  name_folded: string
  client_id: number | null
  status: Generated<'active' | 'archived'>
  notes: string | null
}
