import type { BareContext } from '../../cli/context.ts'
import { type Soundness, soundnessOf, storeOf } from '../../db/attachments/store.ts'
import { reading } from '../../db/open.ts'
import { showBytes } from '../../domain/byte-size.ts'
import { rowsOf } from '../../output/answers.ts'
import { pickFields } from '../../output/fields.ts'
import { among, bytes, integer, text } from '../../output/types.ts'
import { asView, reply, type View } from '../../output/view.ts'
import { type Attachment, getAttachments, listAttachments } from '../../repositories/attachments.ts'
import { attachment } from '../../repositories/refs.ts'
import { namedIds } from '../named.ts'

type Verified = Pick<Attachment, 'id' | 'task_id' | 'name' | 'size' | 'sha256'> & { readonly status: Soundness }

const view: View<Verified> = {
  singular: 'attachment',
  plural: 'attachments',
  types: {
    id: integer,
    task_id: integer,
    name: text,
    size: bytes,
    sha256: text,
    status: among(['ok', 'missing', 'wrong-size', 'altered']),
  },
  columns: ['id', 'task_id', 'status', 'size', 'name'],
  id: 'id',
  words: { size: ({ size }) => showBytes(size) },
  tone: ({ status }, key) => (key !== 'status' ? undefined : status === 'ok' ? 'good' : 'alarm'),
}

export const answers = rowsOf(view)

/** Reads every stored file named, each content once, and tells how it is. Exit 1 when one is not as it was stored. */
export async function run(context: BareContext, words: readonly string[]) {
  const { settings, input, opening, progress: stage } = context
  pickFields(asView(view), settings.fields)
  const files = await reading(opening, async (db) =>
    words.length === 0 ? listAttachments(db) : getAttachments(db, await namedIds(db, attachment, words, input)),
  )
  const known = new Map<string, Soundness>()
  const statusOf = (file: Attachment) => {
    const key = `${file.sha256} ${file.size}`
    if (!known.has(key)) {
      stage(`reading ${file.name}`, file.size)
      known.set(key, soundnessOf(storeOf(settings.file), file))
    }
    return known.get(key)!
  }
  const rows = files.map((file): Verified => {
    const { id, task_id, name, size, sha256 } = file
    return { id, task_id, name, size, sha256, status: statusOf(file) }
  })
  return reply(view, rows, { code: rows.every(({ status }) => status === 'ok') ? 0 : 1 })
}
