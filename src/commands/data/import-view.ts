import { counted } from '../../domain/counted.ts'
import { type RecordKind, recordKinds } from '../../domain/records/file-record.ts'
import { among, described, integer, listOf, text } from '../../output/types.ts'
import type { View } from '../../output/view.ts'

/** What became of the records of a kind. */
export interface Imported {
  readonly kind: RecordKind
  readonly read: number
  readonly added: number
  readonly updated: number
  readonly unchanged: number
  readonly kept: number
  readonly adapted: number
  readonly notes: readonly string[]
}

export const importedView: View<Imported> = {
  singular: 'kind of record',
  plural: 'records',
  types: {
    kind: among(recordKinds),
    read: integer,
    added: integer,
    updated: integer,
    unchanged: integer,
    kept: described(integer, 'left as they are here: what is here is newer, or nobody says which is'),
    adapted: integer,
    notes: described(listOf(text), 'what was adapted or left out, with its line; at most 100'),
  },
  columns: ['kind', 'read', 'added', 'updated', 'unchanged', 'kept', 'adapted'],
  id: 'kind',
  isNamed: true,
}

/** `Imported 3 clients, 90 tasks · updated 3 tasks · 7 tasks were here already · 1 task kept as here (...)`. */
export function sentenceOf(rows: readonly Imported[]): string {
  const all = (what: 'added' | 'updated' | 'unchanged' | 'kept') =>
    rows
      .filter((row) => row[what] > 0)
      .map((row) => counted(row[what], row.kind))
      .join(', ')
  const one = (what: 'unchanged' | 'kept') => rows.reduce((sum, row) => sum + row[what], 0) === 1
  const done = [
    ...(all('added') === '' ? [] : [`imported ${all('added')}`]),
    ...(all('updated') === '' ? [] : [`updated ${all('updated')}`]),
  ]
  const left = [
    ...(all('unchanged') === '' ? [] : [`${all('unchanged')} ${one('unchanged') ? 'was' : 'were'} here already`]),
    ...(all('kept') === '' ? [] : [`${all('kept')} kept as here (--overwrite takes the file's)`]),
  ]
  const sentence = [...(done.length === 0 ? ['nothing new'] : done), ...left].join(' · ')
  return sentence.charAt(0).toUpperCase() + sentence.slice(1)
}
