import type { FileRecord, Told } from '../../src/domain/records/file-record.ts'
import type { TaskRecord } from '../../src/domain/records/task-record.ts'
import type { Format, How } from '../../src/interchange/format.ts'
import { clockAt } from '../domain/clock.ts'

/** What a format makes of a text, and what it said beside it; the text comes in pieces of this many characters. */
export async function read(format: Format, text: string, how: Partial<How> = {}, piece = 7) {
  const notes: string[] = []
  const told: Told[] = []
  const characters = Array.from(text)
  const pieces = Array.from({ length: Math.ceil(characters.length / piece) }, (_, at) =>
    characters.slice(at * piece, (at + 1) * piece).join(''),
  )
  for await (const one of format.read(pieces, { clock: clockAt(), tell: (note) => notes.push(note), ...how }))
    told.push(one)
  return { told, notes, records: told.map(({ record }) => record as TaskRecord) }
}

/** The text a format makes of records, and what it said beside it. */
export async function write(format: Format, records: readonly FileRecord[], how: Partial<How> = {}) {
  const notes: string[] = []
  let text = ''
  const all = async function* () {
    yield* records
  }
  for await (const piece of format.write(all(), { clock: clockAt(), tell: (note) => notes.push(note), ...how }))
    text += piece
  return { text, notes }
}
