import type { ReadContext } from '../../cli/context.ts'
import { showMinutes, showSeconds } from '../../domain/duration.ts'
import type { Clock } from '../../domain/when/clock.ts'
import { rowsOf } from '../../output/answers.ts'
import { integer, minutes, nullable, percent, seconds } from '../../output/types.ts'
import { reply, type View } from '../../output/view.ts'
import { task } from '../../repositories/refs.ts'
import { rootsOf } from '../../repositories/subtasks.ts'
import { namedIds } from '../named.ts'
import { type Branch, branchesFrom } from './branches.ts'
import { taskTypes, widerTaskView } from './view.ts'

/** Deeper than this a title moves no further to the right. */
const deepest = 20

export const answers = rowsOf(treeView)

/** Shows tasks with everything below them, each under its parent, and what their estimates, hours and progress come to. */
export async function run(
  { db, clock, input }: ReadContext,
  words: readonly string[],
  options: { readonly all?: true },
) {
  const tops =
    words.length > 0 ? await namedIds(db, task, words, input) : await rootsOf(db, options.all === true ? 'all' : 'open')
  return reply(treeView(clock), await branchesFrom(db, tops, clock))
}

function treeView(clock: Clock): View<Branch> {
  return widerTaskView<Branch>(clock, {
    types: {
      ...taskTypes,
      tracked_seconds: seconds,
      depth: integer,
      leaves: integer,
      leaves_done: integer,
      estimate_total: nullable(minutes),
      tracked_total: seconds,
      progress_total: percent,
    },
    columns: ['id', 'status', 'due', 'progress_total', 'estimate_total', 'tracked_total', 'title'],
    words: {
      title: ({ title, depth }) => `${'  '.repeat(Math.min(depth, deepest))}${title}`,
      progress_total: ({ progress_total: progress }) => `${progress}%`,
      estimate_total: ({ estimate_total: estimate }) => (estimate === null ? '' : showMinutes(estimate)),
      tracked_total: ({ tracked_total: tracked }) => (tracked === 0 ? '' : showSeconds(tracked)),
    },
  })
}
