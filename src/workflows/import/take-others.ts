import { fold } from '../../domain/fold.ts'
import type { ClientRecord, ProjectRecord, Told, ViewRecord } from '../../domain/records/file-record.ts'
import { ensureNamed, idsByName } from '../../repositories/ensure-named.ts'
import { takeNamed } from './take-named.ts'
import { note, type Taking } from './taking.ts'

export async function takeClients(taking: Taking, batch: readonly Told<ClientRecord>[]): Promise<void> {
  await takeNamed(
    taking,
    {
      table: 'clients',
      told: ({ name, status, email, phone, rate_cents, currency, notes }) => ({
        name,
        status,
        email,
        phone,
        rate_cents,
        currency,
        notes,
      }),
      usual: () => ({ status: 'active', email: null, phone: null, rate_cents: null, currency: null, notes: null }),
    },
    batch,
  )
}

/** Takes in projects; a client that is not here is made, where the project is stored. */
export async function takeProjects(taking: Taking, batch: readonly Told<ProjectRecord>[]): Promise<void> {
  const ids = await idsByName(taking.tx, 'clients', clientsOf(batch))
  await takeNamed(
    taking,
    {
      table: 'projects',
      told: ({ name, client, status, notes }) => ({
        name,
        client_id: typeof client === 'string' ? (ids.get(fold(client)) ?? 0) : client,
        status,
        notes,
      }),
      usual: () => ({ client_id: null, status: 'active', notes: null }),
      prepare: async (stored) => {
        for (const [folded, id] of await makeClients(taking, stored)) ids.set(folded, id)
      },
    },
    batch,
  )
}

/** The ids of the clients of projects by folded name, made where they are missing, which is told. */
async function makeClients(taking: Taking, batch: readonly Told<ProjectRecord>[]): Promise<Map<string, number>> {
  const { ids, created } = await ensureNamed(taking.tx, 'clients', clientsOf(batch), taking.clock.now)
  const lines = new Map(batch.toReversed().map(({ record, line }) => [fold(record.client ?? ''), line]))
  for (const name of created) {
    taking.made.clients.add(ids.get(fold(name))!)
    note(taking, 'project', lines.get(fold(name))!, `new client ${name}`)
  }
  return ids
}

function clientsOf(batch: readonly Told<ProjectRecord>[]): string[] {
  return batch.map(({ record }) => record.client).filter((name) => typeof name === 'string')
}

export async function takeViews(taking: Taking, batch: readonly Told<ViewRecord>[]): Promise<void> {
  await takeNamed(
    taking,
    {
      table: 'views',
      told: ({ name, filter, sort, columns }) => ({ name, filter, sort, columns }),
      usual: () => ({}),
    },
    batch,
  )
}
