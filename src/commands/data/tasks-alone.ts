import { counted } from '../../domain/counted.ts'
import type { FileRecord } from '../../domain/records/file-record.ts'
import type { FormatName } from '../../interchange/formats.ts'

/** Kinds that a format of tasks leaves out whole; clients and projects go with the tasks that name them. */
const others = ['reminder', 'habit', 'view'] as const

/** The tasks among records, for a format that has no word for anything else; what is left out is told at the end. */
export async function* tasksAlone(
  records: AsyncIterable<FileRecord>,
  format: FormatName,
  tell: (note: string) => void,
): AsyncGenerator<FileRecord> {
  const left = new Map<string, number>()
  for await (const record of records)
    if (record.kind === 'task') yield record
    else left.set(record.kind, (left.get(record.kind) ?? 0) + 1)
  const parts = others.flatMap((kind) => (left.has(kind) ? [counted(left.get(kind)!, kind)] : []))
  if (parts.length > 0) tell(`${format} holds tasks alone: left out ${parts.join(', ')}`)
}
