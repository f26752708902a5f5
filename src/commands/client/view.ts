import { clientStatuses } from '../../domain/client.ts'
import { showCents } from '../../domain/money.ts'
import { among, cents, instant, integer, nullable, text, uid } from '../../output/types.ts'
import type { View } from '../../output/view.ts'
import type { Client } from '../../repositories/client-lists.ts'

/** Clients in every format. */
export const clientView: View<Client> = {
  singular: 'client',
  plural: 'clients',
  types: {
    id: integer,
    uid,
    name: text,
    status: among(clientStatuses),
    email: nullable(text),
    phone: nullable(text),
    rate_cents: nullable(cents),
    currency: nullable(text),
    notes: nullable(text),
    open_tasks: integer,
    done_tasks: integer,
    created_at: instant,
    updated_at: instant,
  },
  columns: ['id', 'status', 'rate_cents', 'currency', 'open_tasks', 'done_tasks', 'name'],
  id: 'id',
  words: { rate_cents: ({ rate_cents }) => (rate_cents === null ? '' : showCents(rate_cents)) },
  tone: (client, key) => (client.status === 'archived' ? 'quiet' : key === 'name' ? 'strong' : undefined),
}
