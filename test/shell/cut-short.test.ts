import { spawn } from 'node:child_process'
import { copyFileSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { expectHealthy, expectRefusal, numbered, shellWith, succeed } from './kit.ts'

/** Holds the write lock of a database for a while, saying so once it has it. */
const holder = `
  const Sqlite = require(${JSON.stringify(resolve('node_modules/better-sqlite3'))})
  const handle = new Sqlite(process.argv[1])
  handle.exec('begin immediate')
  process.stdout.write('held\\n')
  setTimeout(() => handle.exec('rollback'), Number(process.argv[2]))`

test.each([1, 100, 4095])('a file cut by %i bytes is refused and left as it is', async (bytes) => {
  const sh = await shellWith(numbered(300))
  const cut = join(sh.folder, 'cut.db')
  copyFileSync(sh.file, cut)
  truncateSync(cut, statSync(cut).size - bytes)
  const before = readFileSync(cut)
  for (const line of ['list', 'add more', 'undo', 'db info'])
    expectRefusal(await sh.bash(`larry ${line} --db cut.db`), 5, /cut\.db is damaged/)
  const check = await sh.bash('larry db check --db cut.db --json')
  expect(check.code).toBe(2)
  expect(JSON.parse(check.stdout)).toContainEqual(expect.objectContaining({ check: 'integrity', status: 'damaged' }))
  expect(readFileSync(cut).equals(before)).toBe(true)
})

test.each([['x'], [Buffer.from([0])], ['S'], ['SQLite format 3']])(
  'a foreign file of the bytes %j is refused and left as it is',
  async (content) => {
    const sh = await shellWith()
    const file = join(sh.folder, 'foreign.db')
    writeFileSync(file, content)
    for (const line of ['list', 'add more', 'undo', 'db migrate', 'db check', 'db backup'])
      expectRefusal(await sh.bash(`larry ${line} --db foreign.db`), 5, /foreign\.db/)
    expect(readFileSync(file).equals(Buffer.from(content))).toBe(true)
    await succeed(sh, '[ "$(ls -d foreign*)" = foreign.db ]')
  },
)

test('waiting for another writer is no slowness of the command', async () => {
  const sh = await shellWith(['one'])
  const other = spawn(process.execPath, ['-e', holder, sh.file, '1500'], { stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = new Promise((done) => other.on('close', done))
  await new Promise((held) => other.stdout.once('data', held))
  const start = performance.now()
  expect(await sh.bash('larry add two')).toMatchObject({ code: 0, stderr: '' })
  expect(performance.now() - start).toBeGreaterThan(1200)
  await ended
  await succeed(sh, '[ ! -e .local/state/larry/slow.ndjson ]')
  await expectHealthy(sh)
})

test('a file cut at a page is refused by the check too', async () => {
  const sh = await shellWith(numbered(300))
  const cut = join(sh.folder, 'cut.db')
  copyFileSync(sh.file, cut)
  truncateSync(cut, statSync(cut).size - 4096)
  expect((await sh.bash('larry db check --db cut.db')).code).toBe(2)
  expectRefusal(await sh.bash('larry add more --db cut.db'), 5, /cut\.db is damaged/)
})
