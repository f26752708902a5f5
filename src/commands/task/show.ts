import type { ReadContext } from '../../cli/context.ts'
import { Failure } from '../../domain/errors.ts'
import { readRefs } from '../../domain/refs.ts'
import type { Urgency } from '../../domain/urgency.ts'
import { reply, type View } from '../../output/view.ts'
import { childrenOf } from '../../repositories/subtasks.ts'
import { resolveRefs } from '../../repositories/task-refs.ts'
import { explainUrgency } from '../../repositories/task-urgency.ts'
import { getTaskLines, getTasks, type Task, type TaskLine } from '../../repositories/tasks.ts'
import { taskView } from './view.ts'

type Detail = Task & { readonly urgency: Urgency | null; readonly subtasks: readonly TaskLine[] }

/** Shows one task with everything about it. */
export async function run({ db, clock }: ReadContext, words: readonly string[]) {
  const ids = await resolveRefs(db, readRefs(words))
  const id = ids[0]
  if (id === undefined || ids.length > 1)
    throw new Failure('usage', `show takes one task, not ${ids.length}`, 'larry list id:3-9')
  const [task] = await getTasks(db, [id])
  const urgency = (await explainUrgency(db, [id], clock)).get(id) ?? null
  const subtasks = await getTaskLines(db, await childrenOf(db, id))
  const base = taskView(clock)
  const view: View<Detail> = {
    ...base,
    keys: [...base.keys, 'urgency', 'subtasks'],
    words: {
      ...base.words,
      urgency: (detail) => (detail.urgency === null ? '' : sumOf(detail.urgency)),
      subtasks: (detail) => detail.subtasks.map((line) => `${line.id} ${line.title} (${line.status})`).join(', '),
    },
    tone: (detail, key) => (key === 'urgency' || key === 'subtasks' ? undefined : base.tone?.(detail, key)),
  }
  return reply(view, [{ ...task!, urgency, subtasks }], { one: true })
}

/** `14.31 = due 9.6 + priority 4 + age 0.71`: what counts, without what does not. */
function sumOf({ total, terms }: Urgency): string {
  const parts = Object.entries(terms).filter(([, value]) => value !== 0)
  return [
    `${total}`,
    ...(parts.length === 0 ? [] : [parts.map(([name, value]) => `${name} ${value}`).join(' + ')]),
  ].join(' = ')
}
