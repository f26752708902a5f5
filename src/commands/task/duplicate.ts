import type { WriteContext } from '../../cli/context.ts'
import { counted } from '../../domain/counted.ts'
import { rowsOf } from '../../output/answers.ts'
import { getTasks } from '../../repositories/tasks.ts'
import { duplicateTasks } from '../../workflows/duplicate-tasks.ts'
import { editTasks } from '../../workflows/edit-tasks.ts'
import { changedReply } from './changed-reply.ts'
import { readChanges, refuseSharedTitle } from './changes.ts'
import { consequences } from './consequences.ts'
import { describeTask, repetitionOf } from './describe.ts'
import type { AttributeOptions, SelectionOptions } from './options.ts'
import { selectTasks } from './selection.ts'
import { taskView } from './view.ts'

interface DuplicateOptions extends AttributeOptions, SelectionOptions {
  readonly cascade?: true
}

export const answers = rowsOf(taskView)

/** Copies tasks, with --cascade their open subtasks too; what the words say is given to the copies of those named. */
export async function run(context: WriteContext, words: readonly string[], { cascade, ...options }: DuplicateOptions) {
  const { db, now, clock } = context
  const { named, attributes } = readChanges(context, words, options)
  const ids = await selectTasks(context, named, options)
  refuseSharedTitle(attributes, ids)
  const copies = await duplicateTasks(db, ids, { cascade: cascade === true, due: attributes.due }, now)
  const edited = await editTasks(
    db,
    ids.map((id) => copies.get(id)!),
    attributes,
    clock,
  )
  const created = [...copies.values()]
  const [only] = ids.length === 1 ? await getTasks(db, [copies.get(ids[0]!)!]) : []
  const below = created.length - ids.length
  const parts = [
    ...(only === undefined
      ? [countCopies(created)]
      : [`Added ${describeTask(only, clock)}`, ...(await repetitionOf(db, only, clock))]),
    ...(only === undefined || below === 0 ? [] : [counted(below, 'subtask')]),
    ...edited.createdProjects.map((name) => `new project ${name}`),
  ]
  const known = only === undefined || below > 0 ? undefined : [only]
  return changedReply(
    context,
    created,
    { sentences: [parts.join(' · '), ...(await consequences(db, edited, clock))], created: true },
    known,
  )
}

function countCopies(created: readonly number[]): string {
  if (created.length === 0) return 'No tasks, nothing copied'
  return `Added ${created.length} copies (${created[0]} to ${created.at(-1)})`
}
