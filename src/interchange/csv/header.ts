import { Failure, unknown } from '../../domain/errors.ts'
import { nearest } from '../../domain/nearest.ts'
import { plainName } from '../../domain/records/extra.ts'
import { columns, type Key, keys } from './columns.ts'

/**
 * What stands in a column: a key of a task; a field larry does not know; what is left out, because it was asked not to be read
 * and larry writes a column of this name itself; or nothing at all.
 */
export type Place =
  | { readonly key: Key }
  | { readonly field: string }
  | { readonly left: string }
  | { readonly blank: true }

/** The character between cells: the most frequent of comma, semicolon and tab in the first line, outside of quotes. */
export function separatorOf(firstLine: string): ',' | ';' | '\t' {
  const bare = firstLine.replaceAll(/"(?:[^"]|"")*"/g, '')
  const count = (separator: string) => bare.split(separator).length
  const [best] = ([',', ';', '\t'] as const).toSorted((a, b) => count(b) - count(a))
  return best!
}

/**
 * What each column of a header holds: by `--map`, which leaves a key without a column where it names none; by larry's own
 * names (whatever the case, `_` as good as a space), then by those of others. Two columns of one name are refused, a file
 * without titles, and one that numbers tasks without naming them.
 */
export function placesIn(header: readonly string[], mapped: ReadonlyMap<string, string> | undefined): Place[] {
  const names = header.map(plainName)
  const places = header.map((name): Place => (name.trim() === '' ? { blank: true } : { field: name }))
  const twice = names.find((name, at) => name !== '' && names.indexOf(name) !== at)
  if (twice !== undefined)
    throw new Failure('usage', `two columns are called "${header[names.indexOf(twice)]}"`, 'rename one of them')
  const taken = new Set<Key>()
  const place = (key: Key, at: number) => {
    if (taken.has(key) || !('field' in (places[at] ?? {}))) return
    taken.add(key)
    places[at] = { key }
  }
  for (const [key, column] of requireKeys(mapped))
    if (column === '') taken.add(key)
    else place(key, requireColumn(column, header, names))
  for (const key of keys) place(key, names.indexOf(plainName(key)))
  for (const key of keys) for (const name of columns[key].names ?? []) place(key, names.indexOf(name))
  const has = (key: Key) => places.some((one) => 'key' in one && one.key === key)
  if (!has('title')) throw untitled(header)
  const number = names.indexOf('id')
  if (has('id') && !has('uid') && !has('source') && mapped?.has('id') !== true)
    throw new Failure(
      'usage',
      `the column "${header[number]}" numbers tasks, which does not make them known again: all would come as new ones`,
      `larry export -o FILE.csv writes uids, too; --map id="${header[number]}" takes them as new ones`,
    )
  const own = new Set(keys.map(plainName))
  return places.map((one) => ('field' in one && own.has(plainName(one.field)) ? { left: one.field } : one))
}

/** The keys of `--map`, by larry's names or those of others, each once, with their columns; another is refused with the nearest. */
export function requireKeys(mapped: ReadonlyMap<string, string> | undefined): [Key, string][] {
  const found = new Map<Key, string>()
  for (const [key, column] of mapped ?? []) {
    const known = keys.find((one) => one === key) ?? keys.find((one) => columns[one].names?.includes(plainName(key)))
    if (known === undefined) throw unknown('key', key, keys, nearest(key, keys))
    if (found.has(known)) throw new Failure('usage', `"${key}" is ${known}, which was mapped before`, 'each key once')
    found.set(known, column)
  }
  return [...found]
}

function requireColumn(column: string, header: readonly string[], names: readonly string[]): number {
  const exact = header.indexOf(column)
  const at = exact < 0 ? names.indexOf(plainName(column)) : exact
  if (at < 0) throw unknown('column', column, header, nearest(column, header))
  return at
}

function untitled(header: readonly string[]): Failure {
  const named = header.filter((name) => name.trim() !== '')
  const example = named[0] === undefined ? '' : `; --map title="${named[0]}" says which one it is`
  return new Failure('usage', 'no column holds titles', `columns: ${named.join(', ') || 'none'}${example}`)
}
