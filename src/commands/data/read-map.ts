import { Failure } from '../../domain/errors.ts'
import type { FormatName } from '../../interchange/formats.ts'

/** Reads `title=Name,due=Deadline`: the column of each key; with `leaves`, `status=` or `status=none` says that none is read as it. A key or a column named twice is refused, as is a map for a format without columns. */
export function readMap(
  text: string | undefined,
  format: FormatName,
  { leaves = false } = {},
): { columns?: ReadonlyMap<string, string> } {
  if (text === undefined) return {}
  if (format !== 'csv' && format !== 'tsv')
    throw new Failure('usage', `--map names CSV columns, and ${format} has none`, '--as csv')
  const columns = new Map<string, string>()
  for (const pair of text.split(',')) {
    const at = pair.indexOf('=')
    const [key, named] = [pair.slice(0, at).trim(), pair.slice(at + 1).trim()]
    const column = leaves && named === 'none' ? '' : named
    if (at < 0 || key === '' || (column === '' && !leaves))
      throw new Failure('usage', `"${pair}" is no key and column`, 'such as --map title=Name,due=Deadline')
    if (columns.has(key) || (column !== '' && [...columns.values()].includes(column)))
      throw new Failure('usage', `"${pair}" names what was named before`, 'each key and column once')
    columns.set(key, column)
  }
  return { columns }
}
