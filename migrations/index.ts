import type { Migration } from 'kysely'
import * as m0001 from './0001_tasks.ts'
import * as m0002 from './0002_history.ts'

/** A migration and the SHA-256 of its source file, by which an edit after release is noticed. */
export interface NumberedMigration extends Required<Migration> {
  readonly name: string
  readonly sha256: string
}

/** Every migration in order; its place in the list, from 1, is the schema version (`user_version`) it makes. */
export const migrations: readonly NumberedMigration[] = [
  {
    name: '0001_tasks',
    sha256: '6a565af9635ebce178f72160a70a279d9cb76294a02770c6f491eb394900f71d',
    up: m0001.up,
    down: m0001.down,
  },
  {
    name: '0002_history',
    sha256: '685c2fc7723244a9ae945a75daeb81c49216f967e8500d5ca9741a9a1cc6b810',
    up: m0002.up,
    down: m0002.down,
  },
]
