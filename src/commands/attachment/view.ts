import { showBytes } from '../../domain/byte-size.ts'
import { counted } from '../../domain/counted.ts'
import type { View } from '../../output/view.ts'
import type { Attachment } from '../../repositories/attachments.ts'

/** Attached files in every format. */
export const attachmentView: View<Attachment> = {
  singular: 'attachment',
  plural: 'attachments',
  keys: ['id', 'uid', 'task_id', 'name', 'size', 'media_type', 'description', 'sha256', 'created_at', 'updated_at'],
  columns: ['id', 'task_id', 'size', 'media_type', 'description', 'name'],
  id: 'id',
  words: { size: ({ size }) => showBytes(size) },
}

/** `3 files (1.2 MiB)`. */
export function countFiles(files: readonly { readonly size: number }[]): string {
  return `${counted(files.length, 'file')} (${showBytes(files.reduce((sum, { size }) => sum + size, 0))})`
}

/** `7 "contract.pdf"`, or how many when there are many. */
export function nameFiles(files: readonly Attachment[]): string {
  if (files.length > 3) return countFiles(files)
  return files.map(({ id, name }) => `${id} "${name}"`).join(', ')
}
