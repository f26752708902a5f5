import { showBytes } from '../../domain/byte-size.ts'
import { counted } from '../../domain/counted.ts'
import { bytes, instant, integer, nullable, text, uid } from '../../output/types.ts'
import type { View } from '../../output/view.ts'
import type { Attachment } from '../../repositories/attachments.ts'

/** Attached files in every format. */
export const attachmentView: View<Attachment> = {
  singular: 'attachment',
  plural: 'attachments',
  types: {
    id: integer,
    uid,
    task_id: integer,
    name: text,
    size: bytes,
    media_type: nullable(text),
    description: nullable(text),
    sha256: text,
    created_at: instant,
    updated_at: instant,
  },
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
