import { showHours } from '../../domain/duration.ts'
import type { Clock } from '../../domain/when/clock.ts'
import {
  boolean,
  cents,
  instant,
  integer,
  nullable,
  number,
  seconds,
  type Types,
  text,
  uid,
} from '../../output/types.ts'
import type { View } from '../../output/view.ts'
import type { Entry } from '../../repositories/time-entries.ts'

const types: Types<Entry> = {
  id: integer,
  uid,
  task_id: integer,
  title: text,
  project: nullable(text),
  client: nullable(text),
  started_at: instant,
  ended_at: nullable(instant),
  seconds,
  hours: number,
  billable: boolean,
  note: nullable(text),
  rate_cents: nullable(cents),
  currency: nullable(text),
  created_at: instant,
  updated_at: instant,
}

/** Time entries in every format; a table shows the user's own time, and hours as `1:05`. */
export function entryView({ zone }: Clock): View<Entry> {
  const endOf = (start: string, end: string) => (end.slice(0, 10) === start.slice(0, 10) ? end.slice(11) : end)
  const local = (moment: string | null) => (moment === null ? '' : zone.civilOf(moment).replace('T', ' '))
  return {
    singular: 'time entry',
    plural: 'time entries',
    types,
    columns: ['id', 'started_at', 'ended_at', 'hours', 'billable', 'client', 'project', 'task_id', 'title', 'note'],
    id: 'id',
    words: {
      ended_at: ({ started_at, ended_at }) => endOf(local(started_at), local(ended_at)),
      hours: (entry) => showHours(entry.seconds),
      billable: ({ billable }) => (billable ? '' : 'no'),
    },
    tone: ({ ended_at }, key) => (ended_at === null && key === 'hours' ? 'good' : undefined),
  }
}
