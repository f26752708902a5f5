import type { BareContext } from '../../cli/context.ts'
import { openToWrite, reading, type Store } from '../../db/open.ts'
import { makeDurable } from '../../db/pragmas.ts'
import { type Reminder, remindersDue } from '../../repositories/reminders.ts'
import { endLease, type Firing, fireDue, type Lease, leaseDue } from '../../workflows/fire-reminders.ts'

type Tell = (fired: readonly Reminder[]) => Promise<void>

/** A command each reminder is handed to. */
export interface Handing {
  readonly command: string
  /** Milliseconds after which it is ended. */
  readonly limit: number
}

/** What handing over came to. */
export interface Handed {
  readonly fired: readonly Reminder[]
  /** What went wrong, a line each. */
  readonly troubles: readonly string[]
}

/** Fires what is due by telling of it, in the transaction that marks it: told and marked, or neither. */
export function fireByTelling(context: BareContext, tell: Tell): Promise<readonly Reminder[]> {
  return whenDue(context, [], (store, firing) => fireDue(store, tell, firing))
}

/**
 * Hands what is due to a command, one after another, each as a line of JSON on its standard input, and marks those for
 * which it succeeds. Nothing is locked meanwhile: the reminder is leased, so that no other process takes it, and is due
 * again when the command fails or larry is interrupted, or when the lease has run out because larry was killed.
 */
export function handOver(context: BareContext, handing: Handing): Promise<Handed> {
  return whenDue<Handed>(context, { fired: [], troubles: [] }, async (store, firing) => {
    const fired: Reminder[] = []
    const troubles: string[] = []
    const tried = new Set<number>()
    for (;;) {
      const lease = await leaseDue(store, { except: tried, minutes: handing.limit / 60_000 + 1 }, firing)
      if (lease === undefined) return { fired, troubles }
      tried.add(lease.reminder.id)
      const code = await handTo(context, handing, lease).catch(async (error: unknown) => {
        await endLease(store, lease, false, firing)
        throw error
      })
      const told = await endLease(store, lease, code === 0, firing)
      if (code === 0) fired.push(told)
      else troubles.push(`the command ended with ${code} for reminder ${lease.reminder.id}, which stays due`)
    }
  })
}

/** Answers the exit code of the command, or of the shell that was to run it. */
async function handTo({ runtime, settings }: BareContext, { command, limit }: Handing, { reminder }: Lease) {
  const { code } = await runtime.run('/bin/sh', ['-c', command], {
    input: `${JSON.stringify(reminder)}\n`,
    env: { LARRY_REMINDER_ID: String(reminder.id), LARRY_DB: settings.file },
    limit,
    output: 'told',
  })
  return code
}

/** Opens the file to write only where something is due; a dry run is told all of it and hands nothing over. */
async function whenDue<T>(
  { opening, settings, zoneNamed }: BareContext,
  nothing: T,
  act: (store: Store, firing: Firing) => Promise<T>,
): Promise<T> {
  const { readClock, dryRun, config } = settings
  const [first] = await reading(opening, (db) => remindersDue(db, readClock().now, { limit: 1 }))
  if (first === undefined) return nothing
  const store = await openToWrite(opening)
  try {
    if (config.durability === 'full') makeDurable(store.handle)
    return await act(store, { readClock, zoneNamed, rehearsal: dryRun })
  } finally {
    store.close()
  }
}
