import { fold } from '../../domain/fold.ts'
import type { ClientRecord, ProjectRecord, Told, ViewRecord } from '../../domain/records/file-record.ts'
import { ensureNamed } from '../../repositories/ensure-named.ts'
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

/** Takes in projects; a client that is not here is made. */
export async function takeProjects(taking: Taking, batch: readonly Told<ProjectRecord>[]): Promise<void> {
  const { tx, clock, made } = taking
  const names = batch.map(({ record }) => record.client).filter((name) => typeof name === 'string')
  const { ids, created } = await ensureNamed(tx, 'clients', names, clock.now)
  for (const name of created) {
    made.clients.add(ids.get(fold(name))!)
    const first = batch.find(({ record }) => typeof record.client === 'string' && fold(record.client) === fold(name))!
    note(taking, 'project', first.line, `new client ${name}`)
  }
  await takeNamed(
    taking,
    {
      table: 'projects',
      told: ({ name, client, status, notes }) => ({
        name,
        client_id: typeof client === 'string' ? ids.get(fold(client))! : client,
        status,
        notes,
      }),
      usual: () => ({ client_id: null, status: 'active', notes: null }),
    },
    batch,
  )
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
