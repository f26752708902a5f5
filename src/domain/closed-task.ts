import { Failure } from './errors.ts'
import type { Status } from './task.ts'

/** That a task which is done or cancelled must be reopened first. */
export function closedTask({ id, status }: { readonly id: number; readonly status: Status }): Failure {
  return new Failure('conflict', `task ${id} is ${status}`, `larry task reopen ${id}`, { task: id })
}
