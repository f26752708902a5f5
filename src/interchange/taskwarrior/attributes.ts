import type { CommentRecord, TaskRecord } from '../../domain/records/task-record.ts'
import { isClosed, type Priority, type Status } from '../../domain/task.ts'
import { isUid } from '../../domain/uid.ts'
import { isCivil } from '../../domain/when/civil.ts'
import type { Zone } from '../../domain/when/clock.ts'
import { dateText } from './dates.ts'
import type { Entry } from './entries.ts'

/** What Taskwarrior's attributes can say of what larry knows of a task; the others are absent. `recordOf` reads it back. */
export function attributesOf(task: TaskRecord, zone: Zone): Entry {
  const { title, status = 'todo', priority = 'medium', project, tags = [], depends_on_uids = [], comments = [] } = task
  const stamp = (instant: string | null | undefined) => (instant == null ? undefined : dateText(instant))
  const moment = (civil: string | null | undefined) =>
    civil != null && isCivil(civil) ? stamp(zone.instantOf(civil)) : undefined
  const attributes = {
    description: title,
    status: statuses[status],
    priority: priorities[priority],
    due: moment(task.due),
    wait: moment(task.wait_until),
    start: status === 'in-progress' ? stamp(task.started_at) : undefined,
    end: isClosed(status) ? stamp(task.completed_at) : undefined,
    entry: stamp(task.created_at),
    modified: stamp(task.updated_at),
    project: project?.replaceAll('/', '.'),
    tags: listed(tags.filter((tag) => !tag.includes(','))),
    depends: listed(depends_on_uids.filter(isUid)),
    annotations: annotationsOf(comments),
  }
  return Object.fromEntries(Object.entries(attributes).filter(([, value]) => value !== undefined))
}

const statuses: Readonly<Record<Status, string>> = {
  todo: 'pending',
  'in-progress': 'pending',
  review: 'pending',
  blocked: 'pending',
  done: 'completed',
  cancelled: 'deleted',
}

/** Medium is what a task without a priority has in larry. */
const priorities: Readonly<Record<Priority, string | undefined>> = {
  low: 'L',
  medium: undefined,
  high: 'H',
  critical: 'H',
  urgent: 'H',
}

/** In Taskwarrior's order, each once; nothing at all instead of an empty list. */
function listed(names: readonly string[]): string[] | undefined {
  return names.length === 0 ? undefined : [...new Set(names)].sort((a, b) => (a < b ? -1 : 1))
}

interface Annotation {
  readonly entry: string
  readonly description: string
}

/** Comments in the order of time, no two in one second: `task import` would move the later ones on. */
function annotationsOf(comments: readonly CommentRecord[]): Annotation[] | undefined {
  const annotations = entriesOfComments(comments).map(({ entry, comment }) => ({ entry, description: comment.body }))
  return annotations.length === 0 ? undefined : annotations
}

/** Comments with the second each is written under. */
export function entriesOfComments(comments: readonly CommentRecord[]) {
  const dated = comments.flatMap((comment) => (comment.created_at === undefined ? [] : [comment]))
  const inOrder = dated.sort((a, b) => (a.created_at! < b.created_at! ? -1 : a.created_at! > b.created_at! ? 1 : 0))
  let last = Date.UTC(1980, 0) - 1000
  return inOrder.map((comment) => {
    last = Math.max(Math.floor(Date.parse(comment.created_at!) / 1000) * 1000, last + 1000)
    return { entry: dateText(new Date(last).toISOString())!, comment }
  })
}
