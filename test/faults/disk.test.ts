import { expect, test } from 'vitest'
import { succeed } from '../shell/kit.ts'
import { shell } from '../support/shell.ts'
import { lacks } from '../support/tools.ts'
import { longRun, randomFor, roundsOf } from './figures.ts'
import { hungry, type Starvation, starve, starving } from './starved.ts'

const fullDisk: Starvation = {
  shelf: `unshare -rm bash -c 'mount -t tmpfs -o size=6M none disk || exit 99; exec bash "$@"' bash`,
  run: `avail=$(df --output=avail -k disk | tail -1); head -c $(((avail - room) * 1024)) /dev/zero > disk/fill
    larry LINE > seen 2> said; code=$?; rm disk/fill`,
  figure: 'disk full at a random moment',
}

const sizeLimit: Starvation = {
  shelf: 'bash',
  run: '(ulimit -f $room; larry LINE 2>&1 > /dev/null) | cat > said; code=${PIPESTATUS[0]}',
  figure: 'file size limit at a random size',
}

/** Starves each command often, with less than `most` kilobytes, little of it oftener. */
async function complaints(how: Starvation, most: number): Promise<string[]> {
  const sh = await starving()
  const random = randomFor(how.figure)
  const wrong: string[] = []
  for (const line of hungry) {
    const rooms = Array.from({ length: roundsOf(0.03, 1) }, () => Math.floor(random() ** 2 * most))
    wrong.push(...(await starve(sh, how, line, rooms)))
  }
  return wrong
}

test.skipIf(lacks('unshare'))(
  'on a disk with little room a command is done wholly or not at all, and says which',
  longRun,
  async () => {
    expect(await complaints(fullDisk, 1000)).toEqual([])
  },
)

test.skipIf(lacks('unshare'))('a backup that just does not fit leaves nothing of itself behind', longRun, async () => {
  const sh = await starving()
  const size = Number(await succeed(sh, 'stat -c %s state/larry/backups/larry-20261123T090000Z.db')) / 1024
  const random = randomFor('a backup that just does not fit')
  const rooms = Array.from({ length: roundsOf(0.05) }, () => Math.floor(size + 20 + random() * 40))
  const how = { ...fullDisk, figure: 'disk full at the end of a backup' }
  const wrong = await starve(sh, how, 'db backup', rooms)
  expect([...wrong, ...(await starve(sh, how, 'db backup $PWD/disk/new.db', rooms))]).toEqual([])
})

test('under a file size limit a command is done wholly or not at all, and says which', longRun, async () => {
  expect(await complaints(sizeLimit, 1000)).toEqual([])
})

test.skipIf(lacks('unshare'))(
  'on a full disk a command changes nothing and says so, reading works, and room makes it well again',
  async () => {
    const sh = shell()
    await succeed(sh, 'mkdir disk; seq 1 15000 > many')
    const ran = await sh.bash(`unshare -rm bash -c 'mount -t tmpfs -o size=2M none disk || exit 99
    export LARRY_DB=$PWD/disk/l.db; larry add one -q; larry add - --literal -q < many 2> said1; echo $?; larry list --ids
    larry db check > /dev/null; echo $?; head -c 5000000 /dev/zero > disk/fill 2> /dev/null
    larry add two -q 2> said2; echo $?; larry list --ids; larry db backup disk/b.db 2> said3; echo $?; ls disk | grep -v ^l.db; rm disk/fill
    larry add three -q; larry db check > /dev/null; echo $?; ls -A disk | grep tmp'; cat said1 said2 said3 | grep -v hint:`)
    expect(ran.stdout).toMatch(/^1\n5\n1\n0\n5\n1\n5\nfill\n2\n0\nlarry: .*\nlarry: .*\nlarry: .*\n$/)
    expect(ran.stdout).toMatch(/disk (is|may be) full/)
  },
)

test.skipIf(lacks('unshare'))('adds until the disk is full: what was acknowledged is there', async () => {
  const sh = shell()
  const ran =
    await sh.bash(`mkdir disk; unshare -rm bash -c 'mount -t tmpfs -o size=500k none disk || exit 99; export LARRY_DB=$PWD/disk/l.db
    for i in $(seq 60); do larry add "$(printf %4000d $i)" -q 2>> said || break; done > acks; larry list --sort id --ids | cmp - acks; echo "same $?"; wc -l < acks'`)
  expect(ran.stdout).toMatch(/^same 0\n/)
  expect(Number(ran.stdout.split('\n')[1])).toBeGreaterThan(0)
  expect(Number(ran.stdout.split('\n')[1])).toBeLessThan(60)
})
