import type { ReadContext } from '../../cli/context.ts'
import type { Clock } from '../../domain/when/clock.ts'
import { oneOf } from '../../output/answers.ts'
import { instant, nullable, percent } from '../../output/types.ts'
import { reply, type View } from '../../output/view.ts'
import { getProjects, type Project, tasksOfProjects } from '../../repositories/project-lists.ts'
import { projectsWithin } from '../../repositories/projects.ts'
import { workOn } from '../../repositories/task-work.ts'
import { projectsNamed } from './names.ts'
import { projectView } from './view.ts'

interface Detail extends Project {
  /** Whole percent of the tasks here and below that are done, the cancelled left out; null when there are none. */
  readonly progress: number | null
  readonly last_activity: string | null
}

function detailView({ zone }: Clock): View<Detail> {
  return {
    ...projectView,
    types: { ...projectView.types, progress: nullable(percent), last_activity: nullable(instant) },
    words: {
      ...projectView.words,
      progress: ({ progress }) => (progress === null ? '' : `${progress} %`),
      last_activity: (detail) =>
        detail.last_activity === null ? '' : zone.civilOf(detail.last_activity).replace('T', ' '),
    },
    tone: (detail, key) => (key === 'name' ? projectView.tone?.(detail, key) : undefined),
  }
}

export const answers = oneOf(detailView)

/** Shows one project with how far it is, and when something happened last, here or below. */
export async function run({ db, now, clock }: ReadContext, words: readonly string[]) {
  const [project] = await projectsNamed(db, words.length === 0 ? [] : [words.join(' ')])
  const [row] = await getProjects(db, [project!.id], now)
  const within = await projectsWithin(db, [project!.id])
  const { last_activity } = await workOn(db, tasksOfProjects(within.map(({ id }) => id)), now)
  const { open_total, done_total } = row!
  const all = open_total + done_total
  const progress = all === 0 ? null : Math.floor((done_total * 100) / all)
  return reply(detailView(clock), [{ ...row!, progress, last_activity }], { one: true })
}
