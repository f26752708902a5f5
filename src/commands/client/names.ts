import type { Db } from '../../db/handles.ts'
import { Failure } from '../../domain/errors.ts'
import type { Named } from '../../domain/named.ts'
import { readName } from '../../domain/words/values.ts'
import { requireClient, requireClients } from '../../repositories/clients.ts'

/** The clients a verb is about, each argument one. */
export function clientsNamed(db: Db, words: readonly string[]): Promise<Named[]> {
  refuseNone(words)
  return requireClients(
    db,
    words.map((word) => readName('client', word)),
  )
}

/** The one client a verb is about; all its words are the name. */
export function clientNamed(db: Db, words: readonly string[]): Promise<Named> {
  refuseNone(words)
  return requireClient(db, readName('client', words.join(' ')))
}

function refuseNone(words: readonly string[]): void {
  if (words.length === 0) throw new Failure('usage', 'no client is named', 'larry client list')
}
