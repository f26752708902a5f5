import { showHours } from '../../domain/duration.ts'
import type { Clock } from '../../domain/when/clock.ts'
import type { View } from '../../output/view.ts'
import type { Entry } from '../../repositories/time-entries.ts'

const keys = [
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
] as const satisfies readonly (keyof Entry)[]

/** Time entries in every format; a table shows the user's own time, and hours as `1:05`. */
export function entryView({ zone }: Clock): View<Entry> {
  const civil = (instant: string | null) => (instant === null ? '' : zone.civilOf(instant).replace('T', ' '))
  return {
    singular: 'time entry',
    plural: 'time entries',
    keys,
    columns: ['id', 'started_at', 'ended_at', 'hours', 'billable', 'client', 'project', 'task_id', 'title', 'note'],
    id: 'id',
    words: {
      started_at: ({ started_at }) => civil(started_at),
      ended_at: ({ ended_at }) => civil(ended_at),
      created_at: ({ created_at }) => civil(created_at),
      updated_at: ({ updated_at }) => civil(updated_at),
      hours: ({ seconds }) => showHours(seconds),
      billable: ({ billable }) => (billable ? 'yes' : 'no'),
    },
    tone: ({ ended_at }, key) => (ended_at === null && key === 'hours' ? 'good' : undefined),
  }
}
