import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Shell } from '../support/shell.ts'
import { lacks } from '../support/tools.ts'
import { asNobody, expectHealthy, expectRefusal, json, program, shellWith, succeed } from './kit.ts'

interface Attached {
  readonly id: number
  readonly name: string
  readonly size: number
}

const attached = (sh: Shell) => json<Attached[]>(sh, 'attachment list')

/** Peak resident memory of a larry, in MiB. */
async function memoryOf(sh: Shell, line: string): Promise<number> {
  const report = join(sh.folder, 'memory')
  const reporter = join(sh.folder, 'memory.cjs')
  writeFileSync(
    reporter,
    `process.on('exit', () => require('node:fs').writeFileSync(${JSON.stringify(report)}, String(process.resourceUsage().maxRSS)))`,
  )
  await succeed(sh, line.replace('larry', `NODE_OPTIONS='--require ${reporter}' larry`))
  return Number(readFileSync(report, 'utf8')) / 1024
}

test('a file of 100 MiB takes no more memory than one of 1 MiB, from a file and a pipe, and comes back byte for byte', async () => {
  const sh = await shellWith(['one'])
  await succeed(
    sh,
    'head -c 1048576 /dev/urandom > small; head -c 104857600 /dev/urandom > big; larry task attach 1 small',
  )
  const small = await memoryOf(sh, 'larry task attach 1 small --name warm')
  expect((await memoryOf(sh, 'larry task attach 1 big')) - small).toBeLessThan(20)
  expect((await memoryOf(sh, 'cat big | larry task attach 1 - --name piped')) - small).toBeLessThan(20)
  await succeed(sh, 'larry attachment get 3 | cmp - big; larry attachment get 4 -o out; cmp out big; rm out')
  expect((await memoryOf(sh, 'larry attachment get 4 -o out')) - small).toBeLessThan(20)
  expect((await memoryOf(sh, 'larry attachment verify')) - small).toBeLessThan(20)
  expect((await attached(sh)).map(({ name, size }) => [name, size])).toEqual([
    ['small', 1_048_576],
    ['warm', 1_048_576],
    ['big', 104_857_600],
    ['piped', 104_857_600],
  ])
  expectRefusal(await sh.bash('cat big <(echo) | larry task attach 1 -'), 2, /standard input is larger than 100 MiB/)
  expect(await succeed(sh, 'du -m larry.db.attachments | tail -1 | cut -f1; find . -name "*.tmp"')).toMatch(
    /^10[0-4]\n$/,
  )
})

test('an endless source is stopped at the limit, and nothing of it stays', async () => {
  const sh = await shellWith(['one'])
  await succeed(sh, 'mkdir -p .config/larry; echo \'attachment_limit = "3MiB"\' > .config/larry/config.toml')
  expectRefusal(await sh.bash('larry task attach 1 - < /dev/zero'), 2, /standard input is larger than 3 MiB/)
  expectRefusal(await sh.bash('larry task attach 1 <(yes)'), 2, /\/dev\/fd\/\d+ is larger than 3 MiB/)
  expect(await succeed(sh, 'find larry.db.attachments -type f')).toBe('')
})

test('what a shell substitutes for a file, and a named pipe, are read to their end', async () => {
  const sh = await shellWith(['one'])
  await succeed(
    sh,
    'larry task attach 1 <(printf substituted) --name s.txt; mkfifo pipe; printf piped > pipe & larry task attach 1 pipe',
  )
  expect(await succeed(sh, 'larry attachment get 1; echo; larry attachment get 2')).toBe('substituted\npiped')
})

test('a file that grows while it is read is refused', async () => {
  const sh = await shellWith(['one'])
  const ran = await sh.bash(`head -c 30000000 /dev/zero > log; while :; do echo line >> log; done & writer=$!
    larry task attach 1 log; code=$?; kill $writer; exit $code`)
  expect(ran).toMatchObject({
    code: 4,
    stdout: '',
    stderr: expect.stringMatching(/log changed while it was read\n {2}hint: /),
  })
  expect(await attached(sh)).toEqual([])
})

test.skipIf(lacks('setpriv'))('a file that may not be read is refused', async () => {
  const sh = await shellWith(['one'])
  await succeed(sh, 'echo secret > secret; chmod 600 secret; echo x > open; chmod 777 .; chmod 666 larry.db*')
  const ran = await sh.bash(`HOME=/nonexistent ${asNobody} ${program} task attach 1 open secret`)
  expectRefusal(ran, 5, /permission denied: .*secret/)
  expect(await attached(sh)).toEqual([])
})

test('whatever the umask, only the owner can read what is kept, backed up and gotten', async () => {
  const sh = await shellWith(['one'])
  await succeed(
    sh,
    'umask 000; echo x > a; larry task attach 1 a; larry db backup b.db --with-attachments; larry attachment get 1 -o out',
  )
  const modes = await succeed(sh, "find larry.db.attachments b.db.attachments out -printf '%y %m\\n' | sort -u")
  expect(modes).toBe('d 700\nf 600\n')
  expect(statSync(join(sh.folder, 'out')).mode & 0o777).toBe(0o600)
})

test('a reader that leaves early is no failure', async () => {
  const sh = await shellWith(['one'])
  await succeed(sh, 'head -c 3000000 /dev/zero > zeros; larry task attach 1 zeros')
  const ran = await sh.bash('larry attachment get 1 | head -c 10 > /dev/null; echo "${PIPESTATUS[0]}"')
  expect(ran).toEqual({ code: 0, stdout: '0\n', stderr: '' })
})

test('many processes that attach the same content at once store it once, and each its row', async () => {
  const sh = await shellWith(['one'])
  await succeed(
    sh,
    `head -c 3000000 /dev/urandom > same; for i in 1 2 3 4 5 6; do ${program} task attach 1 same --name $i -q & done
     for i in 1 2 3 4 5 6; do wait -n; done`,
  )
  expect((await attached(sh)).map(({ name }) => name).toSorted()).toEqual(['1', '2', '3', '4', '5', '6'])
  expect(await succeed(sh, 'find larry.db.attachments -type f | wc -l; larry attachment verify > /dev/null')).toBe(
    '1\n',
  )
})

test('sweeping while others attach and remove never takes a file a task has', async () => {
  const sh = await shellWith(['one'])
  const ran = await sh.bash(`echo same > same; touch -d '2 days ago' same
    (while [ ! -e stop ]; do larry attachment sweep --removed --yes > /dev/null || echo sweep >> failed; done) & sweeper=$!
    for who in a b; do (for i in 1 2 3 4 5 6; do
      id=$(${program} task attach 1 same --name $who$i -q 2>> said) || { echo "$?" >> codes; continue; }
      echo $who$i >> acks; [ $((i % 2)) = 0 ] || { ${program} attachment rm $id --yes -q > /dev/null && echo $who$i >> gone; }
    done) & done; wait -n; wait -n; touch stop; wait $sweeper
    grep -v 'warning\\|swept\\|hint' said; grep -v 4 codes 2> /dev/null; cat failed 2> /dev/null; larry attachment verify > /dev/null; echo "verify $?"`)
  expect(ran.stdout).toBe('verify 0\n')
  const lines = (name: string) => readFileSync(join(sh.folder, name), 'utf8').trim().split('\n')
  const kept = lines('acks').filter((name) => !lines('gone').includes(name))
  expect((await attached(sh)).map(({ name }) => name).toSorted()).toEqual(kept.toSorted())
  await expectHealthy(sh)
})
