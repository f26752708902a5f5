import type { ReadContext } from '../../cli/context.ts'
import { showMinutes } from '../../domain/duration.ts'
import { readRefs } from '../../domain/refs.ts'
import { type Rolled, rollUp } from '../../domain/tree.ts'
import { reply, type View } from '../../output/view.ts'
import { rootsOf, subtreeOf } from '../../repositories/subtasks.ts'
import { resolveRefs } from '../../repositories/task-refs.ts'
import { listTasks, type Task, withIds } from '../../repositories/tasks.ts'
import { trackedSeconds } from '../../repositories/time-totals.ts'
import { taskView } from './view.ts'

type Branch = Rolled<Task & { readonly tracked_seconds: number }>

/** Deeper than this a title moves no further to the right. */
const deepest = 20

/** Shows tasks with everything below them, each under its parent, and what their estimates, hours and progress come to. */
export async function run({ db, clock }: ReadContext, words: readonly string[], options: { readonly all?: true }) {
  const tops =
    words.length > 0 ? await resolveRefs(db, readRefs(words)) : await rootsOf(db, options.all === true ? 'all' : 'open')
  const where = withIds(await subtreeOf(db, tops))
  const tasks: Task[] = []
  for await (const page of listTasks(db, { where, sort: [], clock })) tasks.push(...page)
  const tracked = await trackedSeconds(
    db,
    tasks.map(({ id }) => id),
    clock.now,
  )
  const rows = rollUp(tasks.map((task) => ({ ...task, tracked_seconds: tracked.get(task.id) ?? 0 })))
  const base = taskView(clock)
  const view: View<Branch> = {
    ...base,
    keys: [...base.keys, 'depth', 'leaves', 'leaves_done', 'estimate_total', 'tracked_total', 'progress_total'],
    columns: ['id', 'status', 'due', 'progress_total', 'estimate_total', 'tracked_total', 'title'],
    words: {
      ...base.words,
      title: ({ title, depth }) => `${'  '.repeat(Math.min(depth, deepest))}${title}`,
      progress_total: ({ progress_total: progress }) => `${progress}%`,
      estimate_total: ({ estimate_total: minutes }) => (minutes === null ? '' : showMinutes(minutes)),
      tracked_total: ({ tracked_total: seconds }) => (seconds === 0 ? '' : showMinutes(Math.floor(seconds / 60))),
    },
    tone: (branch, key) =>
      (base.keys as readonly string[]).includes(key) ? base.tone?.(branch, key as keyof Task) : undefined,
  }
  return reply(view, rows)
}
