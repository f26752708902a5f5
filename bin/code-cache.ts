import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs'
import { dirname, isAbsolute, join } from 'node:path'
import { Script } from 'node:vm'

/** Put in by the build: the SHA-256 of `dist/program.js`, shortened, and the nouns of the command line. */
declare const PROGRAM_HASH: string
declare const NOUNS: readonly string[]

/** Code of programs not run for so many days is removed. */
const staleDays = 30

interface Loaded<P> {
  readonly program: P
  /** Keeps what V8 has compiled in this run for the next one, where there is nothing yet or nothing that fits. */
  readonly keepCompiled: () => void
}

/**
 * Evaluates `dist/program.js` with the machine code of an earlier run of the same verb (V8's code cache, node:vm
 * `cachedData`), which saves compiling: half of the time a command takes. The code is kept by program, Node and machine in
 * a folder only its owner can write, for what is in it is run. Whatever is wrong with it, the program is compiled instead.
 */
export function loadProgram<P>(): Loaded<P> {
  const file = join(__dirname, 'program.js')
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
  const words = argv.filter((word) => !word.startsWith('-'))
  const verb = words.slice(0, NOUNS.includes(words[0] ?? '') ? 2 : 1).join('-')
  if (base === undefined || !/^[a-z-]{1,32}$/.test(verb)) return undefined
  const root = join(base, 'larry')
  // V8 refuses code compiled under other flags than it runs with.
  const flags = [...process.execArgv, process.env['NODE_OPTIONS'] ?? '']
    .join('')
    .replaceAll(/[^\w=-]/g, '_')
    .slice(0, 100)
  return { root, folder: join(root, `${PROGRAM_HASH}-${process.version}-${process.arch}${flags}`), name: verb }
}

/** Reads what `keep` wrote. It is there twice and both must agree: V8 trusts what it is given, and a flipped bit could crash it; comparing costs 0.05 ms, hashing 3. */
function readTwin({ folder, name }: Place): Buffer | undefined {
  try {
    if (!isPrivate(folder)) return undefined
    const both = readFileSync(join(folder, name))
    const half = both.length / 2
    return half > 0 && both.subarray(0, half).equals(both.subarray(half)) ? both.subarray(0, half) : undefined
  } catch {
    return undefined
  }
}

function isPrivate(folder: string): boolean {
  const { uid, mode } = statSync(folder)
  return uid === process.getuid?.() && (mode & 0o022) === 0
}

/** Whole or not at all, and on disk before it has its name. A cache that cannot be written is no reason to fail. */
function keep({ root, folder, name }: Place, code: Buffer): void {
  try {
    // Not `recursive`, which never ends where a file system refuses with ENOENT, as /proc does.
    for (const level of [dirname(root), root, folder]) if (!existsSync(level)) mkdirSync(level, { mode: 0o700 })
    if (!isPrivate(folder)) return
    const unfinished = join(folder, `.${name}-${process.pid}`)
    const fd = openSync(unfinished, 'wx', 0o600)
    writeSync(fd, code)
    writeSync(fd, code)
    fsyncSync(fd)
    closeSync(fd)
    renameSync(unfinished, join(folder, name))
    sweep(root, folder)
  } catch {
    // the next run tries again
  }
}

function sweep(root: string, ours: string): void {
  const oldest = Date.now() - staleDays * 86_400_000
  for (const entry of readdirSync(root)) {
    const folder = join(root, entry)
    if (folder !== ours && statSync(folder).mtimeMs < oldest) rmSync(folder, { recursive: true })
  }
}
