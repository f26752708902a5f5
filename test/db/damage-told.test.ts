import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { type Bench, bench } from '../support/larry.ts'
import { inFile } from './stores.ts'

const year = (number: number) => `${number}-06-01T12:00:00.000Z`

const folderOf = ({ folder }: Bench) => join(folder, '.local/state/larry/backups')

const backupsIn = (b: Bench) => readdirSync(folderOf(b)).filter((name) => name.endsWith('.db'))

async function filled(): Promise<Bench> {
  const b = bench()
  await b.larry('add', 'one')
  return b
}

test.each([[[]], [['-q']], [['--json']], [['-q', '--json']]])('a damaged backup is told of with %j', async (flags) => {
  const b = await filled()
  const at = (n: number) => b.with({ now: year(n) })
  await at(2021)('db', 'backup')
  const damaged = join(folderOf(b), backupsIn(b)[0]!)
  const bytes = readFileSync(damaged)
  bytes[bytes.length - 7]! ^= 1
  writeFileSync(damaged, bytes)
  const ran = await at(2022)('db', 'backup', '--keep', '1', ...flags)
  expect(ran.code).toBe(0)
  expect(ran.stderr).toBe(`larry: warning: ${damaged} is damaged; it was not counted and not removed\n`)
  expect(backupsIn(b)).toHaveLength(2)
})

test.each(['before', 'after', 'row_key'])('db check finds an update whose %s cannot be read', async (column) => {
  const b = await filled()
  await b.larry('edit', '1', 'p:high')
  inFile(b.file, (handle) => {
    const done = handle.prepare(`update changes set ${column} = '{half' where before is not null and after is not null`)
    expect(done.run().changes).toBe(1)
  })
  const ran = await b.larry('db', 'check', '--json')
  expect(ran.code).toBe(1)
  expect(JSON.parse(ran.stdout)).toContainEqual(expect.objectContaining({ check: 'history', status: 'problem' }))
})

test('a file that gives out numbers twice is damaged, not a riddle', async () => {
  const { larry, file } = bench()
  await larry('add', 'one')
  inFile(file, (handle) => handle.exec("update sqlite_sequence set seq = 0 where name = 'tasks'"))
  expect(await larry('add', 'two')).toMatchObject({
    code: 5,
    stderr: expect.stringMatching(/damaged: it gives out numbers/),
  })
})
