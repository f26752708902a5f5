import { execFileSync } from 'node:child_process'
import { lstatSync, mkdirSync, symlinkSync } from 'node:fs'
import { array, assert, asyncProperty, constantFrom, integer, option, record, string, subarray } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bench } from '../support/larry.ts'
import { furnish, put, text } from './exchange-seed.ts'

const formats = ['json', 'ndjson']

describe.each(formats)('what was exported as %s', (format) => {
  test('comes out the same of the empty file it is imported into', async () => {
    const [from, to] = [bench(), bench()]
    await furnish(from)
    const { stdout } = await from.larry('export', '--as', format, '--with-attachments')
    put(to, `all.${format}`, stdout)
    expect(await to.larry('import', `all.${format}`)).toMatchObject({ code: 0, stderr: '' })
    expect((await to.larry('export', '--as', format, '--with-attachments')).stdout).toBe(stdout)
    expect(await to.larry('db', 'check')).toMatchObject({ code: 0 })
  })

  test('is no change where it came from, and none the second time', async () => {
    const b = bench()
    await furnish(b)
    const { stdout } = await b.larry('export', '--as', format)
    const before = await b.json('history', 'list')
    for (const again of [1, 2]) {
      const rows = await b.with({ stdin: stdout })('import', '-', '--as', format, '--json')
      expect({ again, rows: JSON.parse(rows.stdout) as unknown }).toMatchObject({
        again,
        rows: [
          { kind: 'client', read: 2, unchanged: 2 },
          { kind: 'project', read: 3, unchanged: 3 },
          { kind: 'task', read: 6, unchanged: 6 },
          { kind: 'reminder', read: 1, unchanged: 1 },
          { kind: 'habit', read: 1, unchanged: 1 },
          { kind: 'view', read: 1, unchanged: 1 },
        ],
      })
    }
    expect(await b.json('history', 'list')).toEqual(before)
  })

  test('is one step to undo and to redo', async () => {
    const [from, to] = [bench(), bench()]
    await furnish(from)
    await to.larry('add', 'Mine', 'project:work/site')
    const before = (await to.larry('export')).stdout
    await to.with({ stdin: (await from.larry('export', '--as', format)).stdout })('import', '-', '--as', format)
    const after = (await to.larry('export')).stdout
    expect(after).not.toBe(before)
    await to.larry('undo')
    expect((await to.larry('export')).stdout).toBe(before)
    await to.larry('redo')
    expect((await to.larry('export')).stdout).toBe(after)
  })

  test('is nothing in a dry run but an answer', async () => {
    const [from, to] = [bench(), bench()]
    await furnish(from)
    put(to, 'a', (await from.larry('export', '--as', format, '--with-attachments')).stdout)
    const before = (await to.larry('export')).stdout
    expect(await to.larry('import', 'a', '--as', format, '-n', '--format', 'table')).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(
        /^Imported 2 clients, 3 projects, 6 tasks, 1 reminder, 1 habit, 1 view\n$/,
      ) as string,
      stderr: 'dry run: nothing was written\n',
    })
    expect((await to.larry('export')).stdout).toBe(before)
    expect(await to.json('attachment', 'list')).toEqual([])
  })
})

test('any tasks come out the same again, and are known again', async () => {
  const word = string({ unit: 'grapheme', minLength: 1, maxLength: 8 }).filter(
    (one) => one.trim() !== '' && one.isWellFormed() && !one.includes('\0'),
  )
  const task = record(
    {
      title: word,
      notes: option(word),
      priority: constantFrom('low', 'medium', 'urgent'),
      status: constantFrom('todo', 'in-progress', 'done', 'cancelled'),
      due: constantFrom(null, '2026-12-01', '2027-02-28T23:59'),
      estimate_minutes: option(integer({ min: 1, max: 10_000 })),
      tags: subarray(['a', 'b', 'ü']),
      project: constantFrom(null, 'work', 'Work/site'),
      client: constantFrom(null, 'Acme'),
      extra: constantFrom(null, { taskwarrior: { size: 'L' } }),
      color: constantFrom('red', 1.5, null, [1, { deep: true }]),
      comments: array(record({ body: word }), { maxLength: 2 }),
    },
    { requiredKeys: ['title'] },
  )
  await assert(
    asyncProperty(array(task, { maxLength: 5 }), async (tasks) => {
      const [first, second] = [bench(), bench()]
      put(first, 'a.json', JSON.stringify(tasks.map((one, id) => ({ ...one, source: `x:${id}` }))))
      expect(await first.larry('import', 'a.json')).toMatchObject({ code: 0 })
      expect(await first.json('import', 'a.json')).toMatchObject(
        tasks.length === 0 ? [] : [{ unchanged: tasks.length }],
      )
      const { stdout } = await first.larry('export')
      put(second, 'b.json', stdout)
      expect(await second.larry('import', 'b.json')).toMatchObject({ code: 0 })
      expect((await second.larry('export')).stdout).toBe(stdout)
    }),
    { numRuns: 15 },
  )
}, 20_000)

describe('an export', () => {
  test('into a file tells of it, once the file is whole and its owner alone can read it', async () => {
    const b = bench()
    await furnish(b)
    expect(await b.larry('export', '-o', 'all.ndjson', '--format', 'table')).toEqual({
      code: 0,
      stdout: `Wrote 2 clients, 3 projects, 6 tasks, 1 reminder, 1 habit, 1 view to ${b.folder}/all.ndjson\n`,
      stderr: '',
    })
    const lines = text(b, 'all.ndjson').trimEnd().split('\n')
    expect(lines.map((line) => (JSON.parse(line) as { kind: string }).kind)).toEqual(
      'client client project project project task task task task task task reminder habit view'.split(' '),
    )
    expect(await b.json('export', '+home', '-o', 'home.json')).toEqual([
      {
        file: `${b.folder}/home.json`,
        format: 'json',
        records: { client: 0, project: 0, task: 1, reminder: 0, habit: 0, view: 0 },
      },
    ])
  })

  test('writes no name that is in use, but with --force; a link is replaced, not followed', async () => {
    const b = bench()
    put(b, 'mine.json', 'mine')
    symlinkSync('mine.json', `${b.folder}/link.json`)
    for (const name of ['mine.json', 'link.json'])
      expect(await b.larry('export', '-o', name)).toMatchObject({ code: 4, stdout: '' })
    expect(await b.larry('export', '-o', 'link.json', '--force')).toMatchObject({ code: 0 })
    expect(text(b, 'mine.json')).toBe('mine')
    expect(lstatSync(`${b.folder}/link.json`).isFile()).toBe(true)
    expect(lstatSync(`${b.folder}/link.json`).mode & 0o777).toBe(0o600)
    expect(await b.larry('export', '-o', 'larry.db', '--as', 'json', '--force')).toMatchObject({ code: 4 })
    expect(await b.larry('export', '-o', 'none/a.json')).toMatchObject({ code: 5 })
    expect(await b.larry('export', '-n', '-o', 'new.json')).toMatchObject({ code: 0 })
    expect(await b.larry('export', '-o', 'new.json')).toMatchObject({ code: 0 })
  })

  test('takes no ending for a format that is none, and the name of a format for one', async () => {
    const b = bench()
    await b.larry('add', 'A')
    for (const name of ['out.ods', 'out', 'out.json.bak'])
      expect(await b.larry('export', '-o', name)).toMatchObject({
        code: 2,
        stderr: `larry: "${b.folder}/${name}" does not tell its format\n  hint: --as json, ndjson, csv, tsv, todotxt, taskwarrior, ics, md\n`,
      })
    expect(await b.json('export', '-o', 'out.todotxt')).toMatchObject([{ format: 'todotxt' }])
    expect(await b.json('export', '-o', 'out.taskwarrior')).toMatchObject([{ format: 'taskwarrior' }])
    expect(await b.json('export', '-o', 'out.ods', '--as', 'csv')).toMatchObject([{ format: 'csv' }])
  })

  test('with tabs comes back as it was', async () => {
    const b = bench()
    await b.larry('add', 'A, b', '--notes', 'one\ttwo', '+x')
    expect(await b.json('export', '-o', 'out.tsv')).toMatchObject([{ format: 'tsv' }])
    expect(text(b, 'out.tsv')).toMatch(/^id\tuid\ttitle\t.*\r\n1\t[0-9a-f-]{36}\tA, b\t.*"one\ttwo"/)
    expect(await b.json('import', 'out.tsv')).toMatchObject([{ read: 1, unchanged: 1 }])
  })

  test.each([[[]], [['--dry-run']]])('writes into no folder and over nothing but a file %j', async (dry) => {
    const b = bench()
    mkdirSync(`${b.folder}/all.json`)
    put(b, 'here.json', '')
    execFileSync('sh', ['-c', 'mkfifo "$0"', `${b.folder}/pipe.json`])
    for (const force of [[], ['--force']]) {
      expect(await b.larry('export', '-o', 'all.json', ...force, ...dry)).toMatchObject({
        code: 2,
        stderr: `larry: ${b.folder}/all.json is a folder\n  hint: name a file in it\n`,
      })
      expect(await b.larry('export', '-o', 'pipe.json', ...force, ...dry)).toMatchObject({
        code: 2,
        stderr: expect.stringMatching(
          /pipe.json is a device, a pipe or a socket, no file\n {2}hint: -o - > /,
        ) as string,
      })
    }
    expect(await b.larry('export', '-o', 'here.json', ...dry)).toMatchObject({ code: 4 })
    expect(await b.larry('export', '-o', 'none/a.json', ...dry)).toMatchObject({ code: 5 })
    expect(lstatSync(`${b.folder}/pipe.json`).isFIFO()).toBe(true)
  })

  test('of a filter has the tasks that match, finished ones too unless it says', async () => {
    const b = bench()
    await furnish(b)
    const ids = async (...words: string[]) =>
      (JSON.parse((await b.larry('export', ...words)).stdout) as { tasks: { id: number }[] }).tasks.map(({ id }) => id)
    expect(await ids()).toEqual([1, 2, 3, 4, 5, 6])
    expect(await ids('project:garden')).toEqual([3, 6])
    expect(await ids('project:garden', 'is:open')).toEqual([6])
    expect(await ids('+nothing')).toEqual([])
  })

  test('takes its format from --as, the ending, --json or --format', async () => {
    const b = bench()
    await b.larry('add', 'A')
    const task = expect.stringMatching(/^\{"kind":"task","id":1,/) as string
    expect((await b.larry('export', '--format', 'ndjson')).stdout).toEqual(task)
    expect((await b.larry('export', '--json')).stdout).toMatch(/^\{"larry":1,\n/)
    expect((await b.larry('export', '--as', 'ndjson', '--json')).stdout).toEqual(task)
    await b.larry('export', '-o', 'a.JSONL')
    expect(text(b, 'a.JSONL')).toEqual(task)
    expect(await b.larry('export', '--as', 'ndjsn')).toMatchObject({
      code: 2,
      stderr: 'larry: unknown format "ndjsn"\n  hint: did you mean ndjson?\n',
    })
    for (const line of [
      ['--ids'],
      ['--fields', 'id'],
      ['--force'],
      ['-o', ''],
      ['--map', 'title=Name'],
      ['--format', 'ids'],
    ])
      expect({ line, ...(await b.larry('export', ...line)) }).toMatchObject({ line, code: 2, stdout: '' })
  })
})
