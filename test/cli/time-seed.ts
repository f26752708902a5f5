import { readFileSync, writeFileSync } from 'node:fs'
import { inFile, insertInto } from '../db/stores.ts'
import { type Bench, bench } from '../support/larry.ts'
import { seed } from './seed.ts'

/** The keys of a time entry in JSON, in their order. */
export const entryKeys: readonly string[] = [
  'id',
  'uid',
  'task_id',
  'title',
  'project',
  'client',
  'started_at',
  'ended_at',
  'seconds',
  'hours',
  'billable',
  'note',
  'rate_cents',
  'currency',
  'created_at',
  'updated_at',
]

/** The keys tests look at. */
export interface EntryJson {
  readonly id: number
  readonly task_id: number
  readonly started_at: string
  readonly ended_at: string | null
  readonly seconds: number
  readonly rate_cents: number | null
  readonly [key: string]: unknown
}

/** Acme pays 85.50 EUR an hour, Bolt 100 USD, Cera nothing; project work is Acme's. */
export function addClients({ file }: Bench): void {
  inFile(file, (handle) => {
    for (const [name, rate_cents, currency] of [
      ['Acme', 8550, 'EUR'],
      ['Bolt', 10_000, 'USD'],
      ['Cera', null, null],
    ] as const)
      handle.exec(insertInto('clients', { name, name_folded: name.toLowerCase(), rate_cents, currency }))
    handle.exec(insertInto('projects', { name: 'work', name_folded: 'work', client_id: 1 }))
  })
}

/** One line at a time of day of 23 November 2026. */
export function at(b: Bench, time: string, ...argv: string[]) {
  return b.with({ now: `2026-11-23T${time.length === 5 ? `${time}:00` : time}.000Z` })(...argv)
}

/**
 * Tasks 1 to 4, the last done. Entry 1: task 1, 07:00 to 08:00; entry 2: task 2, 08:00 to 08:30, not billable, with a note;
 * entry 3 runs on task 1 since 08:45. It is 09:00.
 */
export async function worked(): Promise<Bench> {
  const b = bench()
  if (made === undefined) {
    await work(b)
    made = readFileSync(b.file)
  } else writeFileSync(b.file, made)
  return b
}

/** The file of `worked`, made once. */
let made: Buffer | undefined

async function work(b: Bench): Promise<void> {
  addClients(b)
  await seed(b, 'Build site project:work', 'Call Bob client:bolt +phone', 'Sweep', 'Old thing')
  await b.larry('done', '4')
  await at(b, '08:00', 'time', 'log', '1', '1h')
  await at(b, '08:30', 'time', 'log', '2', '30m', '--no-billable', '--note', 'about the site')
  await at(b, '08:45', 'time', 'start', '1')
}

/** Every time entry as it is stored, and how many actions there are. */
export function stored({ file }: Bench): { entries: unknown[]; actions: unknown } {
  return inFile(file, (handle) => ({
    entries: handle.prepare('select * from time_entries order by id').all(),
    actions: handle.prepare('select count(*) from actions').pluck().get(),
  }))
}
