import { existsSync, mkdirSync, readdirSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { inFile } from '../db/stores.ts'
import { type Desk, desk, furnishedDesk, placeOf, sha256 } from './attached.ts'

/** Puts a file nobody knows into the store, written so many minutes ago. */
function orphan({ store }: Desk, content: string, minutes: number): string {
  const place = placeOf(store, content)
  mkdirSync(join(place, '..'), { recursive: true })
  writeFileSync(place, content)
  const then = Date.now() / 1000 - 60 * minutes
  utimesSync(place, then, then)
  return place
}

describe('larry attachment sweep', () => {
  test('deletes what neither a task nor undo needs once it is an hour old', async () => {
    const d = await furnishedDesk()
    const [old, young] = [orphan(d, 'old', 61), orphan(d, 'young', 59)]
    expect(await d.larry('attachment', 'sweep', '-n', '--format', 'table')).toEqual({
      code: 0,
      stdout: 'Swept 1 file (3 bytes)\n',
      stderr: 'dry run: nothing was written\n',
    })
    expect(existsSync(old)).toBe(true)
    expect(await d.json('attachment', 'sweep')).toEqual([{ sha256: sha256('old'), size: 3 }])
    expect([existsSync(old), existsSync(young)]).toEqual([false, true])
    expect((await d.larry('attachment', 'sweep', '--format', 'table')).stdout).toBe('Nothing to sweep\n')
    expect(await d.json('attachment', 'verify')).toMatchObject([{ status: 'ok' }, { status: 'ok' }])
    expect(await d.json('history', 'list')).toHaveLength(4)
  })

  test('whatever LARRY_NOW says of the time', async () => {
    const d = await furnishedDesk()
    const young = orphan(d, 'young', 1)
    await d.with({ now: '2099-01-01T00:00:00Z' })('attachment', 'sweep')
    expect(existsSync(young)).toBe(true)
  })

  test('keeps what only undo could bring back, unless --removed, which asks', async () => {
    const d = await furnishedDesk()
    await d.json('attachment', 'remove', '1', '--yes')
    const [first] = [placeOf(d.store, 'hello\n')]
    expect(await d.larry('attachment', 'sweep', '--format', 'table')).toEqual({
      code: 0,
      stdout: 'Nothing to sweep\n',
      stderr: 'kept for undo and backups: 1 file (6 bytes); --removed deletes them too\n',
    })
    expect(await d.larry('attachment', 'sweep', '--removed')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('Delete 1 file (6 bytes) that undo or a restore would need?'),
    })
    expect(existsSync(first)).toBe(true)
    const ran = await d.with({ answers: ['y'] })('attachment', 'sweep', '--removed', '--format', 'table')
    expect(ran).toMatchObject({ code: 0, stdout: 'Swept 1 file (6 bytes)\n' })
    expect(existsSync(first)).toBe(false)
    await d.json('undo')
    expect((await d.attached()).map(({ id }) => id)).toEqual([1, 2])
    expect(await d.larry('attachment', 'verify', '1')).toMatchObject({
      code: 1,
      stdout: expect.stringContaining('missing'),
    })
    expect(await d.json('task', 'attach', '2', 'a.txt')).toMatchObject([{ id: 3 }])
    expect((await d.larry('attachment', 'verify', '1')).code).toBe(0)
  })

  test('keeps what only a backup without files speaks of, so that restoring it finds them', async () => {
    const d = await furnishedDesk()
    await d.json('db', 'backup')
    await d.json('undo', '2')
    await d.json('db', 'backup', 'empty.db')
    inFile(d.file, (handle) => handle.exec('delete from changes; delete from actions'))
    for (const content of ['hello\n', '%PDF-1.7\n']) utimesSync(placeOf(d.store, content), 0, 0)
    expect(await d.json('attachment', 'sweep')).toEqual([])
    const [backup] = await d.json<{ file: string }[]>('db', 'backup', '--list')
    await d.json('db', 'restore', backup!.file, '--yes')
    expect((await d.larry('attachment', 'verify')).code).toBe(0)
    rmSync(backup!.file)
    await d.json('db', 'restore', 'empty.db', '--yes')
    inFile(d.file, (handle) => handle.exec('delete from changes; delete from actions'))
    for (const { file } of await d.json<{ file: string }[]>('db', 'backup', '--list')) rmSync(file)
    expect(await d.json('attachment', 'sweep')).toHaveLength(2)
  })

  test('removes what a killed run left, not what another is copying, and leaves alone what is not its own', async () => {
    const d = await furnishedDesk()
    const at = (name: string) => join(d.store, name)
    writeFileSync(at('.larry-4000001-file.tmp'), 'half')
    writeFileSync(at('.larry-1-file.tmp'), 'half')
    writeFileSync(at('notes.txt'), 'mine')
    mkdirSync(at('ff'))
    for (const name of ['not a hash', 'a'.repeat(64)]) writeFileSync(at(`ff/${name}`), 'mine')
    await d.json('attachment', 'sweep', '--removed', '--yes')
    expect(existsSync(at('.larry-4000001-file.tmp'))).toBe(false)
    expect(existsSync(at('notes.txt'))).toBe(true)
    expect(readdirSync(at('ff'))).toHaveLength(2)
  })

  test('without a store makes none', async () => {
    const d = await desk()
    expect((await d.larry('attachment', 'sweep', '--format', 'table')).stdout).toBe('Nothing to sweep\n')
    expect(existsSync(d.store)).toBe(false)
  })
})

test('a link in place of the store, or of a folder in it, is neither written nor swept through', async () => {
  const d = await desk()
  const elsewhere = join(d.folder, 'elsewhere')
  mkdirSync(elsewhere)
  symlinkSync('elsewhere', d.store)
  const refused = { code: 5, stdout: '', stderr: expect.stringMatching(/larry\.db\.attachments(\/58)? is a link/) }
  expect(await d.larry('task', 'attach', '1', 'a.txt')).toMatchObject(refused)
  expect(await d.larry('attachment', 'sweep')).toMatchObject(refused)
  rmSync(d.store)
  mkdirSync(d.store)
  symlinkSync('../elsewhere', join(d.store, '58'))
  expect(await d.larry('task', 'attach', '1', 'a.txt')).toMatchObject(refused)
  writeFileSync(join(d.folder, 'elsewhere', sha256('x')), 'x')
  utimesSync(join(d.folder, 'elsewhere', sha256('x')), 0, 0)
  expect((await d.larry('attachment', 'sweep')).code).toBe(0)
  expect(readdirSync(elsewhere)).toEqual([sha256('x')])
  expect([await d.attached(), readdirSync(d.store)]).toEqual([[], ['58']])
  rmSync(join(d.store, '58'))
  writeFileSync(join(d.store, '58'), '')
  expect(await d.larry('task', 'attach', '1', 'a.txt')).toMatchObject({
    code: 5,
    stderr: expect.stringContaining('not a folder'),
  })
})

describe('larry attachment verify', () => {
  test('tells each file with how it is, and exit 1 when one is wrong', async () => {
    const d = await furnishedDesk()
    d.put('c.txt', 'see')
    await d.json('task', 'attach', '1', 'c.txt', 'b.pdf')
    expect((await d.larry('attachment', 'verify', '--format', 'table')).stdout).toBe(
      [
        'id  task_id  status  size     name',
        '1   1        ok      6 bytes  a.txt',
        '2   2        ok      9 bytes  b.pdf',
        '3   1        ok      3 bytes  c.txt',
        '4   1        ok      9 bytes  b.pdf',
        '',
      ].join('\n'),
    )
    writeFileSync(placeOf(d.store, 'hello\n'), 'hellO\n')
    writeFileSync(placeOf(d.store, '%PDF-1.7\n'), 'cut')
    rmSync(placeOf(d.store, 'see'))
    const ran = await d.larry('attachment', 'verify', '--json')
    expect([ran.code, JSON.parse(ran.stdout)]).toEqual([
      1,
      [
        { id: 1, task_id: 1, name: 'a.txt', size: 6, sha256: sha256('hello\n'), status: 'altered' },
        { id: 2, task_id: 2, name: 'b.pdf', size: 9, sha256: sha256('%PDF-1.7\n'), status: 'wrong-size' },
        { id: 3, task_id: 1, name: 'c.txt', size: 3, sha256: sha256('see'), status: 'missing' },
        { id: 4, task_id: 1, name: 'b.pdf', size: 9, sha256: sha256('%PDF-1.7\n'), status: 'wrong-size' },
      ],
    ])
    expect((await d.larry('attachment', 'verify', '9')).code).toBe(3)
  })

  test('attaching a damaged file anew mends it', async () => {
    const d = await furnishedDesk()
    writeFileSync(placeOf(d.store, 'hello\n'), 'hellO\n')
    await d.json('task', 'attach', '2', 'a.txt')
    expect((await d.larry('attachment', 'verify')).code).toBe(0)
  })
})

test('db check reads the attached files: exit 1 when one is missing or altered', async () => {
  const d = await furnishedDesk()
  const finding = async () => {
    const { code, stdout } = await d.larry('db', 'check', '--json')
    const found = (JSON.parse(stdout) as { check: string }[]).find(({ check }) => check === 'attachments')
    return { code, ...found }
  }
  expect(await finding()).toMatchObject({ code: 0, status: 'ok', detail: '2 attached files, as stored' })
  writeFileSync(placeOf(d.store, 'hello\n'), 'hellO\n')
  rmSync(placeOf(d.store, '%PDF-1.7\n'))
  expect(await finding()).toMatchObject({
    code: 1,
    status: 'problem',
    detail: '2 of 2 attached files: 1 missing, 1 altered; larry attachment verify names them',
  })
})
