import { showCents } from '../../domain/money.ts'
import type { View } from '../../output/view.ts'
import type { Client } from '../../repositories/client-lists.ts'

/** Clients in every format. */
export const clientView: View<Client> = {
  singular: 'client',
  plural: 'clients',
  keys: [
    'id',
    'uid',
    'name',
    'status',
    'email',
    'phone',
    'rate_cents',
    'currency',
    'notes',
    'open_tasks',
    'done_tasks',
    'created_at',
    'updated_at',
  ],
  columns: ['id', 'status', 'rate_cents', 'currency', 'open_tasks', 'done_tasks', 'name'],
  id: 'id',
  words: { rate_cents: ({ rate_cents }) => (rate_cents === null ? '' : showCents(rate_cents)) },
  tone: (client, key) => (client.status === 'archived' ? 'quiet' : key === 'name' ? 'strong' : undefined),
}
