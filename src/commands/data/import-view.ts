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

/** `Imported 90 tasks, updated 3; 7 were here already, 1 is newer here (--overwrite takes the file's)`. */
export function sentenceOf({ kind, read, added, updated, unchanged, kept }: Imported): string {
  const done = [
    ...(added > 0 ? [`imported ${counted(added, kind)}`] : []),
    ...(updated > 0 ? [`updated ${added > 0 ? updated : counted(updated, kind)}`] : []),
  ].join(', ')
  const left = [
    ...(unchanged > 0 ? [`${unchanged} ${unchanged === 1 ? 'was' : 'were'} here already`] : []),
    ...(kept > 0 ? [`${kept} kept as here (--overwrite takes the file's)`] : []),
  ].join(', ')
  const said = done === '' ? `nothing new of ${counted(read, kind)}` : done
  const sentence = left === '' ? said : `${said}; ${left}`
  return sentence.charAt(0).toUpperCase() + sentence.slice(1)
}
