import { existsSync, statSync } from 'node:fs'
import { expect, test } from 'vitest'
import { lacks } from '../support/tools.ts'
import { everything, expectHealthy, expectRefusal, json, numbered, program, shellWith, succeed } from './kit.ts'

/** Another program changes half of a file with a rollback journal and is killed before it commits. */
const cutShort = `cp larry.db other.db; sqlite3 other.db 'pragma journal_mode=delete' > /dev/null
  (echo 'pragma cache_size=1; begin; update tasks set title = "uncommitted " || id;'; echo '.shell kill -9 $PPID') | sqlite3 other.db || true`

test.skipIf(lacks('sqlite3'))(
  'what another program did not finish is taken back, not shown and not called damage',
  async () => {
    const sh = await shellWith(numbered(300))
    const before = await everything(sh)
    for (const line of ['list --all --sort id --json', 'db check', 'db backup', 'add more']) {
      await succeed(sh, `rm -f other.db*; ${cutShort}; [ -s other.db-journal ]`)
      await succeed(sh, `larry --db other.db ${line} > said-by-${line.split(' ')[0]}`)
      expect(existsSync(`${sh.folder}/other.db-journal`)).toBe(false)
      expect((await everything(sh, { LARRY_DB: `${sh.folder}/other.db` })).includes('uncommitted')).toBe(false)
    }
    expect(await succeed(sh, 'cat said-by-list')).toBe(before)
  },
)

test.skipIf(lacks('sqlite3', 'setpriv'))('where it cannot be taken back the file is refused', async () => {
  const sh = await shellWith(numbered(300))
  await succeed(sh, `${cutShort}; chmod 755 .; chmod 444 other.db*; chmod 555 .`)
  const nobody = 'setpriv --reuid=65534 --regid=65534 --clear-groups'
  const ran = await sh.bash(`${nobody} "${process.execPath}" "${process.cwd()}/dist/larry.cjs" --db other.db list`, {
    HOME: '/nowhere',
  })
  await succeed(sh, 'chmod 755 .')
  expect(ran.stdout).toBe('')
  expectRefusal(ran, 5, /other\.db-journal holds a change/)
})

test.skipIf(lacks('sqlite3'))("a file's own trigger changes what undo brings back", async () => {
  const sh = await shellWith()
  await succeed(
    sh,
    `larry add one +a +b -q; sqlite3 larry.db "create trigger mine after update on tasks begin delete from task_tags where tag = 'a'; end"`,
  )
  const before = await everything(sh)
  await succeed(sh, 'larry start 1')
  expect((await json<{ tags: string[] }[]>(sh, 'list'))[0]!.tags).toEqual(['b'])
  await succeed(sh, `sqlite3 larry.db 'drop trigger mine'; larry undo`)
  expect(await everything(sh)).toBe(before)
  await expectHealthy(sh)
})

test('a list nobody takes from keeps no writer waiting, in a backup that is worked on too', async () => {
  const sh = await shellWith(numbered(3000))
  await succeed(sh, 'larry db backup copy.db')
  for (const file of ['copy.db', 'larry.db']) {
    const ran = await sh.bash(
      `larry --db ${file} list --json | (sleep 0.5; timeout 10 ${program} --db ${file} add x -q > /dev/null || exit; cat > taken); [ "$(wc -c < taken)" -gt 1000000 ]`,
    )
    expect(ran).toMatchObject({ code: 0 })
  }
})

test.skipIf(lacks('sqlite3'))('a file of large pages that is cut is refused too', async () => {
  const sh = await shellWith(numbered(300))
  await succeed(
    sh,
    `sqlite3 larry.db 'pragma journal_mode=delete; pragma page_size=65536; vacuum; pragma journal_mode=wal' > /dev/null; larry add fits -q; truncate -s -100 larry.db`,
  )
  const size = statSync(sh.file).size
  expectRefusal(await sh.bash('larry add more'), 5, /is damaged/)
  expect(statSync(sh.file).size).toBe(size)
})
