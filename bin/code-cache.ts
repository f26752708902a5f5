import {
  closeSync,
  existsSync,
  fstatSync,
  fsyncSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  type Stats,
  writeFileSync,
} from 'node:fs'
import { dirname, isAbsolute, join } from 'node:path'
import { Script } from 'node:vm'
import { groups, rootWords } from '../src/cli/manifest.ts'

/** Put in by the build: the SHA-256 of the program, shortened, as in the name of its file. */
declare const PROGRAM_HASH: string

/** Folders of other programs and Nodes to which nothing was added for so many days are removed. */
const staleDays = 30

interface Loaded<P> {
  readonly program: P
  /** Keeps what V8 has compiled in this run for the next one, where there is nothing yet or nothing that fits. */
  readonly keepCompiled: () => void
}

/**
 * Evaluates `dist/program-<hash>.js` with the machine code of an earlier run of the same verb (V8's code cache, node:vm
 * `cachedData`), which saves compiling: half of the time a command takes. The code is kept by program, Node and machine in
 * a folder only its owner can write, for what is in it is run. Whatever is wrong with it, the program is compiled instead.
 */
export function loadProgram<P>(): Loaded<P> {
  const file = join(__dirname, `program-${PROGRAM_HASH}.js`)
  const place = placeOf(process.argv.slice(2))
  const kept = place === undefined ? undefined : readTwin(place)
  const script = new Script(readFileSync(file, 'latin1'), {
    filename: file,
    ...(kept === undefined ? {} : { cachedData: kept }),
  })
  const fits = kept !== undefined && script.cachedDataRejected !== true
  return {
    program: script.runInThisContext() as P,
    keepCompiled: () => {
      if (place !== undefined && !fits) keep(place, script.createCachedData())
    },
  }
}

interface Place {
  readonly root: string
  readonly folder: string
  readonly name: string
}

/** Where the code of a command line's verb is kept: a verb needs its own part of the program and no more. */
function placeOf(argv: readonly string[]): Place | undefined {
  const { XDG_CACHE_HOME: given = '', HOME: home = '' } = process.env
  const base = isAbsolute(given) ? given : isAbsolute(home) ? join(home, '.cache') : undefined
  const name = verbOf(argv)
  if (base === undefined || name === undefined) return undefined
  const root = join(base, 'larry')
  // V8 refuses code compiled under other flags than it runs with.
  const flags = [...process.execArgv, process.env['NODE_OPTIONS'] ?? '']
    .join('')
    .replaceAll(/[^\w=-]/g, '_')
    .slice(0, 100)
  return { root, folder: join(root, `${PROGRAM_HASH}-${process.version}-${process.arch}${flags}`), name }
}

/** The first word that is one of larry's, with the verb after a noun: good enough to keep what belongs together together. */
function verbOf(argv: readonly string[]): string | undefined {
  if (argv[0] === '__complete') return argv[0]
  const at = argv.findIndex((word) => Object.hasOwn(groups, word) || Object.hasOwn(rootWords, word))
  const [first, next = ''] = argv.slice(at)
  if (at < 0) return undefined
  return Object.hasOwn(groups, first!) && /^[a-z]{2,16}$/.test(next) ? `${first}-${next}` : first
}

/** Reads what `keep` wrote. It is there twice and both must agree: V8 trusts what it is given, and a flipped bit could crash it; comparing costs 0.05 ms, hashing 3. */
function readTwin({ root, folder, name }: Place): Buffer | undefined {
  try {
    if (!isPrivate(lstatSync(root)) || !isPrivate(lstatSync(folder))) return undefined
    const fd = openSync(join(folder, name), 'r')
    try {
      if (!isPrivate(fstatSync(fd))) return undefined
      const both = readFileSync(fd)
      const half = both.length / 2
      return half > 0 && both.subarray(0, half).equals(both.subarray(half)) ? both.subarray(0, half) : undefined
    } finally {
      closeSync(fd)
    }
  } catch {
    return undefined
  }
}

/** Ours, and no link: nobody else can put anything there. */
function isPrivate(found: Stats): boolean {
  return found.uid === process.getuid?.() && (found.mode & 0o022) === 0 && !found.isSymbolicLink()
}

/** Whole or not at all, and on disk before it has its name. A cache that cannot be written is no reason to fail. */
function keep({ root, folder, name }: Place, code: Buffer): void {
  const unfinished = join(folder, `.${name}-${process.pid}`)
  try {
    // Not `recursive`, which never ends where a file system refuses with ENOENT, as /proc does.
    for (const level of [dirname(root), root, folder]) if (!existsSync(level)) mkdirSync(level, { mode: 0o700 })
    if (!isPrivate(lstatSync(root)) || !isPrivate(lstatSync(folder))) return
    write(unfinished, Buffer.concat([code, code]))
    renameSync(unfinished, join(folder, name))
    sweep(root, folder)
  } catch {
    // the next run tries again
  }
}

function write(file: string, bytes: Buffer): void {
  const fd = openSync(file, 'wx', 0o600)
  try {
    writeFileSync(fd, bytes)
    fsyncSync(fd)
  } catch (error) {
    rmSync(file, { force: true })
    throw error
  } finally {
    closeSync(fd)
  }
}

function sweep(root: string, ours: string): void {
  const oldest = Date.now() - staleDays * 86_400_000
  for (const entry of readdirSync(root)) {
    const folder = join(root, entry)
    if (folder !== ours && lstatSync(folder).mtimeMs < oldest) rmSync(folder, { recursive: true })
  }
}
