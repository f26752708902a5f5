import { chmodSync } from 'node:fs'
import { build } from 'esbuild'

/**
 * Bundles everything but better-sqlite3 into one CommonJS file, which starts fastest; a dynamic import() in the
 * source becomes a lazy wrapper inside it. The licences of what is bundled are kept beside it.
 */
await build({
  entryPoints: ['bin/larry.ts'],
  outfile: 'dist/larry.cjs',
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  external: ['better-sqlite3'],
  legalComments: 'linked',
  logLevel: 'warning',
})
chmodSync('dist/larry.cjs', 0o755)
