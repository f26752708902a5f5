import type { Format } from './format.ts'
import { readTaskwarrior } from './taskwarrior/read.ts'
import { remarksOn } from './taskwarrior/remarks.ts'
import { entriesFor } from './taskwarrior/write.ts'

/**
 * What `task export` of Taskwarrior writes and `task import` takes (2.6; taskwarrior.org/docs/design/task). Dates become civil in the
 * zone of the clock, without a time at midnight. Deleted is cancelled; no priority and M are both medium; the project a.b is
 * a/b; annotations are comments. What larry cannot say in the same way is kept with the task (`extra`) and given back while
 * what it means has not changed; what Taskwarrior cannot say goes with its task as text in an attribute `larry`. Occurrences of a
 * recurring task are occurrences of one series here, and carry the template they were made from.
 */
export const taskwarrior: Format = {
  tasksOnly: true,
  async *read(pieces, { clock, tell }) {
    const remarks = remarksOn()
    for (const told of readTaskwarrior(pieces, clock.zone)) {
      remarks.see(told.record)
      yield told
    }
    remarks.tell(tell)
  },
  async *write(records, { clock }) {
    let before = '[\n'
    for await (const entry of entriesFor(records, clock.zone)) {
      yield `${before}${JSON.stringify(entry)}`
      before = ',\n'
    }
    yield before === '[\n' ? '[\n]\n' : '\n]\n'
  },
}
