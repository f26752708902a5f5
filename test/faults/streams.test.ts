import { statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import {
  everything,
  expectHealthy,
  expectRefusal,
  numbered,
  program,
  shellWith,
  succeed,
  titlesOf,
} from '../shell/kit.ts'
import { lacks } from '../support/tools.ts'
import { longRun, randomFor, roundsOf, tally } from './figures.ts'
import { misbehaved } from './told.ts'
import { pick } from './varied.ts'

/** Python that runs a command on a terminal of its own, which goes away at the first question. Prints how it ended. */
const hangUp = `import os, pty, sys
pid, terminal = pty.fork()
if pid == 0:
    os.execvp('bash', ['bash', '-c', sys.argv[1]])
seen = b''
while b'[y/N]' not in seen: seen += os.read(terminal, 1000)
os.close(terminal)
print(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))`

test.skipIf(lacks('python3')).each(['rm 1 2 3', 'db restore good.db'])(
  'a terminal that goes away at the question of %s is no yes',
  async (line) => {
    const sh = await shellWith(numbered(5))
    await succeed(sh, 'larry db backup good.db; larry add more -q')
    const before = await everything(sh)
    const script = `timeout 60 python3 -c "$HANG_UP" "exec ${program} ${line}"`
    expect(await succeed(sh, script, { HANG_UP: hangUp })).toBe('-1\n')
    expect(await everything(sh)).toBe(before)
    await expectHealthy(sh)
  },
)

test('output cut off in the middle is one line and exit 1', async () => {
  const sh = await shellWith(numbered(2000))
  for (const line of ['list', 'list --format csv', 'history show 1']) {
    const ran = await sh.bash(`(ulimit -f 40; larry ${line} > out)`)
    expectRefusal(ran, 1, /^larry: the output could not be written/)
    expect(statSync(join(sh.folder, 'out')).size).toBe(40 * 1024)
  }
})

test('a change whose answer cannot be written is saved, which is said, and a dry run is none', async () => {
  const sh = await shellWith(['one'])
  for (const line of ['add two', 'edit 1 p:high', 'rm 1 --yes', 'undo'])
    expectRefusal(await sh.bash(`larry ${line} > /dev/full`), 1, /written \(ENOSPC\); the change itself is saved/)
  expectRefusal(await sh.bash('larry add three --dry-run > /dev/full'), 1, /written \(ENOSPC\)\n/)
  expect(await titlesOf(sh)).toEqual(['one', 'two'])
})

test.skipIf(lacks('python3'))('a pipe that takes little at a time gets every byte of text beyond ASCII', async () => {
  const sh = await shellWith()
  await succeed(sh, `printf '${'日本語'.repeat(100)} %s\\n' {1..500} | larry add - --literal -q`)
  const unblock = `python3 -c 'import os; os.set_blocking(1, False)'`
  for (const format of ['json', 'tsv', 'table']) {
    const list = `larry list --format ${format}`
    const slowly = `${list} > file; (${unblock}; ${list}) | (sleep 0.3; cat) | cmp - file`
    expect({ format, ...(await sh.bash(slowly)) }).toEqual({ format, code: 0, stdout: '', stderr: '' })
  }
})

test('with any of the standard streams closed nothing larry says or reads goes into the file', longRun, async () => {
  const sh = await shellWith(['one'])
  const random = randomFor('closed streams')
  let count = 1
  for (let round = 0; round < roundsOf(0.2); round++) {
    const closed = ['<&-', '>&-', '2>&-'].filter(() => random() < 0.5).join(' ')
    const line = pick(random, [
      'add x -q',
      'list',
      'done -',
      'history list',
      'db check',
      'db backup',
      'nonsense',
      'show 99',
    ])
    const { code, stdout, stderr } = await sh.bash(`larry ${line} ${closed}; echo "code $?" > ended; cat ended`)
    const ended = Number(/code (\d+)\n$/.exec(stdout)?.[1])
    const wrong = misbehaved({ code: ended, stderr: `${stderr} ` })
    expect(wrong, `round ${round}: ${line} ${closed}: ${code}`).toBeUndefined()
    if (line.startsWith('add') && ended === 0) count++
    expect(await titlesOf(sh), `round ${round}: ${line} ${closed}`).toHaveLength(count)
    tally('standard streams closed')
  }
  await expectHealthy(sh)
})
