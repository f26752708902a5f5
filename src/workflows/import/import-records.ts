import { Failure } from '../../domain/errors.ts'
import { checkTold } from '../../domain/records/check-record.ts'
import type { FileRecord, RecordKind, Told } from '../../domain/records/file-record.ts'
import { beginLinks, endLinks } from '../../repositories/records/import-links.ts'
import { finishLinks } from './finish-links.ts'
import { takeHabits } from './take-habits.ts'
import { takeClients, takeProjects, takeViews } from './take-others.ts'
import { takeReminders } from './take-reminders.ts'
import { takeTasks } from './take-tasks.ts'
import { takeHeldTimer } from './take-timer.ts'
import { beginTaking, note, type Taking, type Tally, tallyOf } from './taking.ts'

/** Records that are taken at once: enough that the cost of their statements is none, few enough to be held. */
const batchSize = 1000

/** So many characters of attached files are more than enough for one batch. */
const heavy = 8 << 20

type Batch<K extends RecordKind> = readonly Told<Extract<FileRecord, { kind: K }>>[]

const takers: { readonly [K in RecordKind]: (taking: Taking, batch: Batch<K>) => Promise<void> } = {
  client: takeClients,
  project: takeProjects,
  task: takeTasks,
  reminder: takeReminders,
  habit: takeHabits,
  view: takeViews,
}

interface Imported {
  readonly tallies: readonly Tally[]
  /** Attachments that were left out because nobody has their content. */
  readonly lacking: number
}

interface How extends Pick<Taking, 'tx' | 'clock' | 'overwrite' | 'files'> {
  /** Called now and then with the number of records taken so far. */
  readonly progress: (records: number) => void
}

/**
 * Takes in all that a file tells, in its order, and answers what became of it, by kind; links between tasks may lead
 * forward. What cannot be taken is refused with its line, and nothing of the file is stored then.
 */
export async function importRecords(all: AsyncIterable<Told>, { progress, ...how }: How): Promise<Imported> {
  const taking = await beginTaking(how)
  await beginLinks(taking.tx)
  let batch: Told[] = []
  let weight = 0
  let count = 0
  const take = async () => {
    const kind = batch[0]?.record.kind
    if (kind !== undefined) await inLines(batch, () => takers[kind](taking, batch as never))
    count += batch.length
    batch = []
    weight = 0
    progress(count)
  }
  for await (const raw of all) {
    const told = checkTold(raw)
    const { kind } = told.record
    if (batch.length >= batchSize || weight > heavy || (batch.length > 0 && batch[0]!.record.kind !== kind))
      await take()
    batch.push(told)
    weight += weightOf(told.record)
    tally(taking, told)
  }
  await take()
  await takeHeldTimer(taking)
  await finishLinks(taking)
  await endLinks(taking.tx)
  return { tallies: [...taking.tallies.values()], lacking: taking.lacking.count }
}

/** What each line may be by itself may still contradict what is here: a habit that is to end before it starts here. */
async function inLines(batch: readonly Told[], run: () => Promise<void>): Promise<void> {
  try {
    await run()
  } catch (error) {
    if (!(error instanceof Error) || !(error as { code?: string }).code?.startsWith('SQLITE_CONSTRAINT')) throw error
    const lines = `lines ${batch[0]!.line} to ${batch.at(-1)!.line}`
    throw new Failure('conflict', `${lines}: something contradicts what is here: ${error.message}`, undefined, {
      cause: error,
    })
  }
}

/** Characters of attached files. */
function weightOf(record: FileRecord): number {
  if (record.kind !== 'task') return 0
  return (record.attachments ?? []).reduce((sum, { content = '' }) => sum + content.length, 0)
}

function tally(taking: Taking, { record: { kind }, line, adapted = [] }: Told): void {
  const counts = tallyOf(taking, kind)
  counts.read++
  if (adapted.length > 0) counts.adapted++
  for (const text of adapted) note(taking, kind, line, text)
}
