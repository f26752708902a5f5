import { array, assert, asyncProperty, constantFrom, option, record, string } from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { TaskRecord } from '../../src/domain/records/task-record.ts'
import { csv } from '../../src/interchange/csv.ts'
import { refusal } from '../domain/refusal.ts'
import { read, write } from './through.ts'

const uid = '0198f2c4-1111-7000-8000-000000000001'

const full: TaskRecord = {
  kind: 'task',
  id: 1,
  uid,
  title: 'Write, "quote"\nand\r\nsend ',
  status: 'in-progress',
  priority: 'high',
  due: '2026-12-01T14:00',
  wait_until: '2026-11-30',
  estimate_minutes: 90,
  progress: 40,
  tags: ['bank', 'zürich'],
  project: 'work/site',
  client: 'Acme; Corp',
  project_id: 2,
  client_id: null,
  parent_id: null,
  depends_on: [3, 4],
  notes: '=1+1\n\n  ',
  recurrence: 'FREQ=WEEKLY;BYDAY=MO',
  recurrence_mode: 'schedule',
  started_at: '2026-11-01T09:30:15.123Z',
  completed_at: null,
  created_at: '2026-10-01T00:00:00.001Z',
  updated_at: '2026-11-01T09:30:15.123Z',
  recurrence_anchor: '2026-11-23',
  recurrence_exceptions: '2026-12-07,2026-12-14',
  recurrence_paused_at: null,
  series_uid: null,
  source: 'ics:4711',
  parent_uid: null,
  depends_on_uids: ['0198f2c4-1111-7000-8000-000000000003', 'todotxt:abc'],
}

describe('written', () => {
  test('a task is a row of all its keys that fit a cell, and comes back as it was', async () => {
    const { text } = await write(csv, [full])
    expect(text.split('\r\n')[0]).toBe(
      'id,uid,title,status,priority,due,wait_until,estimate_minutes,progress,tags,project,client,project_id,client_id,parent_id,depends_on,notes,recurrence,recurrence_mode,started_at,completed_at,created_at,updated_at,recurrence_anchor,recurrence_exceptions,recurrence_paused_at,series_uid,source,parent_uid,depends_on_uids',
    )
    expect(text).toContain(`1,${uid},"Write, ""quote""\nand\r\nsend ",in-progress,high,2026-12-01T14:00,2026-11-30,90`)
    expect((await read(csv, text)).records).toEqual([full])
  })

  test('--map names and orders the columns, and what has no place is told', async () => {
    const told = { ...full, comments: [{ body: 'a' }, { body: 'b' }], title: 'Pay' }
    const { text, notes } = await write(csv, [told], {
      columns: new Map([
        ['due', 'Deadline'],
        ['title', 'Name'],
      ]),
    })
    expect(text).toBe('Deadline,Name\r\n2026-12-01T14:00,Pay\r\n')
    expect(notes).toEqual(['CSV has no place for 2 comments'])
  })

  test('a key there is not is refused with the nearest', async () => {
    await expect(write(csv, [full], { columns: new Map([['titel', 'Name']]) })).rejects.toEqual(
      refusal('unknown key "titel"', 'did you mean title?'),
    )
  })

  test('columns that came along are given back under their names', async () => {
    const text = 'title,Colour,Size\r\nPaint,"deep, red",\r\nSand,,L\r\n'
    const { records, notes } = await read(csv, text)
    expect(records.map(({ extra }) => extra)).toEqual([{ csv: { Colour: 'deep, red' } }, { csv: { Size: 'L' } }])
    expect(notes).toEqual(['2 columns larry does not know are kept for the next export as CSV: "Colour", "Size"'])
    const back = await write(csv, records, { kept: ['Colour', 'Size'] })
    expect(back.text.split('\r\n')[1]).toMatch(/^,,Paint,.*,"deep, red",$/)
  })
})

const formulas = ['=1+1', '+1', '-1', '@x', '\t=1', '\r=1', "'=1+1", "'plain", "''+1"]

test.each([false, true])('with spreadsheet %j a formula comes back as it was', async (spreadsheet) => {
  const tasks = formulas.map(
    (notes, at): TaskRecord => ({ kind: 'task', uid: `${uid.slice(0, -1)}${at}`, title: 'a', notes }),
  )
  const { text } = await write(csv, tasks, { spreadsheet })
  const { records } = await read(csv, text, { spreadsheet })
  expect(records.map(({ notes }) => notes)).toEqual(formulas)
})

test('a spreadsheet runs no cell of a table written for it', async () => {
  const task: TaskRecord = { kind: 'task', title: '=HYPERLINK("http://x")', notes: "'=2" }
  const { text } = await write(csv, [task], {
    spreadsheet: true,
    columns: new Map([
      ['title', '=Name'],
      ['notes', 'b'],
    ]),
  })
  expect(text).toBe(`'=Name,b\r\n"'=HYPERLINK(""http://x"")",''=2\r\n`)
})

describe('read', () => {
  test('a table of a spreadsheet that separates by semicolons', async () => {
    const text =
      'sep=;\r\nSubject;Due Date;State;Priority;Labels;Estimate;Notes\r\n' +
      '"Angebot; Rev. 2";24.12.2026;In Progress;Highest;#büro, bank;1h30m;"erste Zeile\r\nzweite ""Zeile"""\r\n' +
      ';;;;;;\r\n' +
      'Steuer;2026-12-31 14:00:00;x;2;;0;\r\n'
    const { told, notes } = await read(csv, text)
    expect(told.map(({ line, adapted }) => ({ line, adapted }))).toEqual([
      { line: 3, adapted: ['priority "Highest" became urgent'] },
      { line: 6, adapted: ['status "x" became done', 'priority "2" became medium'] },
    ])
    expect(told.map((one) => ({ ...one.record, source: undefined }))).toEqual([
      {
        kind: 'task',
        title: 'Angebot; Rev. 2',
        due: '2026-12-24',
        status: 'in-progress',
        priority: 'urgent',
        tags: ['büro', 'bank'],
        estimate_minutes: 90,
        notes: 'erste Zeile\r\nzweite "Zeile"',
      },
      {
        kind: 'task',
        title: 'Steuer',
        due: '2026-12-31T14:00',
        status: 'done',
        priority: 'medium',
        tags: [],
        estimate_minutes: null,
        notes: null,
      },
    ])
    expect(notes).toEqual(['1 empty row passed over'])
  })

  test('the same rows have the same names, equal ones a number each', async () => {
    const text = 'title\tdue\nMilk\t\nMilk\t\nBread\t\n'
    const [first, second] = [await read(csv, text), await read(csv, text, {}, 3)]
    const names = first.records.map(({ source }) => source)
    expect(names).toEqual([
      expect.stringMatching(/^csv:[0-9a-f]{32}$/),
      `${names[0]}:2`,
      expect.stringMatching(/^csv:[0-9a-f]{32}$/),
    ])
    expect(second.records).toEqual(first.records)
  })

  test('--map says which column is what, and by what a row is known', async () => {
    const columns = new Map([
      ['title', 'What'],
      ['source', 'Key'],
      ['due', 'by when'],
    ])
    const { records } = await read(csv, 'Key,What,By When,Title\nA-1,Pay,2026-12-01,Mr\n', { columns })
    expect(records).toEqual([{ kind: 'task', title: 'Pay', due: '2026-12-01', source: 'csv:A-1' }])
  })

  test('days and times without an offset are of the zone', async () => {
    const { records } = await read(csv, 'title,created,completed_at\na,2026-11-01,2026-11-02T10:00:00+02:00\n')
    expect(records[0]).toMatchObject({
      created_at: '2026-11-01T00:00:00.000Z',
      completed_at: '2026-11-02T08:00:00.000Z',
    })
  })

  test('a rule counts by the calendar from the due date where nothing else is said', async () => {
    const { records } = await read(csv, 'title,due,recurrence\na,2026-12-01,FREQ=DAILY\n')
    expect(records[0]).toMatchObject({ recurrence_mode: 'schedule', recurrence_anchor: '2026-12-01' })
  })

  test('a field called __proto__ is a field', async () => {
    const { records } = await read(csv, 'title,__proto__\na,b\n')
    expect(Object.entries(records[0]!.extra!['csv']!)).toEqual([['__proto__', 'b']])
  })
})

const mapped = (key: string, column: string) => ({ columns: new Map([[key, column]]) })

test.each([
  ['', {}, 'the table is empty', ''],
  ['Who,When\nme,now\n', {}, 'line 1: no column holds titles', 'columns: Who, When; --map title="Who"'],
  ['title,Note,note\n', {}, 'line 1: two columns are called "Note"', ''],
  ['title\n', mapped('titl', 'x'), 'unknown key "titl"', 'did you mean title?'],
  ['Name\n', mapped('title', 'Nam'), 'line 1: unknown column "Nam"', 'did you mean Name?'],
  ['title,due\na\n', {}, 'line 2: 1 cell under 2 columns', ''],
  ['title,due\na,,\n', {}, 'line 2: 3 cells under 2 columns', ''],
  ['title,\na,b\n', {}, 'line 2: "b" stands under no name', ''],
  ['title,due\n\n"a\nb",2026-02-30\n', {}, 'line 3: "2026-02-30" is not a date that exists', ''],
  [
    'title,due\na,3/4/2026\n',
    {},
    'line 2: "3/4/2026" is 3 apr to some and mar 4 to others',
    '2026-04-03 or 2026-03-04',
  ],
  ['title,due\na,someday\n', {}, 'line 2: cannot read "someday" as a date', ''],
  ['title,status\na,dun\n', {}, 'line 2: unknown status "dun"', 'one of todo, in-progress'],
  ['title,priority\na,6\n', {}, 'line 2: unknown priority "6"', ''],
  ['title,estimate\na,long\n', {}, 'line 2: cannot read "long" as a length of time', ''],
  ['title,tags\na,+-\n', {}, 'line 2: "+-" cannot be a tag', ''],
  ['title,recurrence\na,FREQ=OFTEN\n', {}, 'line 2: unknown FREQ "OFTEN"', ''],
  ['title,project\na,a//b\n', {}, 'line 2: "a//b" cannot name a project', ''],
  ['title,due\n,2026-12-01\n', {}, 'line 2: a task needs a title', ''],
  ['title\n"a\r\nb"\n"c" d\n', {}, 'line 4: something follows a closing quote', ''],
  ['title\na\n5" disk\n', {}, 'line 3: a quote stands inside a cell', ''],
  ['title\na\n"b\n\n', {}, 'line 3: a quote is not closed', ''],
])('%j is refused', async (text, how, message, hint) => {
  await expect(read(csv, text, how)).rejects.toEqual(refusal(message, hint))
})

test('a quote that is never closed ends at 16 MB', async () => {
  await expect(read(csv, `title\n"${'x'.repeat(17 << 20)}`, {}, 1 << 20)).rejects.toEqual(
    refusal('line 2: a row is longer'),
  )
})

const anyText = string({ unit: 'binary', maxLength: 30 }).filter((one) => one.isWellFormed() && !one.includes('\0'))
const word = constantFrom('a', 'zürich', '日本', '🏦')

test('whatever a cell holds comes back', async () => {
  const tasks = array(
    record({
      kind: constantFrom('task' as const),
      title: anyText.filter((one) => one.replaceAll('\x85', '').trim() !== ''),
      notes: option(anyText.filter((one) => one.trim() !== '')),
      due: option(constantFrom('2026-12-01', '2026-12-01T23:59')),
      tags: array(word, { maxLength: 3 }).map((tags) => [...new Set(tags)]),
      source: constantFrom('csv:x'),
    }),
    { maxLength: 4 },
  )
  await assert(
    asyncProperty(tasks, async (records) => {
      const columns = new Map([
        ['title', 'title'],
        ['notes', 'N'],
        ['due', 'due'],
        ['tags', 'tags'],
        ['source', 'source'],
      ])
      const { text } = await write(csv, records, { columns })
      expect((await read(csv, text, { columns })).records).toEqual(records)
    }),
    { numRuns: 60 },
  )
})

describe('a column', () => {
  const columns = (...pairs: [string, string][]) => ({ columns: new Map(pairs) })

  test('is left alone where its key is mapped to none', async () => {
    const { records } = await read(csv, 'title,status\r\na,offen\r\n', columns(['status', '']))
    expect(records).toMatchObject([{ title: 'a' }])
    expect(Object.keys(records[0]!).toSorted()).toEqual(['kind', 'source', 'title'])
  })

  test('that cannot be read is named as it stands, with a way to leave it', async () => {
    await expect(read(csv, 'title,status\r\na,Offen\r\n')).rejects.toMatchObject({
      message: 'line 2: unknown status "Offen"',
      hint: expect.stringMatching(/; --map status= reads no column as status$/) as string,
    })
    await expect(read(csv, 'title,priority\r\na,P9\r\n')).rejects.toMatchObject({
      message: 'line 2: unknown priority "P9"',
    })
    for (const estimate of ['1.5', '"1,5"'])
      await expect(read(csv, `title,estimate\r\na,${estimate}\r\n`)).rejects.toMatchObject({
        message: `line 2: "${estimate.replaceAll('"', '')}" does not say of what it is a part`,
        hint: 'minutes such as 90, or 1.5h; --map estimate_minutes= reads no column as estimate_minutes',
      })
  })

  test('is mapped by the name others give a key, each key once', async () => {
    expect((await read(csv, 'title,Zeit\r\na,90\r\n', columns(['estimate', 'Zeit']))).records).toMatchObject([
      { estimate_minutes: 90 },
    ])
    const twice = columns(['due', 'A'], ['deadline', 'B'])
    await expect(read(csv, 'title,A,B\r\na,,\r\n', twice)).rejects.toMatchObject({
      message: '"deadline" is due, which was mapped before',
    })
  })

  test('of P1 to P4 is read as others mean it', async () => {
    const { records } = await read(csv, 'title,priority\r\na,P1\r\nb,p2\r\nc,P3\r\nd,P4\r\n')
    expect(records.map(({ priority }) => priority)).toEqual(['urgent', 'critical', 'high', 'medium'])
  })

  test('of ids alone makes no task known again, and is refused unless it is mapped', async () => {
    await expect(read(csv, 'id,title\r\n1,a\r\n')).rejects.toMatchObject({
      message:
        'line 1: the column "id" numbers tasks, which does not make them known again: all would come as new ones',
      hint: 'larry export -o FILE.csv writes uids, too; --map id="id" takes them as new ones',
    })
    for (const column of ['id', ''])
      expect((await read(csv, 'id,title\r\n1,a\r\n', columns(['id', column]))).records).toHaveLength(1)
  })
})

describe("a template of Todoist's", () => {
  const heading = 'TYPE,CONTENT,DESCRIPTION,PRIORITY,INDENT,AUTHOR,RESPONSIBLE,DATE,DATE_LANG,TIMEZONE'
  const rows = [
    'meta,view_style=list,,,,,,,,',
    'task,Move house @home @big,All of it,1,1,Eve (12),,2026-12-24,en,Europe/Vienna',
    'note,Ask Bob,,,,Eve (12),,,,',
    'task,Book van,,4,2,,,every monday,en,',
    'task,Sort @attic things,,2,3,,,every third moon,en,',
    ',,,,,,,,,',
    'section,Later,,,,,,,,',
    'task,Rest,,,1,,,,,',
  ]
  const file = [heading, ...rows, ''].join('\r\n')

  test('is tasks, subtasks and comments', async () => {
    const { told, notes, records } = await read(csv, file)
    const [move, van, sort] = records
    expect(records).toMatchObject([
      {
        title: 'Move house',
        tags: ['home', 'big'],
        notes: 'All of it',
        priority: 'urgent',
        due: '2026-12-24',
        comments: [{ body: 'Ask Bob' }],
        extra: { csv: { AUTHOR: 'Eve (12)', DATE_LANG: 'en', TIMEZONE: 'Europe/Vienna' } },
      },
      { title: 'Book van', priority: 'medium', recurrence: 'FREQ=WEEKLY;BYDAY=MO', parent_uid: move!.source },
      { title: 'Sort @attic things', priority: 'critical', parent_uid: van!.source },
      { title: 'Rest', comments: [] },
    ])
    expect(sort).toMatchObject({ extra: { csv: { DATE: 'every third moon' } } })
    expect(records[3]).not.toHaveProperty('parent_uid')
    expect(told.map(({ line, adapted }) => ({ line, adapted }))).toEqual([
      { line: 3, adapted: undefined },
      { line: 5, adapted: undefined },
      { line: 6, adapted: ['DATE "every third moon" was not understood, and is kept for CSV alone'] },
      { line: 9, adapted: undefined },
    ])
    expect(notes).toEqual(['1 section passed over: "Later"'])
  })

  test('is known again, and refused where its rows are of no known type', async () => {
    const sources = async () => (await read(csv, file)).records.map(({ source }) => source)
    expect(new Set([...(await sources()), ...(await sources())]).size).toBe(4)
    await expect(read(csv, `${heading}\r\nTask,a,,1,1,,,,,\r\n`)).rejects.toMatchObject({
      message: 'line 2: unknown TYPE "Task"',
    })
    await expect(read(csv, `${heading}\r\ntask,a,,5,1,,,,,\r\n`)).rejects.toMatchObject({
      message: 'line 2: unknown PRIORITY "5"',
    })
  })
})
