import type { BareContext } from '../../cli/context.ts'
import type { Handle } from '../../db/handles.ts'
import { schemaVersion } from '../../db/identity.ts'
import { checkName, isNewFile } from '../../db/location.ts'
import { openToRead } from '../../db/open.ts'
import { looking } from '../../db/peek.ts'
import { pagesOf, pragmasOf, tuneReader, walBytes } from '../../db/pragmas.ts'
import { countRows } from '../../db/verify.ts'
import { reply, type View } from '../../output/view.ts'

/** Tells everything about the file as one object: version, every PRAGMA by its name, sizes, rows by table. */
export async function run({ settings, opening }: BareContext) {
  const { file, config } = settings
  if (isNewFile(checkName(file))) (await openToRead(opening)).close()
  const info = looking(file, (handle) => describe(handle, file, config.durability))
  const keys = Object.keys(info) as (keyof typeof info)[]
  const view: View<typeof info> = {
    singular: 'database',
    plural: 'databases',
    keys,
    columns: keys.filter((key) => key !== 'rows'),
    id: 'path',
    words: {
      rows: ({ rows }) =>
        Object.entries(rows)
          .map(([table, count]) => `${table} ${count}`)
          .join(', '),
    },
  }
  return reply(view, [info], { one: true })
}

function describe(handle: Handle, path: string, durability: string) {
  tuneReader(handle)
  return {
    path,
    schema_version: schemaVersion(handle),
    sqlite_version: handle.prepare('select sqlite_version()').pluck().get() as string,
    ...pragmasOf(handle),
    durability,
    wal_bytes: walBytes(handle),
    ...pagesOf(handle),
    rows: countRows(handle),
  }
}
