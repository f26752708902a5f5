import type { Told } from '../../src/domain/records/file-record.ts'
import type { TaskRecord } from '../../src/domain/records/task-record.ts'
import { taskwarrior } from '../../src/interchange/taskwarrior.ts'
import { clockAt } from '../domain/clock.ts'

export type Entries = readonly Readonly<Record<string, unknown>>[]

/** What a text of Taskwarrior's tells; by default in UTC. */
export async function read(
  text: string,
  zone = 'UTC',
  tell: (note: string) => void = () => {},
): Promise<Told<TaskRecord>[]> {
  const told: Told<TaskRecord>[] = []
  for await (const one of taskwarrior.read([text], { clock: clockAt(undefined, 1, zone), tell }))
    told.push(one as Told<TaskRecord>)
  return told
}

/** The records of entries. */
export async function recordsOf(entries: Entries, zone?: string): Promise<TaskRecord[]> {
  return (await read(JSON.stringify(entries), zone)).map(({ record }) => record)
}

/** What is written of tasks, as text. */
export async function written(tasks: readonly TaskRecord[], zone = 'UTC'): Promise<string> {
  async function* records() {
    yield* tasks
  }
  let text = ''
  for await (const piece of taskwarrior.write(records(), { clock: clockAt(undefined, 1, zone) })) text += piece
  return text
}

/** The same as entries. */
export async function entriesOf(tasks: readonly TaskRecord[], zone?: string): Promise<Entries> {
  return JSON.parse(await written(tasks, zone)) as Entries
}

/** Entries through larry's records and back. */
export async function thereAndBack(entries: Entries, zone?: string): Promise<Entries> {
  return entriesOf(await recordsOf(entries, zone), zone)
}

/** A UUID that ends in a number. */
export function uuid(number: number): string {
  return `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`
}
