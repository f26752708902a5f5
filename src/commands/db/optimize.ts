import type { BareContext } from '../../cli/context.ts'
import { checkName, isNewFile } from '../../db/location.ts'
import { openToWrite } from '../../db/open.ts'
import { optimize, type Size, sizeOf } from '../../db/optimize.ts'
import { looking } from '../../db/peek.ts'
import { Failure } from '../../domain/errors.ts'
import { oneOf } from '../../output/answers.ts'
import { pickFields } from '../../output/fields.ts'
import { bytes, text } from '../../output/types.ts'
import { asView, reply, type View } from '../../output/view.ts'

interface Optimized {
  readonly file: string
  readonly bytes_before: number
  readonly bytes_after: number
  readonly free_bytes: number
}

const view: View<Optimized> = {
  singular: 'optimization',
  plural: 'optimizations',
  types: { file: text, bytes_before: bytes, bytes_after: bytes, free_bytes: bytes },
  columns: ['file', 'bytes_before', 'bytes_after', 'free_bytes'],
  id: 'file',
}

export const answers = oneOf(view)

/** Refreshes what SQLite knows of its tables and brings the write-ahead log into the file; --vacuum gives empty space back. No task changes. */
export async function run(
  { settings, opening, progress: stage }: BareContext,
  _: readonly string[],
  options: { readonly vacuum?: true },
) {
  const { file } = settings
  const vacuum = options.vacuum === true
  pickFields(asView(view), settings.fields)
  if (isNewFile(checkName(file))) throw new Failure('not-found', `${file} does not exist or is empty`)
  if (settings.dryRun) {
    const size = looking(file, sizeOf)
    return answer(file, size, size, vacuum ? `Would give back ${size.free_bytes} bytes` : 'Would look at every table')
  }
  const store = await openToWrite(opening)
  try {
    const before = sizeOf(store.handle)
    stage(vacuum ? 'vacuuming' : 'optimizing', before.bytes)
    optimize(store.handle, { vacuum })
    const after = sizeOf(store.handle)
    const grown = before.bytes === after.bytes ? `${after.bytes} bytes` : `${before.bytes} to ${after.bytes} bytes`
    return answer(file, before, after, `Optimized ${file}: ${grown}, ${after.free_bytes} of them empty`)
  } finally {
    store.close()
  }
}

function answer(file: string, before: Size, after: Size, sentence: string) {
  const row = { file, bytes_before: before.bytes, bytes_after: after.bytes, free_bytes: after.free_bytes }
  return reply(view, [row], { one: true, sentences: [sentence] })
}
