import { measure, piecesOf } from '../db/attachments/pieces.ts'
import { placeIn, soundnessOf } from '../db/attachments/store.ts'
import { showBytes } from '../domain/byte-size.ts'
import { Failure } from '../domain/errors.ts'
import type { FileRecord } from '../domain/records/file-record.ts'
import type { AttachmentRecord } from '../domain/records/task-record.ts'

/** The files of one task may have so many bytes together: in base64 they still are one text. */
const most = 180 << 20

/** Adds to tasks the content of the files attached to them; one that is not as it was stored is refused. */
export async function* withContents(records: AsyncIterable<FileRecord>, store: string): AsyncGenerator<FileRecord> {
  for await (const record of records) {
    const { attachments = [], id } = record.kind === 'task' ? record : { id: undefined }
    const bytes = attachments.reduce((sum, { size }) => sum + size, 0)
    if (bytes > most)
      throw new Failure(
        'unavailable',
        `task ${id} has ${showBytes(bytes)} of files, too many for one line`,
        'larry db backup --with-attachments keeps them',
      )
    if (record.kind !== 'task' || attachments.length === 0) yield record
    else yield { ...record, attachments: attachments.map((one) => ({ ...one, content: contentOf(one, store) })) }
  }
}

function contentOf(attachment: AttachmentRecord, store: string): string {
  const { name, sha256, size } = attachment
  if (soundnessOf(store, attachment) !== 'ok')
    throw new Failure(
      'unavailable',
      `the file of the attachment "${name}" is not as it was stored`,
      'larry attachment verify tells more; without --with-attachments the rest is exported',
    )
  const parts: Buffer[] = []
  const found = measure(piecesOf(placeIn(store, sha256)), (piece) => void parts.push(Buffer.from(piece)))
  if (found.sha256 !== sha256 || found.size !== size)
    throw new Failure('unavailable', `the file of the attachment "${name}" changed while it was read`)
  return Buffer.concat(parts).toString('base64')
}
