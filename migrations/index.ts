import type { Migration } from 'kysely'
import * as m0001 from './0001_tasks.ts'
import * as m0002 from './0002_history.ts'
import * as m0003 from './0003_belongings.ts'
import * as m0004 from './0004_time.ts'
import * as m0005 from './0005_outside.ts'

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
    sha256: '589811555e917f1273beaa7d4cae5d0852c5089e2b5736df2eb5a4ca00669316',
    up: m0002.up,
    down: m0002.down,
  },
  {
    name: '0003_belongings',
    sha256: '4982e8359b1d08554bd0690f575b786a3633f33f8c2eefbc189e30a40a61109c',
    up: m0003.up,
    down: m0003.down,
  },
  {
    name: '0004_time',
    sha256: 'cc0eb6ab93b3c2fbe4aa3b74234938b063fe24d62f6562402586bd99ac9f2ccd',
    up: m0004.up,
    down: m0004.down,
  },
  {
    name: '0005_outside',
    sha256: '7bfc1e933dcc4209976e1a754d80f30601a28d419d0591f4b717c57bfb5d035b',
    up: m0005.up,
    down: m0005.down,
  },
]
