import type { BareContext } from '../../cli/context.ts'
import type { Db } from '../../db/handles.ts'
import { openToRead } from '../../db/open.ts'

/** Reads the database and closes it again, before files are worked on. */
export async function reading<T>({ opening }: BareContext, use: (db: Db) => Promise<T>): Promise<T> {
  const store = await openToRead(opening)
  try {
    return await use(store.kysely)
  } finally {
    store.close()
  }
}
