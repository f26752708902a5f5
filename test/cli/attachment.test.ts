import { existsSync, lstatSync, mkdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { inFile } from '../db/stores.ts'
import { tailOf } from '../support/uid.ts'
import { furnishedDesk, placeOf, sha256 } from './attached.ts'
import { everything } from './seed.ts'

describe('larry attachment list', () => {
  test('shows the same files in every format', async () => {
    const d = await furnishedDesk()
    const list = async (format: string) => (await d.larry('attachment', 'list', '--format', format)).stdout
    expect(await list('table')).toBe(
      [
        'id  task_id  size     media_type       description     name',
        '1   1        6 bytes  text/plain                       a.txt',
        '2   2        9 bytes  application/pdf  signed by both  b.pdf',
        '',
      ].join('\n'),
    )
    expect(await list('tsv')).toBe('1\t1\t6\ttext/plain\t\ta.txt\n2\t2\t9\tapplication/pdf\tsigned by both\tb.pdf\n')
    expect(await list('csv')).toBe(
      'id,task_id,size,media_type,description,name\r\n1,1,6,text/plain,,a.txt\r\n2,2,9,application/pdf,signed by both,b.pdf\r\n',
    )
    expect(await list('ids')).toBe('1\n2\n')
    expect(await list('md')).toContain('| 2 | 2 | 9 bytes | application/pdf | signed by both | b.pdf |')
    expect(JSON.parse(await list('json'))).toMatchObject([{ id: 1, size: 6, description: null }, { id: 2 }])
    expect((await list('ndjson')).split('\n')).toHaveLength(3)
  })

  test('keeps to the tasks named, by argument or pipe', async () => {
    const d = await furnishedDesk()
    const ids = async (...line: string[]) => (await d.larry('attachment', 'ls', ...line, '--ids')).stdout
    expect(await ids('2')).toBe('2\n')
    expect((await d.with({ stdin: '1\n' })('attachment', 'ls', '-', '--ids')).stdout).toBe('1\n')
    expect(await d.with({ stdin: '' })('attachment', 'ls', '-', '--ids')).toEqual({ code: 0, stdout: '', stderr: '' })
    expect(await d.larry('attachment', 'ls', '9')).toMatchObject({ code: 3 })
    expect(await d.larry('attachment', 'ls', ',')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('no task is named'),
    })
  })

  test('of nothing says so', async () => {
    const d = await furnishedDesk()
    await d.json('undo', '2')
    expect(await d.larry('attachment', 'list')).toEqual({ code: 0, stdout: '', stderr: 'No attachments.\n' })
    expect((await d.larry('attachment', 'list', '--json')).stdout).toBe('[]\n')
  })
})

describe('larry attachment get', () => {
  test('gives the bytes to a pipe, and refuses a format for rows beside them', async () => {
    const d = await furnishedDesk()
    for (const line of [['1'], ['1', '-o', '-']])
      expect(await d.larry('attachment', 'get', ...line)).toEqual({ code: 0, stdout: 'hello\n', stderr: '' })
    expect(await d.with({ columns: 80 })('attachment', 'get', '1', '-o', '-')).toMatchObject({ stdout: 'hello\n' })
    for (const format of ['--json', '--ids', '--fields=id'])
      expect(await d.larry('attachment', 'get', '1', format)).toMatchObject({ code: 2, stdout: '' })
  })

  test('on a terminal writes a file of its name into this folder, for its owner alone', async () => {
    const d = await furnishedDesk()
    rmSync(join(d.folder, 'b.pdf'))
    const get = d.with({ columns: 80 })
    const ran = await get('attachment', 'get', '2')
    expect(ran).toEqual({ code: 0, stdout: `Wrote 9 bytes to ${d.folder}/b.pdf\n`, stderr: '' })
    expect(readFileSync(join(d.folder, 'b.pdf'), 'utf8')).toBe('%PDF-1.7\n')
    expect(statSync(join(d.folder, 'b.pdf')).mode & 0o777).toBe(0o600)
  })

  test('takes a file or a folder, and tells as JSON what it wrote', async () => {
    const d = await furnishedDesk()
    mkdirSync(join(d.folder, 'out'))
    for (const output of ['out', 'out/', 'other.txt']) {
      const file = join(d.folder, output === 'other.txt' ? output : 'out/a.txt')
      expect(await d.json('attachment', 'get', '1', '-o', output)).toEqual([
        { id: 1, name: 'a.txt', size: 6, sha256: sha256('hello\n'), file },
      ])
      expect(readFileSync(file, 'utf8')).toBe('hello\n')
      rmSync(file)
    }
  })

  test('replaces an existing file only by force, and never writes through a link', async () => {
    const d = await furnishedDesk()
    const victim = d.put('victim', 'precious')
    symlinkSync('victim', join(d.folder, 'link'))
    symlinkSync('nowhere', join(d.folder, 'dangling'))
    for (const output of ['victim', 'link', 'dangling'])
      expect(await d.larry('attachment', 'get', '1', '-o', output)).toMatchObject({
        code: 4,
        stderr: expect.stringContaining('exists already'),
      })
    expect((await d.larry('attachment', 'get', '1', '-o', 'link', '--force')).code).toBe(0)
    expect([lstatSync(join(d.folder, 'link')).isFile(), readFileSync(victim, 'utf8')]).toEqual([true, 'precious'])
    expect((await d.larry('attachment', 'get', '1', '-o', 'victim', '--force')).code).toBe(0)
    expect(readFileSync(victim, 'utf8')).toBe('hello\n')
    expect(existsSync(join(d.folder, 'nowhere'))).toBe(false)
  })

  test.each<[string, string[], number, RegExp]>([
    ['an attachment that is not there', ['9'], 3, /attachment 9 does not exist/],
    ['several', ['1-2'], 2, /"1-2" does not name one attachment/],
    ['a word', ['contract'], 2, /"contract" is not an attachment id/],
    ['a folder that is not there', ['1', '-o', 'no/x'], 5, /the folder .*\/no does not exist/],
    ['a name of nothing', ['1', '-o', ''], 2, /-o names no file/],
    ['the database', ['1', '-o', 'larry.db', '--force'], 4, /larry\.db is the database itself/],
    ['what SQLite would take for part of it', ['1', '-o', 'larry.db-journal'], 4, /is the database itself/],
    ['force where nothing is written', ['1', '--force'], 2, /--force/],
  ])('refuses %s', async (_, line, code, says) => {
    const d = await furnishedDesk()
    const ran = await d.larry('attachment', 'get', ...line)
    expect(ran).toMatchObject({ code, stdout: '', stderr: expect.stringMatching(says) })
    expect(await d.attached()).toHaveLength(2)
  })

  test('gives nothing of a stored file that is not as it was stored', async () => {
    const d = await furnishedDesk()
    const place = placeOf(d.store, 'hello\n')
    const cases: [() => void, RegExp][] = [
      [() => writeFileSync(place, 'hellO\n'), /its SHA-256 differs/],
      [() => writeFileSync(place, 'hello'), /its size differs/],
      [() => rmSync(place), /is not in the store/],
      [() => symlinkSync(join(d.folder, 'a.txt'), place), /is not in the store/],
    ]
    for (const [damage, says] of cases) {
      damage()
      for (const output of ['-', 'out.txt'])
        expect(await d.larry('attachment', 'get', '1', '-o', output)).toMatchObject({
          code: 5,
          stdout: '',
          stderr: expect.stringMatching(says),
        })
    }
    expect(existsSync(join(d.folder, 'out.txt'))).toBe(false)
  })

  test('makes a name safe that another program has put into the database', async () => {
    const d = await furnishedDesk()
    inFile(d.file, (handle) => handle.exec("update task_attachments set name = '..' where id = 1"))
    const ran = await d.with({ columns: 80 })('attachment', 'get', '1')
    expect(ran.stdout).toBe(`Wrote 6 bytes to ${d.folder}/file\n`)
  })

  test('under --dry-run says what it would write, and writes nothing', async () => {
    const d = await furnishedDesk()
    const ran = await d.larry('attachment', 'get', '1', '-o', 'out.txt', '-n', '--format', 'table')
    expect(ran).toMatchObject({ code: 0, stdout: `Wrote 6 bytes to ${d.folder}/out.txt\n` })
    expect(existsSync(join(d.folder, 'out.txt'))).toBe(false)
  })
})

describe('larry attachment describe', () => {
  test('says what a file is, and clears it', async () => {
    const d = await furnishedDesk()
    const described = async (...line: string[]) => {
      const ran = await d.larry('--format', 'table', 'attachment', 'describe', ...line)
      return [ran.stdout, (await d.attached())[0]!.description]
    }
    expect(await described('1', 'the', 'last -one')).toEqual(['Changed 1 "a.txt"\n', 'the last -one'])
    expect(await described('1', 'the last -one')).toEqual(['Nothing changed: it was so already\n', 'the last -one'])
    expect(await described('1', 'none')).toEqual(['Changed 1 "a.txt"\n', null])
    expect(await described('1', '--', 'none')).toEqual(['Changed 1 "a.txt"\n', 'none'])
    expect(await described('1')).toEqual(['Changed 1 "a.txt"\n', null])
    await d.with({ stdin: 'two\nlines\n' })('attachment', 'describe', '1', '-')
    expect((await d.attached())[0]!.description).toBe('two\nlines')
    await d.json('undo')
    expect((await d.attached())[0]!.description).toBe(null)
    expect(await d.json('attachment', 'describe', '2', 'x', '-n')).toMatchObject([{ id: 2, description: 'x' }])
    expect((await d.attached())[1]).toMatchObject({ description: 'signed by both' })
  })

  test.each<[string[], number, RegExp]>([
    [['9', 'x'], 3, /attachment 9 does not exist/],
    [['1-2', 'x'], 2, /one attachment/],
    [['1', 'x'.repeat(1001)], 2, /1001 characters/],
    [['1', 'a\0b'], 2, /NUL/],
  ])('%j is refused', async (line, code, says) => {
    const d = await furnishedDesk()
    const ran = await d.larry('attachment', 'describe', ...line)
    expect(ran).toMatchObject({ code, stdout: '', stderr: expect.stringMatching(says) })
  })
})

describe('larry attachment remove', () => {
  test('asks, detaches, and answers the files as they were', async () => {
    const d = await furnishedDesk()
    const rows = await d.attached()
    expect(await d.larry('attachment', 'remove', '1')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('--yes'),
    })
    const asked = await d.with({ answers: ['n'] })('attachment', 'remove', '1')
    expect(asked).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('Remove 1 "a.txt" from 1 "Pay rent"? [y/N]'),
    })
    const ran = await d.larry('attachment', 'rm', '1', '--yes', '--format', 'table')
    expect(ran).toEqual({ code: 0, stdout: 'Removed 1 "a.txt" from 1 "Pay rent"\n', stderr: '' })
    await d.json('undo')
    expect(await d.json('attachment', 'remove', '1-2', '2', '--yes')).toEqual(rows)
    await d.json('undo')
    expect(await d.attached()).toEqual(rows)
  })

  test('of one of two equal files keeps the other', async () => {
    const d = await furnishedDesk()
    await d.json('task', 'attach', '2', 'a.txt')
    await d.json('attachment', 'remove', '1', '--yes')
    await d.json('attachment', 'sweep', '--removed', '--yes')
    expect((await d.larry('attachment', 'get', '3')).stdout).toBe('hello\n')
    expect((await d.larry('undo')).code).toBe(0)
    expect((await d.larry('attachment', 'get', '1')).stdout).toBe('hello\n')
  })

  test('takes a uid, a pipe, and nothing from an empty one; one unknown id changes nothing', async () => {
    const d = await furnishedDesk()
    const [first] = await d.attached()
    const before = await everything(d)
    const removed = async (stdin: string, ...ids: string[]) =>
      d.with({ stdin })('attachment', 'remove', ...ids, '--yes', '-n', '--ids')
    expect((await removed('', tailOf(first!.uid))).stdout).toBe('1\n')
    expect((await removed('2\tx\n1\n', '-')).stdout).toBe('1\n2\n')
    expect((await removed('', '-')).code).toBe(0)
    expect(await removed('', '1,9')).toMatchObject({ code: 3, stderr: expect.stringContaining('attachment 9 does') })
    expect((await removed('', '7-99')).stderr).toContain('attachments 7, 8, 9, 10, 11 and 88 more do not exist')
    expect((await removed('', 'fffffffff')).code).toBe(3)
    expect((await d.larry('attachment', 'remove', '--yes')).code).toBe(2)
    expect([(await d.attached()).length, await everything(d)]).toEqual([2, before])
  })
})
