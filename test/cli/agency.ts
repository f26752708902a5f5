import { inFile, insertInto } from '../db/stores.ts'
import { type Bench, bench } from '../support/larry.ts'
import { seed } from './seed.ts'

/**
 * Clients 1 Acme Corp (85 EUR an hour) and 2 Globex; projects 1 work (for Acme), 2 work/site and 3 home. Tasks 1 and 4
 * (done) are Acme's, 2 lies in work, 3 in work/site, 5 in home.
 */
export async function agency(): Promise<Bench> {
  const b = bench()
  await b.json('client', 'add', 'Acme Corp', '--rate', '85', '--currency', 'EUR')
  await b.json('client', 'add', 'Globex', '--status', 'prospect')
  await b.json('project', 'add', 'work', '--client', 'acme')
  await seed(
    b,
    'Logo client:acme +design',
    'Plan project:work due:fri est:2h',
    'Blog project:work/site due:thu est:30m +design',
    'Old client:acme',
    'Mow project:home +garden',
  )
  await b.json('done', '4')
  return b
}

/** Notes hours nobody typed: a time entry of a task, still running when `ended_at` is null. */
export function track(b: Bench, task_id: number, started_at: string, ended_at: string | null, billable = 1): void {
  inFile(b.file, (handle) => {
    handle.exec(insertInto('time_entries', { task_id, started_at, ended_at, billable }))
  })
}

/** Every row of every table a person fills, as SQLite has it. */
export function rows({ file }: Bench): Record<string, unknown[]> {
  return inFile(file, (handle) =>
    Object.fromEntries(
      ['clients', 'projects', 'tasks', 'task_tags', 'time_entries'].map((table) => [
        table,
        handle.prepare(`select * from ${table} order by 1, 2`).all(),
      ]),
    ),
  )
}
