import { Failure } from '../../domain/errors.ts'
import type { FormatName } from '../../interchange/formats.ts'

/** Reads `title=Name,due=Deadline`: the column of each key. A key or a column named twice is refused, as is a map for a format without columns. */
export function readMap(text: string | undefined, format: FormatName): { columns?: ReadonlyMap<string, string> } {
  if (text === undefined) return {}
  if ((format as string) !== 'csv')
    throw new Failure('usage', `--map names CSV columns, and ${format} has none`, '--as csv')
  const columns = new Map<string, string>()
  for (const pair of text.split(',')) {
    const at = pair.indexOf('=')
    const [key, column] = [pair.slice(0, at).trim(), pair.slice(at + 1).trim()]
    if (at < 0 || key === '' || column === '')
      throw new Failure('usage', `"${pair}" is no key and column`, 'such as --map title=Name,due=Deadline')
    if (columns.has(key) || [...columns.values()].includes(column))
      throw new Failure('usage', `"${pair}" names what was named before`, 'each key and column once')
    columns.set(key, column)
  }
  return { columns }
}
