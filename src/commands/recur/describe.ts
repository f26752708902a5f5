import type { Db } from '../../db/handles.ts'
import type { Clock } from '../../domain/when/clock.ts'
import { describeWhen } from '../../domain/when/describe.ts'
import type { Skipped } from '../../workflows/skip-occurrences.ts'
import { consequences } from '../task/consequences.ts'
import { nameTasks } from '../task/describe.ts'

/** `Skipped 3 "Gym" · from today (Mon 23 Nov) to Thu 26 Nov`; many by their number; and what ended. */
export async function describeSkipped(db: Db, { moved, over }: Skipped, clock: Clock): Promise<string[]> {
  const { unblocked, stopped } = over
  return [
    ...(await describeMoved(db, moved, clock)),
    ...(over.changed.length === 0 ? [] : [`Cancelled ${await nameTasks(db, over.changed)}: there is no further date`]),
    ...(await consequences(db, { unblocked, stopped }, clock)),
  ]
}

async function describeMoved(db: Db, moved: Skipped['moved'], { today }: Clock): Promise<string[]> {
  const ids = moved.map(({ id }) => id)
  if (moved.length > 3) return [`Skipped ${await nameTasks(db, ids)}`]
  const lines: string[] = []
  for (const { id, from, to } of moved) {
    const since = from === null ? '' : `from ${describeWhen(from, today)} `
    lines.push(`Skipped ${await nameTasks(db, [id])} · ${since}to ${describeWhen(to, today)}`)
  }
  return lines
}
