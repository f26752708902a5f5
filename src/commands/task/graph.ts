import type { ReadContext } from '../../cli/context.ts'
import type { Db } from '../../db/handles.ts'
import { criticalPath, type Step } from '../../domain/critical-path.ts'
import { Failure } from '../../domain/errors.ts'
import { parseFilter } from '../../domain/filter/parse.ts'
import { isClosed } from '../../domain/task.ts'
import type { Clock } from '../../domain/when/clock.ts'
import { rowsOf } from '../../output/answers.ts'
import { type DiagramName, draw } from '../../output/diagram.ts'
import { boolean } from '../../output/types.ts'
import { reply, type View } from '../../output/view.ts'
import { reachableDependencies } from '../../repositories/dependencies.ts'
import { isLinked } from '../../repositories/task-states.ts'
import { getTasks, type Task, takeTasks } from '../../repositories/tasks.ts'
import { listedCondition } from './listed-condition.ts'
import { taskTypes, taskView, widerTaskView } from './view.ts'

type Linked = Task & { readonly critical: boolean }

export const answers = rowsOf(graphView)

/** Shows what waits for what, the critical path marked: as rows, or as text that Graphviz or Mermaid draw. Without a filter, the open tasks that wait or are waited for. */
export async function run(
  { db, clock, literal, settings }: ReadContext,
  words: readonly string[],
  options: { readonly as?: DiagramName },
) {
  const { format, json, ids, template, fields } = settings.globals
  if (options.as !== undefined && (format ?? json ?? ids ?? template) !== undefined)
    throw new Failure('usage', `two formats are asked for: --as ${options.as} and ${settings.format}`)
  if (options.as !== undefined && fields !== undefined)
    throw new Failure('usage', `--as ${options.as} draws, and has no fields`, 'leave out --fields')
  const filter = parseFilter(words, literal, clock)
  const where = filter === undefined ? isLinked : await listedCondition(db, filter, clock, 'listed')
  const tasks = await takeTasks(db, { where, sort: [], clock })
  const path = criticalPath(await stepsOf(db, tasks))
  if (options.as === undefined) {
    const critical = new Set(path)
    return reply(
      graphView(clock),
      tasks.map((task) => ({ ...task, critical: critical.has(task.id) })),
    )
  }
  return reply(taskView(clock), tasks, { document: draw(toDiagram(tasks, path), options.as) })
}

/** The tasks and all that they wait for, shown or not: what is finished stands in nobody's way. */
async function stepsOf(db: Db, tasks: readonly Task[]): Promise<Step[]> {
  const ids = tasks.map(({ id }) => id)
  const before = (await reachableDependencies(db, ids)).map(({ depends_on_id }) => depends_on_id)
  const all = await getTasks(db, [...new Set([...ids, ...before])])
  return all
    .filter(({ status }) => !isClosed(status))
    .map(({ id, estimate_minutes, depends_on }) => ({ id, minutes: estimate_minutes ?? 0, after: depends_on }))
}

function graphView(clock: Clock): View<Linked> {
  return widerTaskView<Linked>(clock, {
    types: { ...taskTypes, critical: boolean },
    columns: ['id', 'status', 'due', 'estimate_minutes', 'depends_on', 'critical', 'title'],
    words: { critical: ({ critical }) => (critical ? 'critical' : '') },
    tone: (_, key) => (key === 'critical' ? 'alarm' : undefined),
  })
}

function toDiagram(tasks: readonly Task[], path: readonly number[]) {
  const ids = new Set(tasks.map(({ id }) => id))
  const waits = tasks.flatMap(({ id, depends_on }) =>
    depends_on.filter((before) => ids.has(before)).map((from) => ({ from, to: id, isPart: false })),
  )
  const parts = tasks.flatMap(({ id, parent_id: parent }) =>
    parent !== null && ids.has(parent) ? [{ from: id, to: parent, isPart: true }] : [],
  )
  return {
    boxes: tasks.map(({ id, title, status }) => ({ id, label: `${id} ${title}`, isDone: isClosed(status) })),
    arrows: [...waits, ...parts],
    path,
  }
}
