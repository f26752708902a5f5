import type { PrepareContext, WriteContext } from '../../cli/context.ts'
import { Failure, hinted } from '../../domain/errors.ts'
import { groupsOf } from '../../domain/groups-of.ts'
import type { Attributes } from '../../domain/task.ts'
import { checkText, checkTitle } from '../../domain/title.ts'
import { readAttributes } from '../../domain/words/attributes.ts'
import { changesInText, tasksToText, taskToText } from '../../interchange/task-text.ts'
import type { Reply } from '../../output/view.ts'
import { getTasks, type Task } from '../../repositories/tasks.ts'
import { type Edit, makeEdits } from '../../workflows/edit-tasks.ts'
import { changedReply } from './changed-reply.ts'
import { consequences } from './consequences.ts'
import { differences } from './differences.ts'
import { type Edited, edit, keptIn } from './editor.ts'

/** Tasks as a person saw them, and what they made of them. */
export interface Rewritten {
  readonly before: readonly Task[]
  readonly changes: readonly { readonly id: number; readonly attributes: Attributes }[]
}

const explanation = `# Change what you like, save and close. A key left out stays as it is, an empty
# value clears. All of it happens, or nothing.

`

/** Lets a person change tasks as one text in their editor. */
export function rewriteTasks(context: PrepareContext, tasks: readonly Task[]): Edited<Rewritten> {
  const text = explanation + tasksToText(tasks)
  return edit(context, 'edit.toml', text, (saved) => {
    const changes = [...changesInText(saved, tasks)].map(([id, tokens]) => {
      const attributes = readAttributes(tokens, context.clock, 'edit')
      if (attributes.title !== undefined) checkTitle(attributes.title)
      if (attributes.notes === '') attributes.notes = null
      if (typeof attributes.notes === 'string') checkText('the notes', attributes.notes)
      return { id, attributes }
    })
    return { before: tasks, changes }
  })
}

/** Makes the tasks what the text says, all or none, and tells the difference. What somebody changed meanwhile is a conflict. */
export async function applyText(context: WriteContext, { read, file }: Edited<Rewritten>): Promise<Reply> {
  try {
    return await apply(context, read)
  } catch (error) {
    throw error instanceof Failure ? hinted(error, keptIn(file), error) : error
  }
}

async function apply(context: WriteContext, { before, changes }: Rewritten): Promise<Reply> {
  const { db, clock } = context
  await refuseMeanwhile(context, before)
  const edited = await makeEdits(db, alike(changes), clock)
  const after = await getTasks(db, edited.changed)
  const told = differences(before, after)
  const sentences = [
    ...(told.length === 0 ? ['Nothing changed: it was so already'] : told),
    ...edited.createdProjects.map((name) => `New project ${name}`),
    ...(await consequences(db, edited, clock)),
  ]
  return changedReply(context, edited.changed, { sentences }, after)
}

/** Tasks that get the same are given it together. */
function alike(changes: Rewritten['changes']): Edit[] {
  return groupsOf(changes, ({ attributes }) => JSON.stringify(attributes)).map((group) => ({
    ids: group.map(({ id }) => id),
    attributes: group[0]!.attributes,
  }))
}

async function refuseMeanwhile({ db }: WriteContext, before: readonly Task[]): Promise<void> {
  const present = new Map(
    (
      await getTasks(
        db,
        before.map(({ id }) => id),
      )
    ).map((task) => [task.id, task]),
  )
  for (const task of before) {
    const now = present.get(task.id)
    if (now === undefined || taskToText(now) !== taskToText(task))
      throw new Failure(
        'conflict',
        `task ${task.id} was ${now === undefined ? 'removed' : 'changed'} while you edited it; nothing was changed`,
      )
  }
}
