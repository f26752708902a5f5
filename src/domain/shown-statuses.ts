import { readChoice } from './choice.ts'
import { Failure } from './errors.ts'
import { readList } from './words/values.ts'

/** How a list is told what to show of things that can be archived. */
export interface ShownOptions {
  readonly all?: true
  readonly status?: string
}

/** The statuses a list shows: those named, side by side with commas; else all, or all but archived. */
export function readShownStatuses<T extends string>({ all, status }: ShownOptions, statuses: readonly T[]): T[] {
  if (all === true && status !== undefined)
    throw new Failure('usage', `--all and --status ${status} are both given`, 'give one of them')
  if (status !== undefined) return readList(status).map((one) => readChoice('status', one, statuses))
  return statuses.filter((one) => all === true || one !== 'archived')
}
