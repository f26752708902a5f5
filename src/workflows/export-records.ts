import type { Db } from '../db/handles.ts'
import type { FileRecord } from '../domain/records/file-record.ts'
import {
  clientRecords,
  habitRecords,
  looseReminderRecords,
  projectRecords,
  viewRecords,
} from '../repositories/records/other-records.ts'
import { taskRecords } from '../repositories/records/task-records.ts'
import type { Condition } from '../repositories/tasks.ts'

/** Everything a file is to tell, in the order of `recordKinds`; with a condition only the tasks that meet it. Tasks, which may be a million, come a page at a time. */
export async function* exportRecords(db: Db, where: Condition | undefined): AsyncGenerator<FileRecord> {
  if (where === undefined) {
    yield* await clientRecords(db)
    yield* await projectRecords(db)
  }
  for await (const page of taskRecords(db, where)) yield* page
  if (where === undefined) {
    yield* await looseReminderRecords(db)
    yield* await habitRecords(db)
    yield* await viewRecords(db)
  }
}
