import type { Format } from '../format.ts'
import { linesOf } from '../text.ts'
import { toJson, toTold } from './records.ts'
import { parseStrictly } from './strict.ts'

/** One record a line, each an object that says its `kind`; one that does not is a task. Blank lines are passed over. */
export const ndjson: Format = {
  async *read(pieces) {
    for (const { line, text } of linesOf(pieces)) if (text.trim() !== '') yield toTold(parseStrictly(text, line), line)
  },
  async *write(records) {
    for await (const record of records) yield `${JSON.stringify({ kind: record.kind, ...toJson(record) })}\n`
  },
}
