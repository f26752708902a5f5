import { migrations } from '../../migrations/index.ts'
import { journaling } from '../db/arming.ts'
import { schemaVersion } from '../db/identity.ts'
import { beginAction, hasChanges } from '../db/journal.ts'
import type { Store } from '../db/open.ts'
import { Failure } from '../domain/errors.ts'
import { pickFields } from '../output/fields.ts'
import type { Reply } from '../output/view.ts'
import { ask, canAsk, needsYes, Unanswered } from './ask.ts'
import type { WriteContext } from './context.ts'
import type { Runtime } from './runtime.ts'
import type { Settings } from './settings.ts'

type Confirms = Pick<WriteContext, 'confirm' | 'confirmOnTerminal'>

/** Runs a body whose questions are asked between attempts, so that nothing is locked while a person thinks. */
export async function asking(
  runtime: Runtime,
  settings: Settings,
  attempt: (confirms: Confirms) => Promise<Reply>,
): Promise<Reply> {
  const agreed = new Set<string>()
  const confirmOnTerminal = (question: string) => {
    if (settings.yes || settings.dryRun || agreed.has(question) || !canAsk(settings, runtime)) return
    throw new Unanswered(question)
  }
  const confirm = (question: string) => {
    if (!settings.yes && !settings.dryRun && !canAsk(settings, runtime)) throw needsYes(question)
    confirmOnTerminal(question)
  }
  for (;;) {
    try {
      return await attempt({ confirm, confirmOnTerminal })
    } catch (error) {
      if (!(error instanceof Unanswered)) throw error
      ask(error.question, runtime)
      agreed.add(error.question)
    }
  }
}

interface Transaction {
  readonly settings: Settings
  readonly name: string
  readonly kind: 'change' | 'undo' | 'redo'
  readonly typed: readonly string[]
}

/** One command, one immediate transaction, one action. What changed nothing, or was a dry run, is rolled back: it leaves no trace. */
export async function transact(
  { kysely, handle }: Store,
  { settings, name, kind, typed }: Transaction,
  body: (context: Pick<WriteContext, 'db' | 'journal' | 'clock' | 'now'>) => Promise<Reply>,
): Promise<Reply> {
  const tx = await journaling(kysely, handle).startTransaction().execute()
  try {
    const clock = settings.readClock()
    const start = {
      kind,
      command: name,
      arguments: typed,
      now: clock.now,
      schemaVersion: schemaVersion(handle),
    }
    if (start.schemaVersion !== migrations.length)
      throw new Failure('unavailable', `${handle.name} was migrated meanwhile; nothing was changed`, 'run it again')
    const action = await beginAction(tx, start)
    const reply = await body({ db: tx, journal: { action, handle }, clock, now: clock.now })
    pickFields(reply.view, settings.fields)
    const keep = !settings.dryRun && (kind !== 'change' || (await hasChanges(tx, action)))
    await (keep ? tx.commit() : tx.rollback()).execute()
    return reply
  } catch (error) {
    if (!tx.isCommitted && !tx.isRolledBack) await tx.rollback().execute()
    throw error
  }
}
