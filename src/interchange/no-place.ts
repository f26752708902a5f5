import { counted } from '../domain/counted.ts'
import type { TaskRecord } from '../domain/records/task-record.ts'

interface Thing {
  readonly one: string
  readonly many?: string
  /** How much of it a task has; `format` is the name of the format in `extra`. */
  readonly of: (task: TaskRecord, format: string) => number
}

/** What a task may have that a format has no place for. */
const things = {
  notes: { one: 'notes of a task', many: 'notes of tasks', of: ({ notes }) => (notes ? 1 : 0) },
  clients: { one: 'client', of: ({ client }) => (client ? 1 : 0) },
  links: { one: 'link', of: ({ depends_on_uids, depends_on }) => (depends_on_uids ?? depends_on ?? []).length },
  comments: { one: 'comment', of: ({ comments }) => comments?.length ?? 0 },
  attachments: { one: 'attachment', of: ({ attachments }) => attachments?.length ?? 0 },
  time: { one: 'time entry', many: 'time entries', of: ({ time }) => time?.length ?? 0 },
  reminders: { one: 'reminder', of: ({ reminders }) => reminders?.length ?? 0 },
  exceptions: {
    one: 'date left out of a recurrence',
    many: 'dates left out of recurrences',
    of: ({ recurrence_exceptions: dates }) => dates?.split(',').length ?? 0,
  },
  pauses: {
    one: 'pause of a recurrence',
    many: 'pauses of recurrences',
    of: ({ recurrence_paused_at }) => (recurrence_paused_at ? 1 : 0),
  },
  starts: {
    one: 'start of a task',
    many: 'starts of tasks',
    of: ({ started_at, status }) => (started_at && status !== 'in-progress' ? 1 : 0),
  },
  extra: {
    one: 'field kept for another format',
    many: 'fields kept for another format',
    of: ({ extra }, format) => Object.keys(extra ?? {}).filter((other) => other !== format).length,
  },
} satisfies Record<string, Thing>

type Name = keyof typeof things

/** What no format of plain tasks has a place for. */
const beside = ['comments', 'attachments', 'time', 'reminders', 'extra'] as const

/**
 * Counts what a format of plain tasks, `name` in `extra`, leaves behind of those it is shown, to be told at the end: `CSV has
 * no place for 3 comments`. `without` is what it has no place for beside what none has.
 */
export function countsWithoutPlace(format: string, name: string, without: readonly Name[]) {
  const counts = new Map<Name, number>([...without, ...beside].map((thing) => [thing, 0]))
  return {
    see(task: TaskRecord): void {
      for (const [thing, count] of counts) counts.set(thing, count + things[thing].of(task, name))
    },
    tell(say: ((note: string) => void) | undefined): void {
      const found = [...counts].filter(([, count]) => count > 0)
      const words = found.map(([thing, count]) => {
        const { one, many }: Thing = things[thing]
        return counted(count, one, many)
      })
      if (words.length > 0) say?.(`${format} has no place for ${words.join(', ')}`)
    },
  }
}
