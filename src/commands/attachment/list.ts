import type { ReadContext } from '../../cli/context.ts'
import { Failure } from '../../domain/errors.ts'
import { readRefLines, readRefs } from '../../domain/refs.ts'
import { reply } from '../../output/view.ts'
import { listAttachments } from '../../repositories/attachments.ts'
import { resolveRefs } from '../../repositories/refs.ts'
import { attachmentView } from './view.ts'

/** Lists attached files by id: those of the tasks named, or of all. An empty pipe names none. */
export async function run({ db, input }: ReadContext, words: readonly string[], options: { readonly task?: string }) {
  if (words.length > 0 && options.task !== undefined)
    throw new Failure('usage', `ids (${words.join(' ')}) and --task ${options.task} are both given`)
  const named = options.task === undefined ? words : [options.task]
  const refs = [...readRefs(named.filter((word) => word !== '-')), ...readRefLines(input ?? [])]
  const tasks = named.length === 0 ? undefined : await resolveRefs(db, refs)
  return reply(attachmentView, await listAttachments(db, tasks))
}
