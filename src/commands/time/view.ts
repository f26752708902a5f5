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
  const endOf = (start: string, end: string) => (end.slice(0, 10) === start.slice(0, 10) ? end.slice(11) : end)
  const civil = (instant: string | null) => (instant === null ? '' : zone.civilOf(instant).replace('T', ' '))
  return {
    singular: 'time entry',
    plural: 'time entries',
    keys,
    columns: ['id', 'started_at', 'ended_at', 'hours', 'billable', 'client', 'project', 'task_id', 'title', 'note'],
    id: 'id',
    words: {
      ended_at: ({ started_at, ended_at }) => endOf(civil(started_at), civil(ended_at)),
      hours: ({ seconds }) => showHours(seconds),
      billable: ({ billable }) => (billable ? '' : 'no'),
    },
    tone: ({ ended_at }, key) => (ended_at === null && key === 'hours' ? 'good' : undefined),
  }
}
