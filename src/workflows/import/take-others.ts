import { fold } from '../../domain/fold.ts'
import type { ClientRecord, LooseReminder, ProjectRecord, Told, ViewRecord } from '../../domain/records/file-record.ts'
import { ensureClients } from '../../repositories/clients.ts'
import { newIds } from '../../repositories/records/new-ids.ts'
import { type Columns, insertStored, looseReminders, replaceStored } from '../../repositories/records/stored-rows.ts'
import { reminderColumns, reminders } from './belonging-kinds.ts'
import { takeNamed } from './take-named.ts'
import { conflict, note, outcomeOf, type Taking, tallyOf } from './taking.ts'

/** A name that is the same whatever its case. */
export const byFoldedName = { column: 'name_folded', of: fold } as const

export async function takeClients(taking: Taking, batch: readonly Told<ClientRecord>[]): Promise<void> {
  await takeNamed(
    taking,
    {
      table: 'clients',
      unique: byFoldedName,
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
  const { ids, created } = await ensureClients(tx, names, clock.now)
  for (const name of created) {
    made.clients.add(ids.get(fold(name))!)
    const first = batch.find(({ record }) => typeof record.client === 'string' && fold(record.client) === fold(name))!
    note(taking, 'project', first.line, `new client ${name}`)
  }
  await takeNamed(
    taking,
    {
      table: 'projects',
      unique: byFoldedName,
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
      unique: { column: 'name', of: (name) => name },
      told: ({ name, filter, sort, columns }) => ({ name, filter, sort, columns }),
      usual: () => ({}),
    },
    batch,
  )
}

/** Takes in reminders of messages: by uid, else by message and moment. */
export async function takeReminders(taking: Taking, batch: readonly Told<LooseReminder>[]): Promise<void> {
  const { tx, clock, keepsIds } = taking
  const keyOf = (row: Columns) => JSON.stringify([row['message'], row['civil_at'], row['zone'], row['rule']])
  const stored = await looseReminders(tx)
  const byUid = new Map(stored.map((row) => [row.uid, row]))
  const byKey = new Map(stored.map((row) => [keyOf(row), row]))
  const tally = tallyOf(taking, 'reminder')
  const fresh: Columns[] = []
  const changed: (Columns & { id: number })[] = []
  const seen = new Map<string, number>()
  for (const { record, line } of batch) {
    const told = Object.fromEntries(
      Object.entries(reminderColumns(record)).filter(([, value]) => value !== undefined),
    ) as Columns
    const here = byUid.get(record.uid ?? '') ?? byKey.get(keyOf({ ...reminders.usual, ...told }))
    const name = record.uid ?? keyOf({ ...reminders.usual, ...told })
    if (seen.has(name)) throw conflict(line, `the reminder stands on line ${seen.get(name)} already`)
    seen.set(name, line)
    const created_at = record.created_at ?? record.updated_at ?? clock.now
    const stamps = { created_at, updated_at: record.updated_at ?? created_at }
    if (here === undefined) {
      tally.added++
      fresh.push({
        ...reminders.usual,
        ...told,
        ...stamps,
        ...(record.uid && { uid: record.uid }),
        ...(record.id && { id: record.id }),
      })
      continue
    }
    const differs = Object.entries(told).some(([key, value]) => here[key] !== value)
    const outcome = outcomeOf(taking, { differs, told: record.updated_at, here: here.updated_at })
    tally[outcome]++
    if (outcome === 'updated')
      changed.push({ ...here, ...told, updated_at: record.updated_at ?? clock.now, id: here.id })
  }
  const wanted = fresh.map(({ id }) => (keepsIds.has('reminders') ? (id as number | undefined) : undefined))
  const ids = await newIds(tx, 'reminders', wanted)
  await insertStored(
    tx,
    'reminders',
    fresh.map((row, at) => ({ ...row, id: ids[at]! })),
    clock.now,
  )
  await replaceStored(tx, 'reminders', changed, clock.now)
}
