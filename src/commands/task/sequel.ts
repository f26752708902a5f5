import type { Db } from '../../db/handles.ts'
import type { Clock } from '../../domain/when/clock.ts'
import { getTaskLines } from '../../repositories/tasks.ts'
import type { Sequel } from '../../workflows/continue-series.ts'
import { nameTasks, nameWithDue } from './describe.ts'

/** What became of recurring tasks that were closed: what comes next, what is over, what is paused. */
export async function describeSequel(db: Db, { next, last, ended, paused }: Sequel, clock: Clock): Promise<string[]> {
  return [
    ...(next.length === 0 ? [] : [`Next: ${await describeNext(db, next, clock)}`]),
    ...(last.length === 0
      ? []
      : [`${await nameTasks(db, last)} ${last.length === 1 ? 'was the last' : 'were the last'} of what repeats`]),
    ...(paused.length === 0
      ? []
      : [`Nothing follows ${await nameTasks(db, paused)}: paused; larry recur resume ${paused[0]} goes on`]),
    ...(ended.length === 0 ? [] : [await describeEnd(db, ended)]),
  ]
}

/** That what was cancelled or removed comes no more, and the verb that was perhaps meant. */
export async function describeEnd(db: Db, ended: readonly number[]): Promise<string> {
  return `That ends the repetition of ${await nameTasks(db, ended)}; larry recur skip only leaves out one date`
}

async function describeNext(db: Db, ids: readonly number[], { today }: Clock): Promise<string> {
  if (ids.length > 3) return nameTasks(db, ids)
  return (await getTaskLines(db, ids)).map((task) => nameWithDue(task, today)).join(', ')
}
