import { chmodSync, mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'

/**
 * Bundles everything but better-sqlite3 into one CommonJS file, which starts fastest; a dynamic import() in the
 * source becomes a lazy wrapper inside it. The licences of what is bundled are kept beside it. Files appear whole.
 */
const { outputFiles } = await build({
  entryPoints: ['bin/larry.ts'],
  outfile: 'dist/larry.cjs',
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  external: ['better-sqlite3'],
  legalComments: 'linked',
  logLevel: 'warning',
  write: false,
})
mkdirSync('dist', { recursive: true })
for (const { path, contents } of outputFiles) {
  const unfinished = join('dist', `.${process.pid}.tmp`)
  writeFileSync(unfinished, contents)
  chmodSync(unfinished, path.endsWith('.cjs') ? 0o755 : 0o644)
  renameSync(unfinished, path)
}
