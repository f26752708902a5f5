import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import { succeed } from '../shell/kit.ts'
import type { Shell } from '../support/shell.ts'

/** What a program asked of the disk, in the order the kernel answered. `began` counts the events before the call did. */
export type DiskCall =
  | { readonly kind: 'create' | 'remove'; readonly path: string }
  | { readonly kind: 'move' | 'link'; readonly path: string; readonly to: string }
  | { readonly kind: 'write'; readonly path: string; readonly data: Buffer; readonly at: number | undefined }
  | { readonly kind: 'cut'; readonly path: string; readonly length: number }
  | { readonly kind: 'sync'; readonly path: string; readonly began: number }
  /** The script said so: `start 3` before its third command, `ack 3` once that had ended with exit code 0. */
  | { readonly kind: 'mark'; readonly says: string }

const calls = 'openat,write,pwrite64,ftruncate,fsync,fdatasync,rename,link,unlink'

/** Runs commands one after another, or several such rows at once, and answers all they asked of the disk below the shell's folder. */
export async function record(sh: Shell, ...rows: readonly (readonly string[])[]): Promise<DiskCall[]> {
  const row = (lines: readonly string[], at: number) =>
    lines.map((line, i) => {
      const name = `${'abcdef'[at]}${i + 1}`
      return `echo start ${name} >> marks; ${line} > /dev/null && echo ack ${name} >> marks || echo failed ${name} >> marks`
    })
  const script = rows.map((lines, at) => `{ ${row(lines, at).join('\n')}\n} &`).join('\n')
  await succeed(
    sh,
    `cat > script << 'END'\n${script}\nwait\nEND
     strace -f --seccomp-bpf -qq -y -xx -s 10000000 -o trace -e trace=${calls} -e signal=none bash script`,
  )
  expect(readFileSync(join(sh.folder, 'marks'), 'utf8')).not.toContain('failed')
  return read(readFileSync(join(sh.folder, 'trace'), 'latin1').split('\n'), sh.folder)
}

function read(lines: readonly string[], folder: string): DiskCall[] {
  const events: DiskCall[] = []
  const begun = new Map<string, { readonly text: string; readonly began: number }>()
  for (const line of lines) {
    const space = line.indexOf(' ')
    const pid = line.slice(0, space)
    const text = line.slice(space).trimStart()
    if (text.endsWith(' <unfinished ...>')) {
      begun.set(pid, { text: text.slice(0, -17), began: events.length })
      continue
    }
    const rest = /^<\.\.\. \w+ resumed>/.exec(text)?.[0]
    const call = rest === undefined ? { text, began: events.length } : begun.get(pid)!
    const event = eventOf(rest === undefined ? text : call.text + text.slice(rest.length), call.began, folder)
    if (event !== undefined) events.push(event)
  }
  return events
}

const unhex = (text: string) => Buffer.from(text.replaceAll('\\x', ''), 'hex')

/** One finished line of strace; undefined for what failed, changed nothing or lies elsewhere. */
function eventOf(text: string, began: number, folder: string): DiskCall | undefined {
  const [open, answer] = [text.indexOf('('), text.lastIndexOf(' = ')]
  if (answer < 0 || text.startsWith(' = -1', answer) || text.startsWith(' = ?', answer)) return undefined
  const name = text.slice(0, open)
  const words = text.slice(open + 1, text.lastIndexOf(')', answer)).split(', ')
  const path = (word: string | undefined) => unhex(/[<"]([^">]*)[>"]/.exec(word ?? '')?.[1] ?? '').toString()
  const first = path(words[name === 'openat' ? 1 : 0])
  if (!first.startsWith(folder) || first.endsWith('-shm')) return undefined
  const data = () => unhex(words[1]!.slice(1, -1)).subarray(0, Number.parseInt(text.slice(answer + 3), 10))
  if (first === join(folder, 'marks'))
    return name === 'write' ? { kind: 'mark', says: data().toString().trim() } : undefined
  switch (name) {
    case 'openat':
      return words[2]!.includes('O_CREAT') ? { kind: 'create', path: first } : undefined
    case 'unlink':
      return { kind: 'remove', path: first }
    case 'rename':
    case 'link':
      return { kind: name === 'link' ? 'link' : 'move', path: first, to: path(words[1]) }
    case 'ftruncate':
      return { kind: 'cut', path: first, length: Number(words[1]) }
    case 'fsync':
    case 'fdatasync':
      return { kind: 'sync', path: first, began }
    default:
      return { kind: 'write', path: first, data: data(), at: name === 'pwrite64' ? Number(words[3]) : undefined }
  }
}
