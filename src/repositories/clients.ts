import type { Db } from '../db/handles.ts'
import { Failure } from '../domain/errors.ts'
import { fold } from '../domain/fold.ts'
import { nearest } from '../domain/nearest.ts'

/** The client of this name, whatever the case, or the only one it begins; not-found names the nearest, several are a conflict. */
export async function requireClient(db: Db, name: string): Promise<{ id: number; name: string }> {
  const folded = fold(name)
  const all = await db.selectFrom('clients').select(['id', 'name', 'name_folded']).orderBy('id').execute()
  const exact = all.find((client) => client.name_folded === folded)
  if (exact !== undefined) return exact
  const begun = all.filter((client) => client.name_folded.startsWith(folded))
  if (begun.length === 1) return begun[0]!
  if (begun.length > 1)
    throw new Failure('conflict', `several clients begin with "${name}"`, begun.map((client) => client.name).join(', '))
  const near = nearest(
    name,
    all.map((client) => client.name),
  )
  throw new Failure(
    'not-found',
    `client "${name}" does not exist`,
    near === undefined ? undefined : `did you mean ${near}?`,
  )
}
