import { Failure } from '../../domain/errors.ts'
import { type Priority, priorities, type Status } from '../../domain/task.ts'
import { readPriority, readStatus } from '../../domain/words/values.ts'

/** What other programs and people write in a column of status, and what it says here. */
const statusWords: Readonly<Record<string, Status>> = {
  'to do': 'todo',
  'not started': 'todo',
  backlog: 'todo',
  new: 'todo',
  open: 'todo',
  pending: 'todo',
  false: 'todo',
  no: 'todo',
  '0': 'todo',
  doing: 'in-progress',
  started: 'in-progress',
  active: 'in-progress',
  'in review': 'review',
  'on hold': 'blocked',
  waiting: 'blocked',
  x: 'done',
  true: 'done',
  yes: 'done',
  '1': 'done',
  complete: 'done',
  completed: 'done',
  closed: 'done',
  finished: 'done',
  canceled: 'cancelled',
  deleted: 'cancelled',
}

/** The same for a column of priority; numbers are larry's own, 1 for low to 5 for urgent. */
const priorityWords: Readonly<Record<string, Priority>> = {
  lowest: 'low',
  minor: 'low',
  normal: 'medium',
  none: 'medium',
  major: 'high',
  highest: 'urgent',
  blocker: 'urgent',
  // As Todoist has them: the first is the highest, the fourth what a task has anyway.
  p1: 'urgent',
  p2: 'critical',
  p3: 'high',
  p4: 'medium',
}

/** Takes what had to be said otherwise. */
type Adapt = (note: string) => void

/** Reads a status as larry or another program calls it: `In Progress`, `x`, `completed`; another is refused. */
export function statusSaid(text: string, adapt: Adapt): Status {
  const words = text
    .trim()
    .toLowerCase()
    .replaceAll(/[\s_-]+/g, ' ')
  const meant = Object.hasOwn(statusWords, words) ? statusWords[words] : undefined
  if (meant === undefined) return asWritten(text, words.replaceAll(' ', '-'), readStatus)
  adapt(`status "${text.trim()}" became ${meant}`)
  return meant
}

/** Reads a priority as larry or another program calls it: `High`, `5`, `highest`; another is refused. */
export function prioritySaid(text: string, adapt: Adapt): Priority {
  const word = text.trim().toLowerCase()
  const meant = Object.hasOwn(priorityWords, word) ? priorityWords[word] : undefined
  const said = meant ?? asWritten(text, word, readPriority)
  if (!(priorities as readonly string[]).includes(word)) adapt(`priority "${text.trim()}" became ${said}`)
  return said
}

/** What larry reads a word as; a word it refuses is quoted as it stands in the file. */
function asWritten<T>(text: string, word: string, read: (word: string) => T): T {
  try {
    return read(word)
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    throw new Failure(
      error.kind,
      error.message.replace(`"${word}"`, () => `"${text.trim()}"`),
      error.hint,
      {
        cause: error,
      },
    )
  }
}
