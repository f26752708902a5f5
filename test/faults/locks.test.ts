import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { numbered, program, shellWith, succeed } from '../shell/kit.ts'
import { lacks } from '../support/tools.ts'
import { holdOpen } from './holder.ts'

/** Lines of larry in an order in which each can do its work. */
const lines = [
  'add x',
  'list',
  'done 1 2',
  'undo',
  'edit 3 p:high --dry-run',
  'history list',
  'db info',
  'db check',
  'db backup copy.db',
  'db backup --keep 1',
  'db restore copy.db --yes',
  'db optimize',
  'db migrate --to 1 --yes',
  'list',
]

/** Where a program closed a file it held locked under another descriptor, which ends its locks on the file without a word (fcntl(2)). */
function lostLocks(trace: string, files: readonly string[]): string[] {
  const held = new Map(files.map((file) => [file, { open: 0, locked: false }]))
  return trace.split('\n').flatMap((line) => {
    const name = /^\d+ +(?:close|fcntl)\(\d+<([^>]*)>/.exec(line) ?? /openat\(.* = \d+<([^>]*)>$/.exec(line)
    const file = held.get(name?.[1] ?? '')
    if (file === undefined) return []
    if (line.includes('openat(')) file.open += 1
    if (/l_type=F_(RD|WR)LCK.* = 0$/.test(line)) file.locked = true
    if (/l_type=F_UNLCK, l_whence=SEEK_SET, l_start=0, l_len=0/.test(line)) file.locked = false
    if (!line.includes('close(')) return []
    file.open -= 1
    return file.locked && file.open > 0 ? [line] : []
  })
}

test.skipIf(lacks('strace')).each([
  ['alone', async () => {}],
  ['while another program has the file open', holdOpen],
])('no command lets go of its locks by closing a file it has open twice (%s)', async (_, first) => {
  const sh = await shellWith(numbered(5))
  await first(sh)
  const files = ['', '-shm'].map((end) => `${sh.file}${end}`)
  for (const line of lines) {
    const trace = `strace --seccomp-bpf -f -qq -y -e trace=openat,close,fcntl -e signal=none -o trace`
    await succeed(sh, `${trace} ${program} ${line} > /dev/null`)
    const seen = readFileSync(join(sh.folder, 'trace'), 'utf8')
    expect(seen).toContain(`<${sh.file}>`)
    expect({ line, lost: lostLocks(seen, files) }).toEqual({ line, lost: [] })
  }
})
