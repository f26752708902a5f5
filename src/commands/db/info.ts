import type { BareContext } from '../../cli/context.ts'
import type { Handle } from '../../db/handles.ts'
import { schemaVersion } from '../../db/identity.ts'
import { checkName, isNewFile } from '../../db/location.ts'
import { openToRead } from '../../db/open.ts'
import { looking } from '../../db/peek.ts'
import { type Pages, type Pragmas, pagesOf, pragmasOf, tuneReader, walBytes } from '../../db/pragmas.ts'
import { countRows } from '../../db/verify.ts'
import type { Config } from '../../domain/config.ts'
import { oneOf } from '../../output/answers.ts'
import { among, bytes, described, integer, mapOf, text } from '../../output/types.ts'
import { reply, type View } from '../../output/view.ts'

interface Info extends Pragmas, Pages {
  readonly path: string
  readonly schema_version: number
  readonly sqlite_version: string
  readonly durability: Config['durability']
  readonly wal_bytes: number
  readonly rows: Readonly<Record<string, number>>
}

const view: View<Info> = {
  singular: 'database',
  plural: 'databases',
  types: {
    path: text,
    schema_version: integer,
    sqlite_version: text,
    foreign_keys: integer,
    trusted_schema: integer,
    cell_size_check: integer,
    journal_mode: text,
    busy_timeout: described(integer, 'milliseconds'),
    synchronous: integer,
    cache_size: described(integer, 'KiB, with a minus (sqlite.org/pragma.html#pragma_cache_size)'),
    temp_store: integer,
    durability: among(['full', 'normal']),
    wal_bytes: bytes,
    page_size: bytes,
    page_count: integer,
    freelist_count: integer,
    rows: mapOf(integer),
  },
  columns: [
    'path',
    'schema_version',
    'sqlite_version',
    'foreign_keys',
    'trusted_schema',
    'cell_size_check',
    'journal_mode',
    'busy_timeout',
    'synchronous',
    'cache_size',
    'temp_store',
    'durability',
    'wal_bytes',
    'page_size',
    'page_count',
    'freelist_count',
  ],
  id: 'path',
  words: {
    rows: ({ rows }) =>
      Object.entries(rows)
        .map(([table, count]) => `${table} ${count}`)
        .join(', '),
  },
}

export const answers = oneOf(view)

/** Tells everything about the file as one object: version, every PRAGMA by its name, sizes, rows by table. */
export async function run({ settings, opening }: BareContext) {
  const { file, config } = settings
  if (isNewFile(checkName(file))) (await openToRead(opening)).close()
  const info = looking(file, (handle) => describe(handle, file, config.durability))
  return reply(view, [info], { one: true })
}

function describe(handle: Handle, path: string, durability: Config['durability']): Info {
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
