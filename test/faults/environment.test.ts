import { spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { isAbsolute, join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { type Finished, shell } from '../support/shell.ts'
import { lacks } from '../support/tools.ts'
import { longRun, randomFor, roundsOf, tally } from './figures.ts'
import { surroundings } from './surroundings.ts'
import { misbehaved } from './told.ts'
import { pick } from './varied.ts'

const built = resolve('dist/larry.cjs')

/** Calls of the system that make, change or take away a file. */
const changing =
  'openat,open,creat,mkdir,mkdirat,rename,renameat,renameat2,link,linkat,unlink,unlinkat,symlink,chmod,fchmodat'

function run(folder: string, env: Record<string, string>, command: readonly string[]): Finished {
  const [file, ...args] = command as [string, ...string[]]
  const { status, stdout, stderr } = spawnSync(file, args, {
    cwd: join(folder, 'work'),
    env,
    encoding: 'utf8',
    input: '',
  })
  return { code: status ?? -1, stdout, stderr }
}

/** The paths outside of `folder` that a traced run opened to write, made, renamed or removed. */
function strayed(trace: string, folder: string): string[] {
  return readFileSync(trace, 'utf8')
    .split('\n')
    .filter((line) => !/ = -1 |O_RDONLY|^\S+ (\+\+\+|---)/.test(line))
    .flatMap((line) => [...line.matchAll(/"((?:[^"\\]|\\.)*)"/g)].map(([, path]) => path!))
    .filter((path) => isAbsolute(path) && !path.startsWith(folder) && !path.startsWith('/dev/'))
}

const verbs = [
  ['list'],
  ['done', '1'],
  ['redo'],
  ['db', 'backup'],
  ['db', 'check'],
  ['history', 'list'],
  ['db', 'info'],
  ['--help'],
]

/** Runs larry in odd surroundings; answers what it did wrong. */
function complaints(folder: string, random: () => number, trace: boolean): string[] {
  const env = surroundings(folder, random)
  const larry = (...argv: string[]) => run(folder, env, [process.execPath, built, ...argv])
  const wrong: string[] = []
  const judge = (what: string, ran: Finished) => {
    const bad = misbehaved(ran)
    if (bad !== undefined) wrong.push(`${what}: ${bad}`)
  }
  const added = larry('add', 'Pay rent', '+home')
  judge('add', added)
  tally(added.code === 0 ? 'odd surroundings: worked' : 'odd surroundings: refused')
  for (const verb of [pick(random, verbs), pick(random, verbs)]) judge(verb.join(' '), larry(...verb))
  if (added.code === 0) {
    const path = larry('db', 'path', '--json')
    const { path: file } = JSON.parse(path.stdout) as { path: string }
    const found = run(folder, { HOME: join(folder, 'plain') }, [
      process.execPath,
      built,
      '--db',
      file,
      'list',
      '--all',
      '--count',
    ])
    if (found.stdout !== '1\n') wrong.push(`what was added is not in ${file}: ${found.stdout}${found.stderr}`)
  }
  if (trace) {
    const traced = ['strace', '-f', '-y', '-s', '4096', '-e', `trace=${changing}`, '-o', join(folder, 'trace')]
    run(folder, { ...env, PATH: process.env['PATH'] ?? '' }, [...traced, process.execPath, built, 'add', 'more'])
    wrong.push(...strayed(join(folder, 'trace'), folder).map((path) => `wrote outside of its place: ${path}`))
  }
  const named = env['LARRY_DB'] ?? ''
  const here = readdirSync(join(folder, 'work')).filter(
    (name) => isAbsolute(named) || !name.startsWith(named) || named === '',
  )
  if (here.length > 0) wrong.push(`left ${here.join(', ')} in the working folder`)
  if (readFileSync(join(folder, 'file'), 'utf8') !== 'precious') wrong.push('wrote over a file')
  return wrong.map((what) => `${JSON.stringify(env)}: ${what}`)
}

test('in odd surroundings larry works or says what is wrong, and writes nowhere else', longRun, () => {
  const random = randomFor('odd surroundings')
  const { folder } = shell()
  const canTrace = !lacks('strace')
  const wrong: string[] = []
  for (let round = 0; round < roundsOf(0.5); round++) {
    const place = join(folder, String(round))
    mkdirSync(place)
    wrong.push(...complaints(place, random, canTrace && round % 5 === 0).map((what) => `round ${round}: ${what}`))
  }
  expect(wrong).toEqual([])
})
