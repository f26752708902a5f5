import { expect, test } from 'vitest'
import { type Shell, shell } from '../support/shell.ts'
import { expectRefusal, succeed } from './kit.ts'

const count = 'with recursive n(i) as (select 1 union all select i + 1 from n)'

async function prepared(): Promise<Shell> {
  const sh = shell()
  await succeed(sh, 'larry add "Paint the fence" -q')
  return sh
}

/** How many processes still ask for `larry sql` in this folder. */
const left = (sh: Shell) => succeed(sh, `ps -eo args | grep -c "[l]arry.cjs sql.*--db $PWD" || true`)

test('a query that never ends is ended, as JSON where that is wanted', async () => {
  const sh = await prepared()
  const ran = await sh.bash(`larry sql "${count} select count(*) from n" --timeout 1s --db "$PWD/larry.db"`)
  expectRefusal(
    ran,
    5,
    /^larry: the query took more than 1s of computing time\n {2}hint: allow it more: --timeout 2s\n$/,
  )
  const json = await sh.bash(`larry sql "${count} select count(*) from n" --timeout 1s --json`)
  expect(json).toMatchObject({ code: 5, stdout: '' })
  expect(JSON.parse(json.stderr)).toMatchObject({ error: { kind: 'unavailable' } })
  expect(await left(sh)).toBe('0\n')
})

test('Ctrl-C ends the query and whoever watches it', async () => {
  const sh = await prepared()
  const endless = `larry sql "${count} select count(*) from n" --db "$PWD/larry.db"`
  expect(await succeed(sh, `set -m; ${endless} & sleep 0.7; kill -INT -$! ; wait $!; echo $?`)).toBe('130\n')
  expect(await left(sh)).toBe('0\n')
})

test('rows flow: many arrive whole, a reader may leave, and a slow one takes none of the time', async () => {
  const sh = await prepared()
  const many = `larry sql "${count} select i from n limit 200000" --limit 200000`
  expect(await succeed(sh, `${many} | tail -1`)).toBe('200000\n')
  expect(await succeed(sh, `${many} --ndjson 2>&1 | cat; ${many} --format ndjson | wc -l`)).toContain('200000\n')
  expect(
    await succeed(sh, `larry sql "${count} select i from n" --limit 99999999 | head -1; echo \${PIPESTATUS[0]}`),
  ).toBe('1\n0\n')
  expect(await succeed(sh, `${many} --timeout 1s | (sleep 2; tail -1)`)).toBe('200000\n')
  expectRefusal(await sh.bash(`${many} > /dev/full`), 1, /could not be written/)
})

test('a query, its errors and its exit code pass through the process that watches it', async () => {
  const sh = await prepared()
  expect(await succeed(sh, `echo 'select title from v_tasks' | larry sql -`)).toBe('Paint the fence\n')
  expect(await succeed(sh, 'larry sql "select title from v_tasks" --format table')).toBe('title\nPaint the fence\n')
  expectRefusal(await sh.bash('larry sql "select titel from v_tasks"'), 2, /did you mean title\?/)
  const missing = await sh.bash('echo no > file.db; larry sql "select 1" --db file.db')
  expectRefusal(missing, 5, /not a database/)
})

test('localtime is the zone larry goes by: of the flag, the environment, the config', async () => {
  const sh = await prepared()
  const asked = `larry sql "select datetime('2026-07-01T12:00:00.000Z', 'localtime') as local"`
  expect(await succeed(sh, `${asked} --tz America/New_York`)).toBe('2026-07-01 08:00:00\n')
  expect(await succeed(sh, `LARRY_TZ=Asia/Tokyo ${asked}`)).toBe('2026-07-01 21:00:00\n')
  expect(await succeed(sh, `unset LARRY_TZ; TZ=Asia/Kathmandu ${asked}`)).toBe('2026-07-01 17:45:00\n')
  await succeed(sh, 'larry config set tz Europe/Vienna')
  expect(await succeed(sh, `unset TZ LARRY_TZ; ${asked}`)).toBe('2026-07-01 14:00:00\n')
})

test('--profile tells once where the time of a query went', async () => {
  const sh = await prepared()
  const { stderr } = await sh.bash('larry sql "select count(*) as tasks from v_tasks" --profile')
  expect(stderr.match(/^profile: opened/gm)).toHaveLength(1)
  expect(stderr).toContain('rows  select count(*) as tasks from v_tasks\n')
  const json = await sh.bash('larry sql "select count(*) as tasks from v_tasks" --profile --json')
  expect(json.stderr.match(/open_ms/g)).toHaveLength(1)
  const endless = await sh.bash(`larry sql "${count} select count(*) from n" --timeout 1s --profile`)
  expect(endless.stderr.match(/^profile: opened/gm)).toHaveLength(1)
})
