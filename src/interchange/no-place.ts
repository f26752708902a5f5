import type { TaskRecord } from '../domain/records/task-record.ts'

/** What a task may have that a format has no place for, and how much of it this one has. */
const countable = {
  'notes of a task': ({ notes }: TaskRecord) => (notes ? 1 : 0),
  client: ({ client }: TaskRecord) => (client ? 1 : 0),
  link: ({ depends_on_uids, depends_on }: TaskRecord) => (depends_on_uids ?? depends_on ?? []).length,
  comment: ({ comments }: TaskRecord) => comments?.length ?? 0,
  attachment: ({ attachments }: TaskRecord) => attachments?.length ?? 0,
  'time entry': ({ time }: TaskRecord) => time?.length ?? 0,
  reminder: ({ reminders }: TaskRecord) => reminders?.length ?? 0,
  'date left out of a recurrence': ({ recurrence_exceptions: dates }: TaskRecord) => dates?.split(',').length ?? 0,
  'field kept for another format': ({ extra }: TaskRecord, format: string) =>
    Object.keys(extra ?? {}).filter((other) => other !== format).length,
} satisfies Record<string, (task: TaskRecord, format: string) => number>

type Thing = keyof typeof countable

/**
 * Counts what a format, `name` in `extra`, leaves behind of the tasks it is shown, to be told at the end: `CSV has no place
 * for 3 comments`.
 */
export function countsWithoutPlace(format: string, name: string, things: readonly Thing[]) {
  const counts = new Map<Thing, number>()
  return {
    see(task: TaskRecord): void {
      for (const thing of things) counts.set(thing, (counts.get(thing) ?? 0) + countable[thing](task, name))
    },
    tell(say: ((note: string) => void) | undefined): void {
      const found = [...counts].filter(([, count]) => count > 0)
      if (found.length === 0) return
      say?.(
        `${format} has no place for ${found.map(([thing, count]) => `${count} ${plural(thing, count)}`).join(', ')}`,
      )
    },
  }
}

function plural(thing: Thing, count: number): string {
  if (count === 1) return thing
  const special: Partial<Record<Thing, string>> = {
    'notes of a task': 'notes of tasks',
    'time entry': 'time entries',
    'field kept for another format': 'fields kept for another format',
    'date left out of a recurrence': 'dates left out of recurrences',
  }
  return special[thing] ?? `${thing}s`
}
