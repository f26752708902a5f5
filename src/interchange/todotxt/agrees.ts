import { Failure } from '../../domain/errors.ts'
import type { TaskRecord } from '../../domain/records/task-record.ts'
import type { Clock } from '../../domain/when/clock.ts'
import { readLine } from './read.ts'

/** True where reading this line gives the task, as far as the format can say it. */
export function agrees(line: string, task: TaskRecord, clock: Clock): boolean {
  const told = reading(line, clock)
  if (told === undefined) return false
  const usual = { priority: 'medium', status: 'todo', tags: [], depends_on_uids: [] }
  const same = (key: keyof TaskRecord) => {
    const value = task[key] ?? (usual as Partial<TaskRecord>)[key] ?? null
    // What a line leaves out about when a task was made or done is no contradiction.
    const other = told[key] ?? (key.endsWith('_at') ? value : ((usual as Partial<TaskRecord>)[key] ?? null))
    return ordered(value) === ordered(other)
  }
  return sayable.every(same) && told.title === task.title
}

/** Lists say the same in any order. */
function ordered(value: unknown): string {
  return JSON.stringify(Array.isArray(value) ? value.map(String).sort() : value)
}

const sayable = [
  'status',
  'priority',
  'due',
  'wait_until',
  'estimate_minutes',
  'tags',
  'project',
  'recurrence',
  'recurrence_mode',
  'recurrence_anchor',
  'completed_at',
  'created_at',
  'parent_uid',
  'depends_on_uids',
] as const satisfies readonly (keyof TaskRecord)[]

function reading(line: string, clock: Clock): TaskRecord | undefined {
  try {
    return readLine(line, clock).task
  } catch (error) {
    if (error instanceof Failure) return undefined
    throw error
  }
}
