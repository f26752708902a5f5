import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { bench } from '../support/larry.ts'
import { furnish, put, text } from './exchange-seed.ts'

const formats = ['csv', 'todotxt', 'md'] as const
const fixture = (name: string) => readFileSync(`test/fixtures/interchange/${name}`, 'utf8')

/** The text but for the numbers of projects and clients, which are another file's, and the client a project has there. */
function owned(csv: string): string {
  return csv
    .replaceAll(/,(work\/site|garden),\w+,\d,\d?,/g, ',$1,,,,')
    .replaceAll(/,work\/site,,\d,,/g, ',work/site,,,,')
}

describe.each(formats)('what was exported as %s', (format) => {
  test('comes out the same of the empty file it is imported into, and is no change where it came from', async () => {
    const [from, to] = [bench(), bench()]
    await furnish(from)
    const { stdout } = await from.larry('export', '--as', format)
    const [row] = JSON.parse((await to.with({ stdin: stdout })('import', '-', '--as', format, '--json')).stdout) as {
      read: number
      added: number
    }[]
    expect(row!.added).toBe(row!.read)
    expect(owned((await to.larry('export', '--as', format)).stdout)).toBe(owned(stdout))
    expect(await to.larry('db', 'check')).toMatchObject({ code: 0 })
    const history = await from.json('history', 'list')
    for (const more of [[], ['--overwrite']]) {
      const again = await from.with({ stdin: stdout })('import', '-', '--as', format, '--json', ...more)
      expect(JSON.parse(again.stdout)).toMatchObject([{ read: row!.read, unchanged: row!.read }])
    }
    expect(await from.json('history', 'list')).toEqual(history)
  })

  test('says what has no place in it', async () => {
    const b = bench()
    await furnish(b)
    const { stderr } = await b.larry('export', '--as', format, '-o', 'out')
    expect(stderr).toContain(`${format} holds tasks alone: left out 1 reminder, `)
    expect(stderr).toMatch(/(CSV|todo\.txt|Markdown) has no place for .*3 comments/)
  })
})

test('what list prints as CSV is refused, for it would come as new tasks; so is a map of nothing for an export', async () => {
  const b = bench()
  await b.larry('add', 'A')
  put(b, 'list.csv', (await b.larry('list', '--format', 'csv')).stdout)
  expect(await b.larry('import', 'list.csv')).toMatchObject({ code: 2 })
  expect(await b.larry('import', 'list.csv', '--map', 'id=id')).toMatchObject({ code: 0 })
  expect(await b.larry('import', 'list.csv', '--map', 'id=,status=none')).toMatchObject({
    code: 0,
    stderr: expect.stringContaining('2 columns left out, as larry has its own of the name: "id", "status"\n'),
  })
  expect(await b.larry('export', '--as', 'csv', '--map', 'title=')).toMatchObject({ code: 2 })
})

describe.each([
  ['todo.txt', 42],
  ['checklist.md', 18],
])('%s', (name, count) => {
  test('is imported in one step, known the second time, and taken back by undo', async () => {
    const b = bench()
    put(b, name, fixture(name))
    expect(await b.larry('import', name, '-n')).toMatchObject({ code: 0 })
    expect(await b.tasks()).toEqual([])
    expect(await b.larry('import', name, '--format', 'table')).toMatchObject({
      code: 0,
      stdout: expect.stringContaining(`Imported ${count} tasks`),
    })
    const tasks = await b.tasks()
    expect(tasks).toHaveLength(count)
    for (const more of [[], ['--overwrite']])
      expect(await b.json('import', name, ...more)).toMatchObject([{ read: count, added: 0, unchanged: count }])
    await b.larry('undo')
    expect(await b.tasks()).toEqual([])
    await b.larry('redo')
    expect(await b.tasks()).toEqual(tasks)
  })
})

test('a todo.txt that was worked on elsewhere comes back with --overwrite, and the file as larry has it', async () => {
  const b = bench()
  put(
    b,
    'todo.txt',
    '(A) 2026-11-02 Sign the lease @phone h:1\nPay rent +Flat due:2026-12-01 rec:+1m\nx 2026-11-20 Tidy\n',
  )
  await b.larry('import', 'todo.txt')
  await b.larry('edit', '2', 'due:2026-12-05')
  await b.larry('export', '-o', 'out.txt')
  const [lease, rent, tidy] = text(b, 'out.txt').split('\n')
  expect(lease).toBe('(A) 2026-11-02 Sign the lease @phone h:1')
  expect(rent).toMatch(/^Pay rent \+Flat due:2026-12-05 rec:\+1m anchor:2026-12-01 uid:\S{36}$/)
  put(b, 'out.txt', `x 2026-11-22 ${lease!.slice(4)} pri:A\n${rent} @bank\n${tidy!.slice('x 2026-11-20 '.length)}\n`)
  expect(await b.json('import', 'out.txt')).toMatchObject([{ read: 3, added: 0, updated: 0, kept: 3 }])
  expect(await b.json('import', 'out.txt', '--overwrite')).toMatchObject([{ read: 3, added: 0, updated: 3 }])
  expect(await b.tasks()).toMatchObject([
    { title: 'Sign the lease', status: 'done', priority: 'urgent', completed_at: '2026-11-22T00:00:00.000Z' },
    { title: 'Pay rent', status: 'todo', tags: ['bank'], due: '2026-12-05' },
    { title: 'Tidy', status: 'todo', completed_at: null },
  ])
})

test('a box ticked in a checklist is a task done, with --overwrite', async () => {
  const b = bench()
  put(b, 'a.md', '# Home\n\n- [ ] Roof\n  - [ ] Tiles\n  - [ ] Gutter\n')
  await b.larry('import', 'a.md')
  put(b, 'a.md', '# Home\n\n- [ ] Roof\n  - [x] Tiles\n  - [ ] Gutter\n  - [ ] Paint\n')
  expect(await b.json('import', 'a.md', '--overwrite')).toMatchObject([{ added: 1, updated: 1, unchanged: 2 }])
  expect(await b.tasks()).toMatchObject([
    { title: 'Roof', project: 'Home', parent_id: null },
    { title: 'Tiles', status: 'done', parent_id: 1 },
    { title: 'Gutter', status: 'todo', parent_id: 1 },
    { title: 'Paint', status: 'todo', parent_id: 1 },
  ])
})

test('a checklist tells the day a task was completed, in the zone of who reads it; no pause of a recurrence', async () => {
  const [from, to] = [bench(), bench()]
  const back = from.with({ now: '2026-12-24T09:00:00.000Z' })
  await from.larry('add', 'Roof')
  await from.larry('add', 'Tiles')
  await from.larry('add', 'Beds', 'every:week', 'due:2026-12-07')
  await from.with({ now: '2026-11-24T23:30:00.000Z' })('done', '1')
  await from.with({ now: '2026-11-25T10:00:00.000Z' })('task', 'cancel', '2')
  await from.larry('recur', 'pause', '3')
  const { stdout, stderr } = await back('export', '--as', 'md', '--tz', 'Europe/Berlin')
  expect(stderr).toBe('Markdown has no place for 1 pause of a recurrence\n')
  expect(stdout).toMatch(/^- \[x\] Roof completed:2026-11-25 <!-- \S+ -->\n- \[-\] Tiles completed:2026-11-25 <!-- /)
  expect((await back('export', '--as', 'todotxt')).stderr).toBe('todo.txt has no place for 1 pause of a recurrence\n')
  put(from, 'a.md', stdout)
  const again = await back('import', 'a.md', '--overwrite', '--tz', 'Europe/Berlin', '--json')
  expect(JSON.parse(again.stdout)).toMatchObject([{ read: 3, unchanged: 3 }])
  put(to, 'a.md', stdout)
  await to.with({ now: '2026-12-24T09:00:00.000Z' })('import', 'a.md', '--tz', 'Europe/Berlin')
  expect(await to.tasks()).toMatchObject([
    { title: 'Roof', status: 'done', completed_at: '2026-11-24T23:00:00.000Z' },
    { title: 'Tiles', status: 'cancelled', completed_at: '2026-11-24T23:00:00.000Z' },
    { title: 'Beds', status: 'todo', completed_at: null },
  ])
  expect((await to.larry('export', '--as', 'md', '--tz', 'Europe/Berlin')).stdout).toBe(stdout)
  put(from, 'a.md', stdout.replace('completed:2026-11-25', 'completed:2026-11-20'))
  await back('import', 'a.md', '--overwrite', '--tz', 'Europe/Berlin')
  expect((await from.tasks())[0]).toMatchObject({ completed_at: '2026-11-19T23:00:00.000Z' })
})

test('a checklist of others goes out as it came, without a day for what came done', async () => {
  const b = bench()
  const list = '- [x] Roof\n- [x] Tiles completed:2026-11-20\n- [ ] is it completed:soon\n'
  put(b, 'a.md', list)
  await b.larry('import', 'a.md')
  expect((await b.with({ now: '2026-12-24T09:00:00.000Z' })('export', '--as', 'md')).stdout).toBe(list)
  put(b, 'b.md', '- [ ] Gutter completed:2026-11-20\n')
  expect(await b.larry('import', 'b.md')).toMatchObject({
    code: 0,
    stderr: expect.stringContaining('left out: the task is not done'),
  })
})

describe('a table of a spreadsheet', () => {
  const table =
    '\ufeffTask;Due Date;Status;Owner;Notes\r\n' +
    '"Ship ""v2""; at last";24.12.2026;In Progress;Mira;"one\r\ntwo"\r\n' +
    '=1+1;;x;;\r\n'

  test('is imported with its BOM, semicolons, quotes and line breaks; its columns come back', async () => {
    const b = bench()
    put(b, 'a.csv', table)
    expect(await b.larry('import', 'a.csv', '--format', 'table')).toEqual({
      code: 0,
      stdout: 'Imported 2 tasks\n',
      stderr:
        'line 4: status "x" became done\n1 column larry does not know is kept for the next export as CSV: "Owner"\n',
    })
    expect(await b.json('list', '--all')).toMatchObject([
      { title: 'Ship "v2"; at last', due: '2026-12-24', status: 'in-progress', notes: 'one\r\ntwo' },
      { title: '=1+1', due: null, status: 'done' },
    ])
    const { stdout } = await b.larry('export', '--as', 'csv')
    expect(stdout.split('\r\n')[0]).toMatch(/^id,uid,title,.*,depends_on_uids,Owner$/)
    expect(stdout.split('\r\n')[1]).toMatch(/^1,/)
    expect(await b.json('import', 'a.csv')).toMatchObject([{ read: 2, added: 0, unchanged: 2 }])
  })

  test('goes out safe for a spreadsheet and comes back as it was', async () => {
    const b = bench()
    put(b, 'a.csv', table)
    await b.larry('import', 'a.csv')
    await b.larry('export', '-o', 'b.csv', '--safe-csv')
    expect(text(b, 'b.csv')).toContain(",'=1+1,")
    expect(await b.json('import', 'b.csv', '--safe-csv', '--overwrite')).toMatchObject([{ unchanged: 2 }])
  })

  test('is exported under the names asked for', async () => {
    const b = bench()
    await b.larry('add', 'Pay rent due:2026-12-01')
    expect((await b.larry('export', '--as', 'csv', '--map', 'due=Deadline,title=Name')).stdout).toBe(
      'Deadline,Name\r\n2026-12-01,Pay rent\r\n',
    )
  })

  test.each([
    [['--map', 'titel=Task'], 'unknown key "titel"', 'did you mean title?'],
    [['--map', 'title=Tusk'], 'line 1: unknown column "Tusk"', 'did you mean Task?'],
    [['--as', 'todotxtt'], 'unknown format "todotxtt"', 'did you mean todotxt?'],
  ])('%j is refused, as JSON too, and nothing is stored', async (options, message, hint) => {
    const b = bench()
    put(b, 'a.csv', table)
    const { code, stderr } = await b.larry('import', 'a.csv', '--json', ...options)
    expect(code).toBe(2)
    expect(JSON.parse(stderr)).toMatchObject({ error: { kind: 'usage', message, hint } })
    expect(await b.tasks()).toEqual([])
  })

  test('in UTF-16 is refused with what to do', async () => {
    const b = bench()
    put(b, 'a.csv', Buffer.from('\ufefftitle\tdue\r\n', 'utf16le'))
    expect(await b.larry('import', 'a.csv')).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/is UTF-16\n {2}hint: save it as UTF-8/),
    })
  })

  test('with one bad row stores none of the others', async () => {
    const b = bench()
    put(b, 'a.csv', 'title,due\na,2026-12-01\nb,2026-02-30\n')
    expect(await b.larry('import', 'a.csv')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('larry: line 3: "2026-02-30" is not a date that exists'),
    })
    expect(await b.tasks()).toEqual([])
  })
})

test('columns of a table that are called as larry calls what no table holds are fields, and come back', async () => {
  const b = bench()
  put(b, 'a.csv', 'title,kind,Comments,time\na,x,y,z\n')
  expect(await b.larry('import', 'a.csv')).toMatchObject({ code: 0 })
  const { stdout } = await b.larry('export', '--as', 'csv')
  expect(stdout).toMatch(/,kind,Comments,time\r\n.*,x,y,z\r\n$/)
})
