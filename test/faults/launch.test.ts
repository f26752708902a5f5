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
import { shell } from '../support/shell.ts'
import { lacks } from '../support/tools.ts'
import { longRun, randomFor, roundsOf, tally } from './figures.ts'
import { misbehaved } from './told.ts'

test('names that SQLite takes for no file are refused before anything is written', async () => {
  const sh = shell()
  for (const name of ['', '   ', ':memory:', 'file:x.db?mode=memory', 'x.db ', '\t'])
    for (const line of ['add x', 'db migrate', 'db backup b.db']) {
      const ran = await sh.bash(`larry ${line}`, { LARRY_DB: name })
      expect(ran).toMatchObject({ code: expect.toBeOneOf([3, 5]), stdout: '' })
    }
  expectRefusal(await sh.bash(`larry --db '' add x`), 5, /name/)
  expect(await succeed(sh, 'ls -A')).toBe('')
})

test('without a home folder nothing is written into the working folder', async () => {
  const sh = shell()
  for (const home of ['', 'relative', '.'])
    expectRefusal(await sh.bash('unset LARRY_DB; larry add x', { HOME: home }), 5, /home/)
  expect(await succeed(sh, 'ls -A')).toBe('')
})

test('without a home folder a named file is enough, as the hint says', async () => {
  const sh = shell()
  expect(await sh.bash(`larry --db "$PWD/named.db" add x -q`, { HOME: '' })).toEqual({
    code: 0,
    stdout: '1\n',
    stderr: '',
  })
})

test('relative XDG folders are ignored', async () => {
  const sh = shell()
  await succeed(sh, 'unset LARRY_DB; larry add x; larry db backup', {
    XDG_DATA_HOME: 'data',
    XDG_CONFIG_HOME: 'config',
    XDG_STATE_HOME: 'state',
    XDG_CACHE_HOME: 'cache',
  })
  expect(await succeed(sh, 'ls -A')).toBe('.cache\n.local\n')
})

test('in a working folder that is gone a named file is served, and the default one', async () => {
  const sh = await shellWith(['one'])
  const gone = 'mkdir -p gone; cd gone; rmdir ../gone'
  for (const line of ['list', 'add two -q', 'db check', 'db backup', 'undo', '--help']) {
    const ran = await sh.bash(`${gone}; larry ${line}`)
    expect({ line, wrong: misbehaved(ran) }).toEqual({ line, wrong: undefined })
  }
  expect(await titlesOf(sh)).toEqual(['one'])
  await expectHealthy(sh)
})

test.skipIf(lacks('setpriv'))(
  'a user the system does not know needs a home or a named file, and is told so',
  async () => {
    const sh = shell()
    await succeed(sh, 'chmod 777 .')
    const stranger = `setpriv --reuid=54321 --regid=54321 --clear-groups env -u HOME -u LARRY_DB`
    expectRefusal(await sh.bash(`${stranger} ${program} add x`), 5, /home/)
    expect(await sh.bash(`${stranger} ${program} --db $PWD/named.db add x -q`)).toMatchObject({
      code: 0,
      stdout: '1\n',
    })
    expect(await sh.bash(`${stranger} HOME=$PWD/home ${program} add x -q`)).toMatchObject({ code: 0, stdout: '1\n' })
  },
)

test.each(['000', '777', '277'])('under umask %s larry can read what it makes', async (mask) => {
  const sh = shell()
  const ran = await sh.bash(
    `umask ${mask}; unset LARRY_DB; larry add one -q; larry add two -q; larry db backup; larry db check`,
  )
  expect(misbehaved(ran)).toBeUndefined()
})

test('with few file descriptors a command is done wholly or not at all', longRun, async () => {
  const sh = await shellWith(numbered(20))
  const random = randomFor('few descriptors')
  let acknowledged = (await titlesOf(sh)).length
  for (let round = 0; round < roundsOf(0.2); round++) {
    const count = 17 + Math.floor(random() * 9)
    const ran = await sh.bash(`ulimit -n ${count}; exec ${program} add 'round ${round}' -q`)
    tally(`few file descriptors: ${ran.code === 0 ? 'done' : 'refused'}`)
    if (ran.code === 0) acknowledged++
    expect((await titlesOf(sh)).length, `${count} descriptors: ${ran.code} ${ran.stderr}`).toBe(acknowledged)
    if (ran.stderr.startsWith('larry:')) expectRefusal(ran, 5, /./)
  }
  const before = await everything(sh)
  await succeed(
    sh,
    '(ulimit -n 20; larry db backup few.db; larry db restore few.db --yes; larry db migrate --to 1 --yes) || true',
  )
  expect(await everything(sh)).toBe(before)
  await expectHealthy(sh)
})

test.skipIf(lacks('strace'))('a folder that another larry makes meanwhile is taken as it is', async () => {
  const sh = shell()
  const ran = await sh.bash(`unset LARRY_DB; (until [ -d .local/share ]; do :; done; mkdir -m 700 .local/share/larry) &
    strace --seccomp-bpf -f -qq -o trace -e trace=mkdir -e inject=mkdir:delay_enter=300000 ${program} add one -q`)
  expect(ran).toEqual({ code: 0, stdout: '1\n', stderr: '' })
})
