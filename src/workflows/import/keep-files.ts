import { measure } from '../../db/attachments/pieces.ts'
import { isStored, keep } from '../../db/attachments/store.ts'
import type { Told } from '../../domain/records/file-record.ts'
import type { AttachmentRecord, TaskRecord } from '../../domain/records/task-record.ts'
import { conflict, type Taking } from './taking.ts'

/** The tasks with those attachments whose content the store has or gets from the file; a content that is not what its hash says is refused. */
export function keepFiles<T extends Told<TaskRecord>>(taking: Taking, tasks: readonly T[]): readonly T[] {
  return tasks.map((task) => {
    const { attachments } = task.record
    if (attachments === undefined || attachments.length === 0) return task
    const kept = attachments.filter((attachment) => isKept(taking, attachment, task.line))
    taking.lacking.count += attachments.length - kept.length
    return { ...task, record: { ...task.record, attachments: kept } }
  })
}

function isKept({ files }: Taking, attachment: AttachmentRecord, line: number): boolean {
  const { content, name, sha256, size } = attachment
  if (isStored(files.store, attachment)) return true
  if (content === undefined) return false
  const bytes = Buffer.from(content, 'base64')
  // Node passes over what is no base64; written again it would be another text.
  if (bytes.toString('base64') !== content) throw conflict(line, `the content of "${name}" is not base64`)
  const found = files.dryRun ? measure([bytes]) : keep(files.store, [bytes], files.maker)
  if (found.sha256 !== sha256 || found.size !== size)
    throw conflict(line, `the content of "${name}" is not what its SHA-256 and size say`)
  return true
}
