import { homedir } from 'node:os'
import { defineConfig } from 'kysely-ctl'
import { pathsOf } from './src/cli/paths.ts'
import { AtomicMigrator } from './src/db/migrate.ts'
import { openToMigrate } from './src/db/open.ts'

const { env } = process
const file = env['LARRY_DB'] ?? `${pathsOf({ env, home: homedir() }).data}/larry.db`
const store = await openToMigrate(file, env['LARRY_DB'] === undefined)

/** `npx kysely migrate:*` on larry's own open() and migrator: the same locks, checks and bookkeeping as `larry db migrate`. */
export default defineConfig({
  kysely: store.kysely,
  destroyOnExit: true,
  migrations: { migrator: () => new AtomicMigrator(store.handle) },
})
