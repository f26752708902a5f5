import { existsSync, mkdirSync, readdirSync, readlinkSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { type Desk, furnishedDesk, placeOf } from '../cli/attached.ts'

const filesIn = (folder: string) =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => /[0-9a-f]{64}$/.test(name))
    : []

/** A desk whose two files went into a backup, b.db. */
async function backedUpDesk(): Promise<Desk> {
  const d = await furnishedDesk()
  expect((await d.larry('db', 'backup', 'b.db', '--with-attachments')).code).toBe(0)
  return d
}

test('a backup takes the files its rows speak of, once each, and tells how many', async () => {
  const d = await furnishedDesk()
  await d.json('task', 'attach', '2', 'a.txt')
  d.put('gone.txt', 'gone')
  await d.json('task', 'attach', '2', 'gone.txt')
  await d.json('attachment', 'remove', '4', '--yes')
  const [made] = await d.json<object[]>('db', 'backup', 'b.db', '--with-attachments')
  expect(made).toMatchObject({ file: join(d.folder, 'b.db'), attachments: 2, attachment_bytes: 15 })
  expect(filesIn(join(d.folder, 'b.db.attachments'))).toHaveLength(2)
  const said = await d.larry('db', 'backup', 'c.db', '--with-attachments', '--format', 'table')
  expect(said.stdout).toContain(`\nCopied 2 attached files (15 bytes) to ${d.folder}/c.db.attachments\n`)
  expect(await d.json('db', 'backup', 'rows.db')).toMatchObject([{ attachments: null, attachment_bytes: null }])
  expect(readdirSync(d.folder).filter((name) => /^(rows.*attachments|.*\.tmp)$/.test(name))).toEqual([])
})

test('a restore puts back the files that are missing or damaged, before the rows speak of them', async () => {
  const d = await backedUpDesk()
  const rows = await d.attached()
  await d.json('rm', '1', '2', '--yes')
  await d.json('attachment', 'sweep', '--removed', '--yes')
  expect(filesIn(d.store)).toEqual([])
  expect(await d.larry('db', 'restore', 'b.db', '--yes')).toMatchObject({
    code: 0,
    stderr: expect.not.stringContaining('warning'),
  })
  expect(await d.attached()).toEqual(rows)
  expect((await d.larry('attachment', 'verify')).code).toBe(0)
  writeFileSync(placeOf(d.store, 'hello\n'), 'hellO\n')
  await d.json('db', 'restore', 'b.db', '--yes')
  expect((await d.larry('attachment', 'verify')).code).toBe(0)
})

test('a restore elsewhere brings the files along, and of a backup without files warns how many are lacking', async () => {
  const d = await backedUpDesk()
  const there = ['--db', join(d.folder, 'there.db')]
  await d.json('db', 'restore', 'b.db', '--yes', ...there)
  expect((await d.larry('attachment', 'get', '1', ...there)).stdout).toBe('hello\n')
  await d.json('db', 'backup', 'rows.db')
  const other = ['--db', join(d.folder, 'other.db')]
  expect(await d.larry('db', 'restore', 'rows.db', '--yes', ...other)).toMatchObject({
    code: 0,
    stderr: expect.stringMatching(
      /warning: 2 of 2 attached files are neither in .*other\.db\.attachments nor in .*rows\.db\.attachments/,
    ),
  })
  expect(existsSync(join(d.folder, 'other.db.attachments'))).toBe(false)
})

test('a file of a backup that was altered is not put back', async () => {
  const d = await backedUpDesk()
  writeFileSync(placeOf(join(d.folder, 'b.db.attachments'), 'hello\n'), 'hellO\n')
  const there = ['--db', join(d.folder, 'there.db')]
  const ran = await d.larry('db', 'restore', 'b.db', '--yes', ...there)
  expect(ran.stderr).toContain('warning: 1 of 2 attached files is neither in')
  expect(filesIn(join(d.folder, 'there.db.attachments'))).toHaveLength(1)
})

test('a backup with files is refused when the store lacks one, and leaves nothing behind', async () => {
  const d = await furnishedDesk()
  writeFileSync(placeOf(d.store, 'hello\n'), 'hellO\n')
  const names = () => readdirSync(d.folder).filter((name) => !/-(wal|shm)$/.test(name))
  const before = names()
  expect(await d.larry('db', 'backup', 'b.db', '--with-attachments')).toMatchObject({
    code: 5,
    stderr: expect.stringMatching(/1 of 2 attached files is missing or damaged .*no backup was made\n {2}hint: /),
  })
  expect(names()).toEqual(before)
  expect((await d.larry('db', 'backup', 'b.db')).code).toBe(0)
})

test.each(['.', 'nowhere'])('a link to %s where the files should go is refused', async (target) => {
  const d = await furnishedDesk()
  symlinkSync(target, join(d.folder, 'b.db.attachments'))
  expect(await d.larry('db', 'backup', 'b.db', '--with-attachments')).toMatchObject({
    code: 5,
    stderr: expect.stringContaining('b.db.attachments is a link'),
  })
  expect(existsSync(join(d.folder, 'b.db'))).toBe(false)
  expect(readlinkSync(join(d.folder, 'b.db.attachments'))).toBe(target)
})

test('--force replaces a backup and adds to its files', async () => {
  const d = await backedUpDesk()
  d.put('c.txt', 'see')
  await d.json('task', 'attach', '1', 'c.txt')
  expect((await d.larry('db', 'backup', 'b.db', '--with-attachments')).code).toBe(4)
  await d.json('db', 'backup', 'b.db', '--with-attachments', '--force')
  expect(filesIn(join(d.folder, 'b.db.attachments'))).toHaveLength(3)
})

test('rotation lets go of the files with their backup', async () => {
  const d = await furnishedDesk()
  const backups = join(d.folder, '.local/state/larry/backups')
  const at = (day: number) =>
    d.with({ now: `2026-11-0${day}T00:00:00Z` })('db', 'backup', '--with-attachments', '--keep', '1')
  for (const day of [1, 2]) expect((await at(day)).code).toBe(0)
  expect(readdirSync(backups).sort()).toEqual(
    ['', '.attachments', '.sha256'].map((end) => `larry-20261102T000000Z.db${end}`),
  )
})

test('a stream cannot hold the files, and --list makes none', async () => {
  const d = await furnishedDesk()
  expect(await d.larry('db', 'backup', '-', '--with-attachments')).toMatchObject({ code: 2, stdout: '' })
  expect(await d.larry('db', 'backup', '--list', '--with-attachments')).toMatchObject({ code: 2, stdout: '' })
})

test('an older backup has no files to put back', async () => {
  const d = await furnishedDesk()
  await d.json('undo', '2')
  await d.json('db', 'backup', 'b.db')
  await d.larry('db', 'migrate', '--down', '--yes', '--db', join(d.folder, 'b.db'))
  rmSync(join(d.folder, 'b.db.sha256'))
  expect(await d.larry('db', 'restore', 'b.db', '--yes')).toMatchObject({
    code: 0,
    stderr: expect.not.stringContaining('warning'),
  })
})

test('the files of a backup that was killed before it had its name go with the next; others stay', async () => {
  const d = await furnishedDesk()
  await d.json('db', 'backup', '--with-attachments')
  const backups = join(d.folder, '.local/state/larry/backups')
  const [kept] = readdirSync(backups).filter((name) => name.endsWith('.attachments'))
  for (const name of ['larry-20200101T000000Z.db.attachments', 'mine.attachments'])
    mkdirSync(join(backups, name, 'ab'), { recursive: true })
  await d.json('db', 'backup')
  expect(readdirSync(backups).filter((name) => name.endsWith('.attachments'))).toEqual([kept, 'mine.attachments'])
})
