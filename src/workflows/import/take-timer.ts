import type { TimeRecord } from '../../domain/records/task-record.ts'
import { onTask, runningTimer, storedRows } from '../../repositories/records/stored-rows.ts'
import { entries } from './belonging-kinds.ts'
import { type Owner, takeKind } from './take-kind.ts'
import { conflict, outcomeOf, type Taking } from './taking.ts'

/**
 * Holds the running timer of the file back while another runs here, which a later line may end. Answers the tasks with all
 * their other time, and whose timer is held. A second one in the file is refused: one runs at most.
 */
export async function holdTimer(
  taking: Taking,
  tasks: readonly Owner[],
): Promise<{ readonly others: readonly Owner[]; readonly held: readonly number[] }> {
  const all = { others: tasks, held: [] }
  const open = tasks.flatMap((owner) => (owner.record.time ?? []).filter(runs).map((entry) => ({ owner, entry })))
  const [first] = open
  if (first === undefined) return all
  for (const { owner } of open) {
    if (taking.timer.line !== undefined)
      throw conflict(owner.line, `a timer runs, and so does the one of line ${taking.timer.line}`)
    taking.timer.line = owner.line
  }
  const { owner, entry } = first
  const running = await runningTimer(taking.tx)
  const isIt = running?.uid === entry.uid || (running?.task_id === owner.id && running.started_at === entry.started_at)
  if (running === undefined || isIt || (await hasEnded(taking, entry))) return all
  const withTime = (time: readonly TimeRecord[]) => ({ ...owner, record: { ...owner.record, time } })
  taking.timer.held = withTime([entry])
  const rest = withTime(owner.record.time!.filter((one) => one !== entry))
  return { others: tasks.map((task) => (task === owner ? rest : task)), held: [owner.id] }
}

/** Takes in the timer that was held back, now that all that ended has ended; refused where another still runs here. */
export async function takeHeldTimer(taking: Taking): Promise<void> {
  const { held } = taking.timer
  if (held === undefined) return
  const running = await runningTimer(taking.tx)
  if (running !== undefined)
    throw conflict(held.line, `a timer runs, and so does one here, on task ${running.task_id}`, 'larry time stop')
  await takeKind(taking, entries, [held])
}

function runs({ ended_at }: TimeRecord): boolean {
  return ended_at === null
}

/** Whether it has ended here since the file was written. */
async function hasEnded(taking: Taking, { uid, updated_at }: TimeRecord): Promise<boolean> {
  const [here] = uid === undefined ? [] : await storedRows(taking.tx, 'time_entries', [uid], onTask, [])
  if (here === undefined) return false
  return outcomeOf(taking, { differs: true, told: updated_at, here: here.updated_at }) === 'kept'
}
