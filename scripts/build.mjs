import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chmodSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { build } from 'esbuild'
import { licensesOf } from './licenses.mjs'
import { toFunctionBody } from './to-function-body.mjs'

const installed = JSON.parse(readFileSync('node_modules/better-sqlite3/package.json', 'utf8'))

/** The version of better-sqlite3 whose JavaScript is bundled; 13 finds its addon in another way, and is left as it is. */
const bundled = installed.version.startsWith('12.') ? installed.version : 'none'

const kyselySchema = 'node_modules/kysely/dist/esm/schema/schema.js'

const bundling = { platform: 'node', target: 'node20', logLevel: 'warning', bundle: true, write: false, metafile: true }

/** What is linked in place of some packages, because it starts faster. */
const linked = {
  name: 'linked',
  setup(plugin) {
    const swap = (filter, inside, path) =>
      plugin.onResolve({ filter }, ({ importer }) => (importer.includes(inside) ? { path: resolve(path) } : undefined))
    swap(/^better-sqlite3$/, '/src/', 'scripts/linked/better-sqlite3.cjs')
    swap(/^bindings$/, 'better-sqlite3', 'scripts/linked/bindings.cjs')
    swap(/schema\/schema\.js$/, 'esm/kysely.js', 'scripts/linked/kysely-schema.cjs')
    swap(/^node:child_process$/, 'commander', 'scripts/linked/child_process.cjs')
    plugin.onResolve({ filter: /^re2js$/ }, () => ({ path: './re2js.cjs', external: true }))
    plugin.onResolve({ filter: /^\.\/kysely-schema\.mjs$/ }, ({ path }) => ({ path, external: true }))
    plugin.onResolve({ filter: /^better-sqlite3$/ }, () => ({ path: 'better-sqlite3', external: true }))
  },
}

/**
 * Bundles everything but better-sqlite3's addon into one file. esbuild splits what is imported on demand from the rest only
 * as ES modules, and those start slower than CommonJS: so its parts become functions of one script, which V8 neither
 * compiles nor keeps in its code cache until they are called.
 */
async function bundleProgram() {
  const { outputFiles, metafile } = await build({
    ...bundling,
    entryPoints: { program: 'bin/program.ts', 'kysely-schema': kyselySchema },
    outdir: 'dist',
    outExtension: { '.js': '.mjs' },
    format: 'esm',
    splitting: true,
    minifyWhitespace: true,
    legalComments: 'none',
    plugins: [linked],
    define: { BUNDLED: JSON.stringify(bundled) },
  })
  const parts = outputFiles
    .filter(({ path }) => path.endsWith('.mjs'))
    .map(({ path, text }) => `${JSON.stringify(`./${basename(path)}`)}(exports){${toFunctionBody(text)}}`)
  return {
    program: `(outside, __dirname) => {
const parts = {\n${parts.join(',\n')}\n}
const loaded = {}
function require(name) {
  if (!Object.hasOwn(parts, name)) return outside(name)
  if (loaded[name] === undefined) {
    loaded[name] = null
    const exports = {}
    parts[name](exports)
    loaded[name] = exports
  }
  if (loaded[name] === null) throw new Error('parts import each other in a circle: ' + name)
  return loaded[name]
}
const __import = async (name) => require(name)
return require('./program.mjs')
}\n`,
    metafile,
  }
}

/** Regular expressions are a quarter of all the code and seldom asked for: a file of their own is not read in vain. */
async function bundlePatterns() {
  const { outputFiles, metafile } = await build({
    ...bundling,
    entryPoints: ['re2js'],
    format: 'cjs',
    minifyWhitespace: true,
    legalComments: 'none',
  })
  return { patterns: outputFiles[0].contents, metafile }
}

/** The file npm links as `larry`: it starts the program with its code cache. */
async function bundleLauncher(hash) {
  const { outputFiles } = await build({
    ...bundling,
    entryPoints: ['bin/larry.ts'],
    format: 'cjs',
    define: { PROGRAM_HASH: JSON.stringify(hash) },
    external: ['../commands/*'],
  })
  return outputFiles[0].contents
}

/** The manual page, which the program tells of itself; with no home it keeps no compiled code. */
function manualPage() {
  return execFileSync(process.execPath, ['dist/larry.cjs', 'help', 'man'], { env: {} })
}

/** Files appear whole, so that a run meanwhile sees the old or the new. */
function put(name, contents, mode) {
  const unfinished = join('dist', `.${process.pid}.tmp`)
  writeFileSync(unfinished, contents)
  chmodSync(unfinished, mode)
  renameSync(unfinished, join('dist', name))
}

const { program, metafile } = await bundleProgram()
// The launcher reads it as Latin-1, which is quicker. esbuild writes text in ASCII, but a pattern such as /ü/ as it stands.
if (/[^\0-\x7f]/.test(program)) throw new Error('a regular expression in the source is not ASCII: write \\u{...}')
const hash = createHash('sha256').update(program).digest('hex').slice(0, 16)
const [launcher, { patterns, metafile: ofPatterns }] = await Promise.all([bundleLauncher(hash), bundlePatterns()])
mkdirSync('dist', { recursive: true })
const old = readdirSync('dist').filter((name) => /^program-.*\.js$/.test(name) && name !== `program-${hash}.js`)
put(`program-${hash}.js`, program, 0o644)
put('re2js.cjs', patterns, 0o644)
put('LICENSES.txt', licensesOf([metafile, ofPatterns]), 0o644)
put('larry.cjs', launcher, 0o755)
put('larry.1', manualPage(), 0o644)
for (const name of old) rmSync(join('dist', name))
