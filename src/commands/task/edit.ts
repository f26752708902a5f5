import type { PrepareContext, WriteContext } from '../../cli/context.ts'
import { counted } from '../../domain/counted.ts'
import { Failure } from '../../domain/errors.ts'
import { countRefs } from '../../domain/refs.ts'
import type { Attributes } from '../../domain/task.ts'
import { rowsOf } from '../../output/answers.ts'
import { getTasks } from '../../repositories/tasks.ts'
import { editTasks } from '../../workflows/edit-tasks.ts'
import { changedReply } from './changed-reply.ts'
import { readChanges, refuseSharedTitle } from './changes.ts'
import { consequences } from './consequences.ts'
import { describeTask, repetitionOf } from './describe.ts'
import type { Rewritten } from './edit-text.ts'
import type { Edited } from './editor.ts'
import type { AttributeOptions, SelectionOptions } from './options.ts'
import { selectTasks } from './selection.ts'
import { taskView } from './view.ts'

type EditOptions = AttributeOptions & SelectionOptions

/** With nothing but ids, on a terminal, lets a person change the tasks in their editor. */
export async function prepare(context: PrepareContext, words: readonly string[], options: EditOptions) {
  const { where, ...given } = options
  const isSaid = countRefs(words) < words.length || context.literal.length > 0 || Object.keys(given).length > 0
  if (isSaid || !context.canAsk || (words.length === 0 && where === undefined)) return undefined
  const tasks = await context.reading(async (db) => {
    const choosing = { ...context, db, confirmOnTerminal: () => {} }
    return getTasks(db, await selectTasks(choosing, words, options))
  })
  if (tasks.length === 0) return undefined
  const { rewriteTasks } = await import('./edit-text.ts')
  return rewriteTasks(context, tasks)
}

export const answers = rowsOf(taskView)

/** Changes tasks by the words of add. The leading arguments that look like ids are ids; a title can be given to one task only. */
export async function run(
  context: WriteContext,
  words: readonly string[],
  options: EditOptions,
  rewritten?: Edited<Rewritten>,
) {
  if (rewritten !== undefined) {
    const { applyText } = await import('./edit-text.ts')
    return applyText(context, rewritten)
  }
  const { db, clock } = context
  const { named, attributes } = readChanges(context, words, options)
  if (Object.keys(attributes).length === 0)
    throw new Failure('usage', 'nothing to change', 'say what: larry edit 12 due:fri +urgent')
  const ids = await selectTasks(context, named, options)
  refuseSharedTitle(attributes, ids)
  const edited = await editTasks(db, ids, attributes, clock)
  const { changed, createdProjects } = edited
  const only = changed.length === 1 ? await getTasks(db, changed) : undefined
  const first =
    only !== undefined ? `Changed ${describeTask(only[0]!, clock)}` : `Changed ${counted(changed.length, 'task')}`
  const repeats = only === undefined ? [] : await repetitionOf(db, only[0]!, clock)
  const same =
    changed.length === 0
      ? ['Nothing changed: it was so already']
      : [first, ...repeats, ...createdProjects.map((name) => `new project ${name}`)]
  return changedReply(
    context,
    changed,
    {
      sentences: [
        same.join(' · '),
        ...(repeats.length > 0 ? movedAlone(attributes) : []),
        ...(await consequences(db, edited, clock)),
      ],
    },
    only,
  )
}

/** A due date given to one occurrence says nothing of the others. */
function movedAlone({ due, every, after }: Attributes): string[] {
  const isAlone = due !== undefined && every === undefined && after === undefined
  return isAlone ? ['Only this one moved: the repetition stays as it is'] : []
}
