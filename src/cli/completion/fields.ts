import { taskTypes } from '../../commands/task/view.ts'
import { namedZone } from '../../domain/when/zone.ts'
import { listed } from '../../output/schema.ts'
import { keysOf } from '../../output/view.ts'
import type { Runtime } from '../runtime.ts'
import type { Load } from '../verbs.ts'

/** The fields of the rows that a verb answers unless its options say otherwise. */
export async function fieldsOf(load: Load, { now }: Runtime): Promise<readonly string[]> {
  const { answers } = await load()
  const [usual] = listed(answers)
  const instant = now().toISOString()
  const civilNow = instant.slice(0, 16)
  // The keys of a view are the same at any time.
  const clock = { now: instant, today: instant.slice(0, 10), civilNow, weekStart: 1, zone: namedZone('UTC') } as const
  return usual === undefined ? [] : keysOf(usual.view(clock))
}

/** The fields of a task. */
export const taskFields: readonly string[] = keysOf({ types: taskTypes })
