import { attachments, comments, entries, reminders } from './belonging-kinds.ts'
import { keepFiles } from './keep-files.ts'
import { type Owner, takeKind } from './take-kind.ts'
import { holdTimer } from './take-timer.ts'
import type { Taking } from './taking.ts'

/** Adds and updates what hangs on tasks, of which nothing is ever removed; answers the ids of the tasks where something changed. */
export async function takeBelongings(taking: Taking, tasks: readonly Owner[]): Promise<Set<number>> {
  const { others, held } = await holdTimer(taking, tasks)
  return new Set([
    ...held,
    ...(await takeKind(taking, comments, tasks)),
    ...(await takeKind(taking, attachments, keepFiles(taking, tasks))),
    ...(await takeKind(taking, entries, others)),
    ...(await takeKind(taking, reminders, tasks)),
  ])
}
