import type { Maker } from '../../db/copy.ts'
import type { Tx } from '../../db/handles.ts'
import type { EntityTable } from '../../db/update-rows.ts'
import { failureAt } from '../../domain/at-line.ts'
import type { Failure } from '../../domain/errors.ts'
import type { RecordKind } from '../../domain/records/file-record.ts'
import type { Clock } from '../../domain/when/clock.ts'
import { wasNeverUsed } from '../../repositories/records/new-ids.ts'
import type { Owner } from './take-kind.ts'

/** How many records of a kind there were, and what became of them. */
export interface Tally {
  readonly kind: RecordKind
  read: number
  added: number
  updated: number
  unchanged: number
  /** Left as they are here: what is here is newer, or nobody says which is. */
  kept: number
  adapted: number
  /** What was adapted or left out, each with its line; of many the first. */
  readonly notes: string[]
  /** How many there would be. */
  noted: number
}

export type Outcome = 'added' | 'updated' | 'unchanged' | 'kept'

/** What one run of an import carries along. */
export interface Taking {
  readonly tx: Tx
  readonly clock: Clock
  /** The file is right, whatever is newer. */
  readonly overwrite: boolean
  /** Where the content of attached files goes; in a dry run nowhere. */
  readonly files: { readonly store: string; readonly maker: Maker; readonly dryRun: boolean }
  /** How many attachments were left out because nobody has their content. */
  readonly lacking: { count: number }
  readonly tallies: Map<RecordKind, Tally>
  /** The tables whose rows keep the ids they have in the file. */
  readonly keepsIds: ReadonlySet<string>
  /** The lines on which clients, projects, habits and views stood, by what they are known by. */
  readonly seen: Map<string, number>
  /** Ids of the projects and clients that this import made because a record named them. */
  readonly made: { readonly projects: Set<number>; readonly clients: Set<number> }
  /** Ids of the reminders of messages that records of this import have: no other record has them. */
  readonly remindersTaken: Set<number>
  /** The line of the task whose timer runs in the file, and that task with this timer while it is held back. */
  readonly timer: { line?: number; held?: Owner }
}

/** At most so many notes of a kind are kept. */
const mostNotes = 100

const tables = [
  'clients',
  'projects',
  'tasks',
  'task_attachments',
  'task_comments',
  'time_entries',
  'reminders',
  'habits',
  'views',
] as const satisfies readonly EntityTable[]

export async function beginTaking(how: Pick<Taking, 'tx' | 'clock' | 'overwrite' | 'files'>): Promise<Taking> {
  const keepsIds = new Set<string>()
  for (const table of tables) if (await wasNeverUsed(how.tx, table)) keepsIds.add(table)
  return {
    ...how,
    lacking: { count: 0 },
    tallies: new Map(),
    seen: new Map(),
    keepsIds,
    made: { projects: new Set(), clients: new Set() },
    remindersTaken: new Set(),
    timer: {},
  }
}

/** The tally of a kind, begun where the file has its first. */
export function tallyOf({ tallies }: Taking, kind: RecordKind): Tally {
  const known = tallies.get(kind)
  if (known !== undefined) return known
  const tally = { kind, read: 0, added: 0, updated: 0, unchanged: 0, kept: 0, adapted: 0, notes: [], noted: 0 }
  tallies.set(kind, tally)
  return tally
}

/** Tells of something that was adapted or left out. */
export function note(taking: Taking, kind: RecordKind, line: number, text: string): void {
  const tally = tallyOf(taking, kind)
  tally.noted++
  if (tally.notes.length < mostNotes) tally.notes.push(`line ${line}: ${text}`)
}

interface Stamps {
  /** When the file says that it changed. */
  readonly told: string | undefined
  /** When what is here changed. */
  readonly here: string
}

/**
 * What becomes of a record whose row is here and otherwise: the newer is right, unless the file is said to be. With the
 * same stamps the file was changed since it was written and nothing was here, so the file is right.
 */
export function outcomeOf(
  { overwrite }: Pick<Taking, 'overwrite'>,
  { differs, told, here }: Stamps & { readonly differs: boolean },
): Exclude<Outcome, 'added'> {
  if (!differs) return 'unchanged'
  return overwrite || (told !== undefined && told >= here) ? 'updated' : 'kept'
}

/** When a row changed that is brought to what the file tells: then as the file says, or now where it does not know of the change. */
export function changedAt({ clock }: Pick<Taking, 'clock'>, { told, here }: Stamps): string {
  return told === undefined || told === here ? clock.now : told
}

/** Tells of a record whose row is kept, `what` it is, and why; `isTouched` where what hangs on it was taken. */
export function noteKept(
  taking: Taking,
  kind: RecordKind,
  { line, what, told }: { readonly line: number; readonly what: string; readonly told: string | undefined },
  isTouched = false,
): void {
  const but = isTouched ? ', but for what hangs on it,' : ''
  const why = told === undefined ? ': the file does not say when it changed' : ', where it changed later'
  note(taking, kind, line, `${what}${but} kept as here${why}; --overwrite takes the file's`)
}

/** That a line cannot be taken as things are here. */
export function conflict(line: number, message: string, hint?: string): Failure {
  return failureAt(line, 'conflict', message, hint)
}
