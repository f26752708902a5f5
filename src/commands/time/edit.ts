import type { WriteContext } from '../../cli/context.ts'
import { counted } from '../../domain/counted.ts'
import { Failure } from '../../domain/errors.ts'
import { isClosed } from '../../domain/task.ts'
import { checkNote } from '../../domain/time-span.ts'
import { readPast } from '../../domain/when/moment.ts'
import { rowsOf } from '../../output/answers.ts'
import { reply } from '../../output/view.ts'
import { standingOf } from '../../repositories/tasks.ts'
import { type Entry, getEntries } from '../../repositories/time-entries.ts'
import { updateEntries } from '../../repositories/time-entry-writes.ts'
import { moveEntry } from '../../workflows/keep-time.ts'
import { oneId } from '../named.ts'
import { describeEntry } from './describe.ts'
import { readWithin, selectEntries } from './selection.ts'
import { entryView } from './view.ts'

interface EditOptions {
  readonly from?: string
  readonly to?: string
  readonly task?: string
  /** `false` is --no-note. */
  readonly note?: string | false
  readonly billable?: boolean
  readonly allowOverlap?: true
}

export const answers = rowsOf(entryView)

/** Changes entries: many may get another task or note or be billable, one another beginning or end. */
export async function run(context: WriteContext, words: readonly string[], options: EditOptions) {
  const { db, clock, now } = context
  const { from, to, task, note, billable, allowOverlap = false } = options
  if ([from, to, task, note, billable].every((value) => value === undefined))
    throw new Failure('usage', 'nothing to change', 'say what: larry time edit 7 --to 10:30 --note "call"')
  const entries = await selectEntries(context, words)
  const ids = entries.map(({ id }) => id)
  const values = {
    ...(task === undefined ? {} : { task_id: await taskFor(context, task, entries) }),
    ...(note === undefined ? {} : { note: note === false ? null : checkNote(note) }),
    ...(billable === undefined ? {} : { billable: billable ? 1 : 0 }),
  }
  const changed = new Set(await updateEntries(db, ids, values, now))
  if (from !== undefined || to !== undefined) {
    if (entries.length > 1)
      throw new Failure('usage', `${counted(entries.length, 'entry', 'entries')} cannot have the same time`, 'name one')
    for (const entry of entries)
      for (const id of await moveEntry(db, entry, endsOf(entry, options, context), { allowOverlap }, clock))
        changed.add(id)
  }
  const rows = await getEntries(db, [...changed], now)
  const unchanged = entries.length === 0 ? 'No time entries, nothing changed' : 'Nothing changed: it was so already'
  const named = rows.length === 1 ? describeEntry(rows[0]!, clock) : counted(rows.length, 'time entry', 'time entries')
  return reply(entryView(clock), rows, { sentences: [rows.length === 0 ? unchanged : `Changed ${named}`] })
}

function endsOf(entry: Entry, { from, to }: EditOptions, { clock }: WriteContext) {
  const day = clock.zone.civilOf(entry.started_at).slice(0, 10)
  return {
    ...(from === undefined ? {} : { started_at: readPast(from, clock, day) }),
    ...(to === undefined ? {} : { ended_at: readWithin(to, entry, clock) }),
  }
}

/** The task entries are moved to; a running one cannot go to a closed task. */
async function taskFor({ db }: WriteContext, word: string, entries: readonly Entry[]): Promise<number> {
  const id = await oneId(db, word)
  const [task] = await standingOf(db, [id])
  if (isClosed(task!.status) && entries.some(({ ended_at }) => ended_at === null))
    throw new Failure('conflict', `task ${id} is ${task!.status} and its timer would run`, `larry task reopen ${id}`)
  return id
}
