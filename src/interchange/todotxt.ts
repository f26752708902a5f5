import { atLine } from '../domain/at-line.ts'
import { counted } from '../domain/counted.ts'
import type { FileRecord, Told } from '../domain/records/file-record.ts'
import type { TaskRecord } from '../domain/records/task-record.ts'
import type { Format, How } from './format.ts'
import { countsWithoutPlace } from './no-place.ts'
import { remembering } from './remembering.ts'
import { namesFor } from './sources.ts'
import { linesOf } from './text.ts'
import { readLine } from './todotxt/read.ts'
import { identityOf, lineOf, withoutOwnKeys } from './todotxt/write.ts'

/**
 * todo.txt (github.com/todotxt/todo.txt), a task a line. (A) to (E) are urgent, critical, high, medium and low; `+project`
 * is the project, `@context` a tag; `due:`, `t:` (wait), `rec:`, `est:` and `pri:` are read and written.
 */
export const todotxt: Format = { tasksOnly: true, read, write }

/** A line without a uid is known by its words; the line itself is kept, so that it can be given back as it was. */
async function* read(pieces: Iterable<string>, how: How): AsyncGenerator<Told<TaskRecord>> {
  const clock = remembering(how.clock)
  const nameOf = namesFor('todotxt')
  for (const { line, text } of linesOf(pieces)) {
    if (text.trim() === '') continue
    const { task, said, adapted } = atLine(line, () => readLine(text, clock))
    const told = { line, ...(adapted.length > 0 && { adapted }) }
    const extra = { todotxt: { line: withoutOwnKeys(text) } }
    const isWhole = said.foreign.length + adapted.length === 0
    if (task.uid !== undefined) yield { record: isWhole ? task : { ...task, extra }, ...told }
    else {
      const { source, take } = nameOf(identityOf(text))
      take()
      yield { record: { ...task, source, extra }, ...told }
    }
  }
}

async function* write(records: AsyncIterable<FileRecord>, how: How): AsyncGenerator<string> {
  const [clock, tell] = [remembering(how.clock), how.tell]
  const nameOf = namesFor('todotxt')
  const left = countsWithoutPlace('todo.txt', 'todotxt', ['notes', 'clients', 'exceptions', 'pauses', 'starts'])
  let changed = 0
  for await (const record of records) {
    if (record.kind !== 'task') continue
    left.see(record)
    const { line, isExact } = lineOf(record, clock, nameOf)
    if (!isExact) changed++
    yield `${line}\n`
  }
  if (changed > 0)
    tell?.(`${counted(changed, 'task')} cannot be said wholly in a line of todo.txt: a title of several lines, perhaps`)
  left.tell(tell)
}
