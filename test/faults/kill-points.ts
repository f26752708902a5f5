import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { randomFor, rounds, roundsOf, tally } from './figures.ts'
import { type Trial, trialOf } from './trial.ts'

const calls = 'openat,write,pwrite64,ftruncate,fsync,fdatasync,rename,link,unlink,fcntl,mkdir'

/** What is done to which system calls; `from` to the call and all of its name after it. */
const faults: readonly { readonly name: string; readonly of: RegExp; readonly inject: string; readonly from?: true }[] =
  [
    { name: 'SIGKILL', of: /./, inject: 'signal=KILL' },
    { name: 'EIO', of: /^(?!unlock)/, inject: 'error=EIO' },
    { name: 'ENOSPC', of: /^(openat|write|pwrite64|ftruncate|fsync|rename|link|mkdir)$/, inject: 'error=ENOSPC' },
    { name: 'EINTR', of: /^(openat|write|pwrite64|ftruncate|fsync)$/, inject: 'error=EINTR' },
    { name: 'EIO from there on', of: /^(pwrite64|fsync|ftruncate)$/, inject: 'error=EIO', from: true },
    { name: 'ENOSPC from there on', of: /^(write|pwrite64)$/, inject: 'error=ENOSPC', from: true },
  ]

/** A system call of the command on its own files: its name, and which of that name it is; `does` is the name but for unlocking, which fails on no disk. */
interface Point {
  readonly call: string
  readonly nth: number
  readonly does: string
}

const traced = (options: string, command: string) => `strace -f --seccomp-bpf -qq ${options} ${command}`

/** Kills or fails a command at each of its system calls on files, in the suite at some of them; answers every point where that did harm. */
export async function sweep(trial: Trial): Promise<string[]> {
  const { sh, disturb } = await trialOf(trial, (command) => traced(`-y -o trace -e trace=${calls}`, command))
  const points = pointsOf(readFileSync(join(sh.folder, 'trace'), 'utf8'), sh.folder)
  const all = faults.flatMap((fault) =>
    points.filter(({ does }) => fault.of.test(does)).map((at) => ({ fault, ...at })),
  )
  const tries = rounds < 1000 ? some(all, roundsOf(0.3), randomFor(trial.name)) : all
  const wrong: string[] = []
  for (const [i, { fault, call, nth }] of tries.entries()) {
    const inject = `${call}:${fault.inject}:when=${nth}${fault.from ? '+' : ''}`
    const { told } = await disturb((line) => traced(`-o trace -e trace=${call} -e inject=${inject}`, line), i)
    if (told !== undefined) wrong.push(`${inject}: ${told}`)
    tally(`faults at single system calls: ${fault.name}`)
  }
  return wrong
}

/** The command's system calls on files of its own, from what strace wrote of its main thread; of fcntl the locks, for Node asks for flags too. */
function pointsOf(trace: string, folder: string): Point[] {
  const counts = new Map<string, number>()
  const pid = trace.slice(0, trace.indexOf(' '))
  return trace.split('\n').flatMap((line) => {
    const call = line.startsWith(`${pid} `) ? /^\d+ +(\w+)\(/.exec(line)?.[1] : undefined
    if (call === undefined) return []
    const nth = (counts.get(call) ?? 0) + 1
    counts.set(call, nth)
    if (call === 'fcntl' && !/F_[SG]ETLK/.test(line)) return []
    return line.includes(`${folder}/`) ? [{ call, nth, does: line.includes('F_UNLCK') ? 'unlock' : call }] : []
  })
}

/** So many of them, each once. */
function some<T>(all: readonly T[], count: number, chance: () => number): T[] {
  const left = [...all]
  return Array.from({ length: Math.min(count, all.length) }, () => {
    return left.splice(Math.floor(chance() * left.length), 1)[0]!
  })
}
