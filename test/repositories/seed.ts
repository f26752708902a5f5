import { sql } from 'kysely'
import type { Tx } from '../../src/db/handles.ts'
import type { Store } from '../../src/db/open.ts'
import { insertTasks, type NewTask } from '../../src/repositories/task-writes.ts'
import { now } from '../db/stores.ts'

const blank: NewTask = {
  title: 'task',
  notes: null,
  due: null,
  wait_until: null,
  estimate_minutes: null,
  parent_id: null,
  project_id: null,
  client_id: null,
  recurrence: null,
  recurrence_mode: null,
  recurrence_anchor: null,
  recurrence_exceptions: null,
  series_uid: null,
  started_at: null,
  completed_at: null,
  source: null,
  extra: null,
}

export const done = { status: 'done', progress: 100, completed_at: now } as const
export const cancelled = { status: 'cancelled', completed_at: now } as const

/** Stores tasks with these attributes, the rest as a new task has it; answers their ids. */
export function seed(store: Store, ...tasks: readonly Partial<NewTask>[]): Promise<number[]> {
  return writing(store, (tx) =>
    insertTasks(
      tx,
      tasks.map((task) => ({ ...blank, status: 'todo', priority: 'medium', progress: 0, ...task })),
      now,
    ),
  )
}

export function writing<T>({ kysely }: Store, work: (tx: Tx) => Promise<T>): Promise<T> {
  return kysely.transaction().execute(work)
}

/** Makes tasks wait for others: `[waits, for]`. */
export function depend(store: Store, ...pairs: readonly (readonly [number, number])[]): Promise<void> {
  return writing(store, async (tx) => {
    for (const [task, on] of pairs) await sql`insert into task_dependencies values (${task}, ${on})`.execute(tx)
  })
}

/** All that comes page by page. */
export async function taken<T>(pages: AsyncIterable<readonly T[]>): Promise<T[]> {
  const all: T[] = []
  for await (const page of pages) all.push(...page)
  return all
}
