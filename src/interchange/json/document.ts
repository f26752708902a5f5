import { failureAt } from '../../domain/at-line.ts'
import { taskFields } from '../../domain/records/check-task.ts'
import { type RecordKind, recordKinds } from '../../domain/records/file-record.ts'
import type { Format } from '../format.ts'
import { refusedAt } from '../refused-at.ts'
import { type Element, elementsOf } from './elements.ts'
import { toJson, toTold } from './records.ts'
import { parseStrictly } from './strict.ts'

/** The version of the document, raised when an older larry could not read a newer one. */
const version = 1

/** The member of the document for each kind. */
const members: Readonly<Record<RecordKind, string>> = {
  client: 'clients',
  project: 'projects',
  task: 'tasks',
  reminder: 'reminders',
  habit: 'habits',
  view: 'views',
}

/**
 * One document, `{"larry":1,"clients":[...],...,"tasks":[...],...}`, a record a line. What `list --json` and `show --json`
 * print, an array of tasks and a single one, is read too.
 */
export const json: Format = {
  async *read(pieces) {
    const single: Element[] = []
    let isDocument = false
    for (const element of elementsOf(pieces, isList)) {
      const { key, inList, text, line } = element
      isDocument ||= single.length === 0 && isOurs(key)
      if (inList) yield toTold(parseStrictly(text, line), line, kindOf(key))
      else if (key === undefined)
        throw refusedAt(line, 'the text is no list of tasks', 'such as [{"title":"Call Bob"}]')
      else if (!isDocument) single.push(element)
      else if (key === 'larry') checkVersion(parseStrictly(text, line), line)
      else throw refusedAt(line, `the document has no "${key}"`, `it has ${Object.values(members).join(', ')}`)
    }
    const [first] = single
    if (first === undefined) return
    if (!single.some(({ key }) => key === 'kind' || taskFields.includes(key!)))
      throw refusedAt(first.line, 'no larry export, and no task', 'a task is an object such as {"title":"Call Bob"}')
    yield toTold(parseStrictly(textOf(single), first.line), first.line)
  },
  async *write(records) {
    yield `{"larry":${version}`
    let at = -1
    let isFirst = true
    const begin = (kind: RecordKind | undefined) => {
      let text = ''
      const to = kind === undefined ? recordKinds.length : recordKinds.indexOf(kind)
      if (to < at) throw new Error(`a ${kind} after a ${recordKinds[at]}`)
      for (; at < to; isFirst = true) {
        if (at >= 0) text += isFirst ? ']' : '\n]'
        at++
        if (at < recordKinds.length) text += `,\n"${members[recordKinds[at]!]}":[`
      }
      return text
    }
    for await (const record of records) {
      const head = begin(record.kind)
      yield `${head}${isFirst ? '' : ','}\n${JSON.stringify(toJson(record))}`
      isFirst = false
    }
    yield `${begin(undefined)}}\n`
  },
}

/** Whether a member is a list of records: it is in a document of larry's, not in a single task, which begins otherwise. */
function isList(first: string, key: string): boolean {
  return isOurs(first) && kindOf(key) !== undefined
}

function isOurs(key: string | undefined): boolean {
  return key === 'larry' || kindOf(key) !== undefined
}

function kindOf(key: string | undefined): RecordKind | undefined {
  return recordKinds.find((kind) => members[kind] === key)
}

function checkVersion(given: unknown, line: number): void {
  if (given === version) return
  throw failureAt(
    line,
    'unavailable',
    `the document is of version ${JSON.stringify(given)}; this larry reads version ${version}`,
    'a newer larry reads it',
  )
}

/** The members of an object as its text again, each on the line it was on. */
function textOf(elements: readonly Element[]): string {
  let line = elements[0]!.line
  const parts = elements.map(({ key, text, line: begin }) => {
    const ends = '\n'.repeat(begin - line)
    line = begin + text.split('\n').length - 1
    return `${ends}${JSON.stringify(key)}:${text}`
  })
  return `{${parts.join(',')}}`
}
