import type { ReadContext } from '../../cli/context.ts'
import { Failure } from '../../domain/errors.ts'
import { readRefs } from '../../domain/refs.ts'
import { reply, type View } from '../../output/view.ts'
import { childrenOf } from '../../repositories/subtasks.ts'
import { resolveRefs } from '../../repositories/task-refs.ts'
import { getTaskLines, getTasks, type Task, type TaskLine } from '../../repositories/tasks.ts'
import { taskView } from './view.ts'

type Detail = Task & { readonly subtasks: readonly TaskLine[] }

/** Shows one task with everything about it. */
export async function run({ db, clock }: ReadContext, words: readonly string[]) {
  const ids = await resolveRefs(db, readRefs(words))
  const id = ids[0]
  if (id === undefined || ids.length > 1)
    throw new Failure('usage', `show takes one task, not ${ids.length}`, 'larry list id:3-9')
  const [task] = await getTasks(db, [id])
  const subtasks = await getTaskLines(db, await childrenOf(db, id))
  const base = taskView(clock)
  const view: View<Detail> = {
    ...base,
    keys: [...base.keys, 'subtasks'],
    words: {
      ...base.words,
      subtasks: (detail) => detail.subtasks.map((line) => `${line.id} ${line.title} (${line.status})`).join(', '),
    },
    tone: (detail, key) => (key === 'subtasks' ? undefined : base.tone?.(detail, key)),
  }
  return reply(view, [{ ...task!, subtasks }], { one: true })
}
