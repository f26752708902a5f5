import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { expect, test } from 'vitest'
import { type Bench, bench } from '../support/larry.ts'

const year = (number: number) => `${number}-06-01T12:00:00.000Z`

const folderOf = ({ folder }: Bench) => join(folder, '.local/state/larry/backups')

const backupsIn = (b: Bench) =>
  readdirSync(folderOf(b))
    .filter((name) => name.endsWith('.db'))
    .toSorted()

/** Every file of a folder with its bytes. */
const bytesIn = (folder: string) =>
  Object.fromEntries(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name)).toString('base64')]))

async function filled(): Promise<Bench> {
  const b = bench()
  await b.larry('add', 'one')
  return b
}

test.each([
  ['-wal', false],
  ['-wal', true],
  ['-journal', false],
  ['-journal', true],
])('a backup to a name with a full %s beside it is a conflict, the name taken: %s', async (end, taken) => {
  const { folder, larry } = await filled()
  if (taken) await larry('db', 'backup', 'out.db')
  writeFileSync(join(folder, `out.db${end}`), 'pages of another')
  const before = { ...bytesIn(folder), 'larry.db-shm': '' }
  for (const force of [[], ['--force']]) {
    const ran = await larry('db', 'backup', 'out.db', ...force)
    expect(ran).toMatchObject({ code: 4, stdout: '' })
    expect(ran.stderr).toContain(`out.db${end}`)
    expect({ ...bytesIn(folder), 'larry.db-shm': '' }).toEqual(before)
  }
})

test('an empty -wal beside the name is no reason to refuse', async () => {
  const { folder, larry } = await filled()
  writeFileSync(join(folder, 'out.db-wal'), '')
  expect((await larry('db', 'backup', 'out.db')).code).toBe(0)
})

test('--keep for one database leaves the backups of another in the same folder alone', async () => {
  const b = await filled()
  const other = join(b.folder, 'other.db')
  const at = (n: number, file: string) => b.with({ now: year(n), env: { LARRY_DB: file } })
  await at(2020, other)('add', 'elsewhere')
  for (const [n, file] of [
    [2021, other],
    [2022, b.file],
    [2023, other],
    [2024, b.file],
  ] as const)
    expect((await at(n, file)('db', 'backup')).code).toBe(0)
  expect((await at(2025, b.file)('db', 'backup', '--keep', '1')).code).toBe(0)
  const kept = (...years: number[]) => years.map((n) => `larry-${n}0601T120000Z.db`)
  expect(backupsIn(b)).toEqual(kept(2021, 2023, 2025))
  expect((await at(2026, other)('db', 'backup', '--keep', '1')).code).toBe(0)
  expect(backupsIn(b)).toEqual(kept(2025, 2026))
})

test('db check does not take the backup of another database for one of this', async () => {
  const b = await filled()
  const other = b.with({ env: { LARRY_DB: join(b.folder, 'other.db') } })
  const advice = async (larry: typeof other) => {
    const { stdout } = await larry('db', 'check', '--json')
    return (JSON.parse(stdout) as { check: string; status: string }[]).find(({ check }) => check === 'backup')?.status
  }
  await other('add', 'elsewhere')
  await other('db', 'backup')
  expect([await advice(b.larry), await advice(other)]).toEqual(['advice', 'ok'])
  await b.larry('db', 'backup')
  expect(await advice(b.larry)).toBe('ok')
})

test('db restore finds a bare name in the backup folder, but first the file of that name here', async () => {
  const b = await filled()
  const [{ file }] = (await b.json<{ file: string }[]>('db', 'backup')) as [{ file: string }]
  const name = basename(file)
  await b.json('add', 'two')
  expect(await b.json('db', 'restore', name, '--yes')).toMatchObject([{ file }])
  expect(await b.tasks()).toMatchObject([{ title: 'one' }])
  writeFileSync(join(b.folder, name), 'words')
  expect((await b.larry('db', 'restore', name, '--yes')).stderr).toContain(join(b.folder, name))
  expect(await b.larry('db', 'restore', `none/${name}`, '--yes')).toMatchObject({ code: 3 })
})

test.each([
  ['words', 'words of no database\n'.repeat(400)],
  ['a few words', 'words'],
  ['a byte', 'x'],
])('a restore from a file of %s blames that file and not the live one', async (_, text) => {
  const b = await filled()
  const before = readFileSync(b.file)
  writeFileSync(join(b.folder, 'notes.txt'), text)
  const ran = await b.larry('db', 'restore', 'notes.txt', '--yes')
  expect(ran).toMatchObject({ code: 5, stdout: '' })
  expect(ran.stderr).toContain(join(b.folder, 'notes.txt'))
  expect(ran.stderr).not.toContain(b.file)
  expect(readFileSync(b.file).equals(before)).toBe(true)
  expect(existsSync(folderOf(b)) ? backupsIn(b) : []).toEqual([])
})
