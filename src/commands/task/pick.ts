import type { ReadContext } from '../../cli/context.ts'
import { counted } from '../../domain/counted.ts'
import { readMinutes, showMinutes } from '../../domain/duration.ts'
import { Failure } from '../../domain/errors.ts'
import { parseFilter } from '../../domain/filter/parse.ts'
import { rowsOf } from '../../output/answers.ts'
import { reply } from '../../output/view.ts'
import { allOf, estimatedWithin } from '../../repositories/task-filter.ts'
import { countTasks } from '../../repositories/tasks.ts'
import { readyCondition, type Suggestion, suggest, suggestionView } from './suggestions.ts'

interface PickOptions {
  readonly for?: string
  readonly exitCode?: true
}

export const answers = rowsOf(suggestionView)

/** Chooses the one task to do now, the most urgent of those that fit the time there is, and says why it and not another. */
export async function run({ db, clock, literal }: ReadContext, words: readonly string[], options: PickOptions) {
  if (options.for === undefined) throw new Failure('usage', 'how much time is there?', 'larry task pick --for 25m')
  const minutes = readMinutes(options.for)
  const ready = await readyCondition(db, parseFilter(words, literal, clock), clock)
  const fitting = allOf([ready, estimatedWithin(minutes)])
  const [picked] = await suggest(db, fitting, 1, clock)
  const [first] = await suggest(db, ready, 1, clock)
  const others = Math.max((await countTasks(db, fitting)) - 1, 0)
  const view = suggestionView(clock)
  const codeIfNone = options.exitCode === true ? 1 : 0
  if (picked === undefined)
    return reply(view, [], {
      codeIfNone,
      sentences: [`No task that can be done now fits ${showMinutes(minutes)}`],
      notes: first === undefined ? [] : [passedOver(first)],
    })
  const reasons = picked.why === '' ? '' : `: ${picked.why}`
  return reply(view, [picked], {
    sentences: [
      `${picked.id} "${picked.title}" · ${showMinutes(picked.estimate_minutes!)} · urgency ${picked.urgency}${reasons}`,
    ],
    notes: [
      ...(first === undefined || first.id === picked.id ? [] : [passedOver(first)]),
      others === 0 ? `Nothing else fits ${showMinutes(minutes)}.` : `${counted(others, 'other task')} would fit too.`,
    ],
  })
}

/** Why the most urgent task was not picked. */
function passedOver({ id, title, urgency, estimate_minutes: minutes }: Suggestion): string {
  const why = minutes === null ? 'has no estimate' : `takes ${showMinutes(minutes)}`
  return `${id} "${title}" is more urgent (${urgency}) but ${why}.`
}
