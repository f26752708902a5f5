import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, statSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { desk, furnishedDesk, placeOf, sha256 } from './attached.ts'
import { everything } from './seed.ts'

const helloHash = '5891b5b522d5df086d0ff0b110fbd9d21bb4fc7163af34d08286a2e846f6be03'

describe('larry task attach', () => {
  test('keeps a copy and answers the new attachment, all its keys in order', async () => {
    const d = await desk()
    const rows = await d.json('task', 'attach', '1', 'a.txt')
    expect(rows).toEqual([
      {
        id: 1,
        uid: expect.stringMatching(/^[0-9a-f-]{36}$/),
        task_id: 1,
        name: 'a.txt',
        size: 6,
        media_type: 'text/plain',
        description: null,
        sha256: helloHash,
        created_at: '2026-11-23T09:00:00.000Z',
        updated_at: '2026-11-23T09:00:00.000Z',
      },
    ])
    expect(Object.keys((rows as object[])[0]!)).toEqual(
      'id uid task_id name size media_type description sha256 created_at updated_at'.split(' '),
    )
    expect(d.stored()).toEqual([helloHash])
    expect(readFileSync(placeOf(d.store, 'hello\n'), 'utf8')).toBe('hello\n')
    expect(readFileSync(join(d.folder, 'a.txt'), 'utf8')).toBe('hello\n')
  })

  test('says it in one sentence, with -q the bare id', async () => {
    const d = await desk()
    const table = await d.larry('task', 'attach', '1', 'a.txt', '--format', 'table')
    expect(table).toEqual({
      code: 0,
      stdout: 'Attached 1 "a.txt" to 1 "Pay rent" · 6 bytes · text/plain\n',
      stderr: '',
    })
    expect(await d.larry('task', 'attach', '2', 'b.pdf', '-q')).toEqual({ code: 0, stdout: '2\n', stderr: '' })
    d.put('no ending', '')
    const many = await d.larry('task', 'attach', '2', 'a.txt', 'no ending', '--format', 'table')
    expect(many.stdout).toBe('Attached 2 files (6 bytes), 3 to 4, to 2 "Call Bob"\n')
    expect((await d.attached()).map(({ task_id, name, size }) => [task_id, name, size])).toEqual([
      [1, 'a.txt', 6],
      [2, 'b.pdf', 9],
      [2, 'a.txt', 6],
      [2, 'no ending', 0],
    ])
  })

  test('stores one content once, and the same under the same name is attached to a task once', async () => {
    const d = await desk()
    d.put('copy.txt', 'hello\n')
    await d.json('task', 'attach', '1', 'a.txt', 'copy.txt', 'a.txt')
    await d.json('task', 'attach', '2', 'a.txt')
    const again = await d.larry('task', 'attach', '1', 'a.txt', '--format', 'table')
    expect(again).toEqual({ code: 0, stdout: '"a.txt" was already attached to 1 "Pay rent"\n', stderr: '' })
    expect(await d.json('task', 'attach', '1', './a.txt')).toEqual([])
    expect((await d.attached()).map(({ task_id, name }) => [task_id, name])).toEqual([
      [1, 'a.txt'],
      [1, 'copy.txt'],
      [2, 'a.txt'],
    ])
    expect(d.stored()).toEqual([helloHash])
    d.put('a.txt', 'another\n')
    const mixed = await d.larry('task', 'attach', '1', 'a.txt', 'copy.txt', '--describe', 'x', '--format', 'table')
    expect(mixed.stdout).toBe(
      'Attached 4 "a.txt" to 1 "Pay rent" · 8 bytes · text/plain\n"copy.txt" was already attached to 1 "Pay rent"\n',
    )
    expect(mixed.stderr).toContain('larry attachment describe')
  })

  test('reads a pipe, and takes name, type and description as given', async () => {
    const d = await desk()
    const bytes = Uint8Array.from({ length: 3000 }, (_, i) => i % 256)
    const piped = d.with({ stdin: bytes })
    expect((await piped('task', 'attach', '1', '-')).code).toBe(0)
    const line = ['--name', 'Dump.SQL.gz', '--describe', ' of monday ', '--type', 'Application/X-Gzip']
    expect((await piped('task', 'attach', '1', '-', ...line)).code).toBe(0)
    expect(await d.attached()).toMatchObject([
      { name: 'stdin', size: 3000, media_type: null, description: null, sha256: sha256(bytes) },
      { name: 'Dump.SQL.gz', size: 3000, media_type: 'application/x-gzip', description: 'of monday' },
    ])
    expect(readFileSync(placeOf(d.store, bytes)).equals(bytes)).toBe(true)
  })

  test('names no path, no flag, no hidden file and nothing that drives a terminal', async () => {
    const d = await desk()
    for (const name of ['-rf', 'a\nb', '.bashrc', 'x\u202egpj.sh']) d.put(name, 'x')
    await d.larry('task', 'attach', '1', '--', '-rf', 'a\nb', '.bashrc', 'x\u202egpj.sh')
    await d.json('task', 'attach', '1', 'a.txt', '--name', '../../.ssh/authorized_keys')
    await d.json('task', 'attach', '1', 'a.txt', '--name', `${'n'.repeat(300)}.txt`)
    expect((await d.attached()).map(({ name }) => name)).toEqual([
      '_rf',
      'a_b',
      '_bashrc',
      'x_gpj.sh',
      'authorized_keys',
      `${'n'.repeat(251)}.txt`,
    ])
  })

  test('under --dry-run copies nothing, makes no store and says the same', async () => {
    const d = await desk()
    const before = await everything(d)
    expect(await d.larry('task', 'attach', '1', 'a.txt', '--format', 'table', '-n')).toEqual({
      code: 0,
      stdout: 'Attached 1 "a.txt" to 1 "Pay rent" · 6 bytes · text/plain\n',
      stderr: 'dry run: nothing was written\n',
    })
    expect((await d.larry('task', 'attach', '9', 'a.txt', '-n')).code).toBe(3)
    expect([d.stored(), await d.attached(), await everything(d)]).toEqual([[], [], before])
  })

  test('is one step that undo takes back and redo does again, the file staying in the store', async () => {
    const d = await desk()
    await d.json('task', 'attach', '1', 'a.txt', 'b.pdf')
    const rows = await d.attached()
    await d.json('undo')
    expect([await d.attached(), d.stored().length]).toEqual([[], 2])
    await d.json('redo')
    expect(await d.attached()).toEqual(rows)
    await d.json('rm', '1', '--yes')
    expect(await d.attached()).toEqual([])
    await d.json('undo')
    expect(await d.attached()).toEqual(rows)
    expect(await d.json('attachment', 'verify')).toMatchObject([{ status: 'ok' }, { status: 'ok' }])
  })

  test('says of a task that is removed how many files go with it', async () => {
    const d = await furnishedDesk()
    const ran = await d.larry('rm', '2', '--yes', '--format', 'table')
    expect(ran.stdout).toBe('Removed 2 "Call Bob" · 1 file\n')
  })

  test('follows a link to a file', async () => {
    const d = await desk()
    symlinkSync('a.txt', join(d.folder, 'link.txt'))
    expect(await d.json('task', 'attach', '1', 'link.txt')).toMatchObject([{ name: 'link.txt', sha256: helloHash }])
  })
})

describe('what cannot be attached is refused, and nothing is kept of the rest', () => {
  test.each<[string, string[], number, RegExp]>([
    ['a task that is not there', ['9', 'a.txt'], 3, /task 9 does not exist/],
    ['two tasks', ['1-2', 'a.txt'], 2, /"1-2" does not name one task/],
    ['no task', ['x', 'a.txt'], 2, /"x" is not a task id/],
    ['no file', ['1'], 2, /files/],
    ['a file that is not there', ['1', 'a.txt', 'none.txt'], 3, /none\.txt does not exist/],
    ['a path through a file', ['1', 'a.txt/b'], 5, /a\.txt\/b is not inside a folder/],
    ['a file without a name', ['1', ''], 2, /empty name/],
    ['a folder', ['1', 'a.txt', 'folder'], 2, /folder is a folder/],
    ['a device', ['1', '/dev/null'], 2, /\/dev\/null is a device/],
    ['the database', ['1', 'larry.db'], 4, /larry\.db is the database itself/],
    ['a link to the database', ['1', 'db-link'], 4, /db-link is the database itself/],
    ['one name for two files', ['1', 'a.txt', 'b.pdf', '--name', 'c'], 2, /"c" cannot be the name of 2 files/],
    ['an empty name', ['1', 'a.txt', '--name', ' '], 2, /--name is empty/],
    ['standard input twice', ['1', '-', '-'], 2, /"-" is given twice/],
    ['a type that is none', ['1', 'a.txt', '--type', 'pdf'], 2, /"pdf" is not a media type/],
    ['an empty description', ['1', 'a.txt', '--describe', ''], 2, /the description is empty/],
    ['a description too long', ['1', 'a.txt', '--describe', 'x'.repeat(1001)], 2, /1001 characters/],
    ['an option twice', ['1', 'a.txt', '--name', 'x', '--name', 'y'], 2, /both given/],
    ['a name too long to be one', ['1', 'x'.repeat(300)], 5, /name is too long/],
  ])('%s', async (_, line, code, says) => {
    const d = await desk()
    mkdirSync(join(d.folder, 'folder'))
    symlinkSync('larry.db', join(d.folder, 'db-link'))
    const before = await everything(d)
    const ran = await d.with({ stdin: 'x' })('task', 'attach', ...line)
    expect(ran).toMatchObject({ code, stdout: '', stderr: expect.stringMatching(says) })
    expect([d.stored(), await d.attached(), await everything(d)]).toEqual([[], [], before])
  })

  test('a pipe that is a terminal', async () => {
    const d = await desk()
    const ran = await d.with({ answers: [] })('task', 'attach', '1', '-')
    expect(ran).toMatchObject({ code: 2, stderr: expect.stringContaining('reads from a pipe') })
  })

  test('a name that is not UTF-8', async () => {
    const d = await desk()
    expect(await d.larry('task', 'attach', '1', 'caf\ufffd')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('is not UTF-8'),
    })
  })

  test('a file larger than 100 MiB, or than config allows, as soon as that is known', async () => {
    const d = await desk()
    const big = d.put('big.bin', '')
    truncateSync(big, 100 * 2 ** 20 + 1)
    expect(await d.larry('task', 'attach', '1', 'a.txt', 'big.bin')).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/big\.bin is larger than 100 MiB\n {2}hint: attachment_limit/),
    })
    const config = (text: string) => {
      mkdirSync(join(d.folder, '.config/larry'), { recursive: true })
      writeFileSync(join(d.folder, '.config/larry/config.toml'), text)
    }
    config('attachment_limit = 5')
    const piped = d.with({ stdin: '123456' })
    expect((await piped('task', 'attach', '1', '-')).stderr).toContain('standard input is larger than 5 bytes')
    expect(d.stored()).toEqual([])
    config('attachment_limit = "6B"')
    expect((await piped('task', 'attach', '1', '-')).code).toBe(0)
    for (const wrong of ['0', '-1', '1.5', 'true', '"much"', '""']) {
      config(`attachment_limit = ${wrong}`)
      const ran = await d.larry('attachment', 'list')
      expect({ wrong, ...ran }).toMatchObject({ wrong, code: 2, stderr: expect.stringContaining('"100MiB"') })
    }
  })
})

test('larry attach is told where it is, and has:files finds the tasks', async () => {
  const d = await furnishedDesk()
  await d.json('add', 'Without')
  expect((await d.larry('attach', '1', 'a.txt')).stderr).toContain('did you mean larry task attach?')
  expect((await d.larry('list', 'has:files', '--ids')).stdout).toBe('1\n2\n')
  expect((await d.larry('list', 'not', 'has:files', '--ids')).stdout).toBe('3\n')
})

test('only its owner can read what is kept', async () => {
  const d = await furnishedDesk()
  const file = placeOf(d.store, 'hello\n')
  expect([d.store, join(file, '..'), file].map((path) => statSync(path).mode & 0o777)).toEqual([0o700, 0o700, 0o600])
  expect(execFileSync('find', [d.store, '-name', '*.tmp'], { encoding: 'utf8' })).toBe('')
})
