import { readFileSync } from 'node:fs'
import { array, assert, asyncProperty, constantFrom, oneof, option, record, string } from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { TaskRecord } from '../../src/domain/records/task-record.ts'
import { markdown } from '../../src/interchange/markdown.ts'
import { refusal } from '../domain/refusal.ts'
import { read, write } from './through.ts'

const fixture = readFileSync('test/fixtures/interchange/checklist.md', 'utf8')
const uid = (at: number) => `0198f2c4-1111-7000-8000-0000000000${String(at).padStart(2, '0')}`

/** What a record says, as far as it is not the usual; of the task above it the title. */
function said(task: TaskRecord, all: readonly TaskRecord[]): object {
  const { kind: _kind, source: _source, parent_uid, ...rest } = task
  const usual = ['[]', 'null', '"todo"', '"medium"']
  const above = all.find(({ source, uid: name }) => parent_uid != null && [source, name].includes(parent_uid))
  return {
    ...Object.fromEntries(Object.entries(rest).filter(([, value]) => !usual.includes(JSON.stringify(value)))),
    ...(above && { above: above.title }),
  }
}

describe('a document', () => {
  test('is read item by item, the rest is passed over and told', async () => {
    const { told, notes, records } = await read(markdown, fixture)
    const project = 'Moving house'
    const papers = 'Moving house/Papers'
    expect(records.map((task) => said(task, records))).toEqual([
      { title: 'Sign the lease', due: '2026-11-27', priority: 'urgent', project },
      { title: 'Measure the kitchen', status: 'done', project },
      { title: 'windows', status: 'done', project, above: 'Measure the kitchen' },
      {
        title: 'doors',
        project,
        above: 'Measure the kitchen',
        notes: 'ask for the plan from 1998\n\nand the height of the *step*',
      },
      { title: 'Sort books', status: 'in-progress', project, tags: ['boxes', 'cellar'] },
      { title: 'novels', project, above: 'Sort books' },
      { title: 'atlases', project, above: 'Sort books', estimate_minutes: 90 },
      { title: 'the torn one', status: 'cancelled', project, above: 'atlases' },
      { title: 'Renew passport', due: '2026-12-15T10:00', wait_until: '2026-12-01', project: papers },
      { title: 'Cancel the gym', status: 'done', project: papers },
      { title: 'Ask about the deposit (see [the letter](letter.md))', project: papers },
      { title: 'Compare `rm -rf` and *mv*, 2 * 3 [draft] C:\\temp', project: papers },
      { title: 'Read https://example.org/a_b_(c)?d=*e* at #12', project: papers },
      {
        title: 'Water the plants',
        due: '2026-11-24',
        project: papers,
        recurrence: 'FREQ=DAILY;INTERVAL=3',
        recurrence_mode: 'schedule',
      },
      {
        title: 'Descale the kettle',
        project: papers,
        recurrence: 'FREQ=MONTHLY;INTERVAL=2',
        recurrence_mode: 'completion',
      },
      { title: 'Write to the landlord', client: 'Acme Corp', status: 'blocked', project: 'Letters' },
      { title: 'Buy stamps', project: papers },
      { title: 'Buy stamps', project: papers },
    ])
    expect(told.filter(({ adapted }) => adapted).map(({ line, adapted }) => [line, adapted])).toEqual([
      [24, ['[>] became todo']],
    ])
    expect(notes).toEqual(['10 lines are no checklist items: passed over (from line 1)'])
  })

  test('gives the same tasks again, and those of what was written', async () => {
    const { records } = await read(markdown, fixture)
    const { text } = await write(markdown, records)
    expect(text).toContain(
      [
        '# Moving house',
        '',
        '- [ ] Sign the lease due:2026-11-27 p:urgent',
        '- [x] Measure the kitchen',
        '  - [x] windows',
        '  - [ ] doors',
        '    ask for the plan from 1998',
        '',
        '    and the height of the *step*',
        '- [/] Sort books +boxes +cellar',
      ].join('\n'),
    )
    expect(text).not.toContain('<!--')
    const again = await read(markdown, text)
    const bySource = (tasks: readonly TaskRecord[]) => tasks.toSorted((a, b) => (a.source! < b.source! ? -1 : 1))
    expect(bySource(again.records)).toEqual(bySource(records))
    expect((await write(markdown, again.records)).text).toBe(text)
  })
})

test('a uid stands in a comment where the title would not make the task known again', async () => {
  const tasks: TaskRecord[] = [
    { kind: 'task', uid: uid(1), title: 'One', project: 'a/b' },
    { kind: 'task', uid: uid(2), title: 'Two', parent_uid: uid(1), notes: 'n' },
    {
      kind: 'task',
      uid: uid(3),
      title: 'Three',
      priority: 'low',
      comments: [{ body: 'c' }],
      depends_on_uids: [uid(1)],
    },
  ]
  const { text, notes } = await write(markdown, tasks)
  expect(text).toBe(
    `- [ ] Three p:low <!-- ${uid(3)} -->\n` +
      `\n# a/b\n\n- [ ] One <!-- ${uid(1)} -->\n  - [ ] Two project:none <!-- ${uid(2)} -->\n    n\n`,
  )
  expect(notes).toEqual(['Markdown has no place for 1 link, 1 comment'])
  const { records } = await read(markdown, text)
  expect(records.map(({ uid: known, parent_uid, project }) => [known, parent_uid, project])).toEqual([
    [uid(3), undefined, null],
    [uid(1), undefined, 'a/b'],
    [uid(2), uid(1), null],
  ])
})

test.each([
  ['- [ ] ok\n- [ ] a due:2026-02-30', 'line 2: "2026-02-30" is not a date that exists', ''],
  ['- [ ] a due:3/4/2026', 'line 1: "3/4/2026" is', '2026-04-03 or 2026-03-04'],
  ['- [ ] a p:hihg', 'line 1: unknown priority "hihg"', 'did you mean high?'],
  ['- [ ] a due:2026-12-01 due:2026-12-02', 'line 1: due is given twice', ''],
  ['- [x] a completed:2026-02-30', 'line 1: "2026-02-30" is not a date that exists', ''],
  ['- [ ] a every:day after:day', 'line 1: every:"day" and after:"day" are both given', ''],
  [`# ${'x'.repeat(300)}\n- [ ] a`, 'line 2: "', ''],
])('refuses %#', async (text, message, hint) => {
  await expect(read(markdown, text)).rejects.toEqual(refusal(message, hint))
})

test.each([
  ['a word in prose is no key', '- [ ] returns status:200', { title: 'returns status:200' }],
  ['a word that is escaped is no mark', '- [ ] a \\#b due\\:x', { title: 'a #b due:x' }],
  ['an item of marks alone is its own title', '- [ ] #shopping', { title: '#shopping', tags: ['shopping'] }],
  ['a reference to an issue is no tag', '- [ ] fix #12', { title: 'fix #12' }],
  ['a number of a character is that character', '- [ ] a&#10;b &amp; c&#0;', { title: 'a\nb &amp; c&#0;' }],
])('%s', async (_, line, expected) => {
  const { records } = await read(markdown, line)
  expect(records.map((task) => said(task, records))).toEqual([expected])
})

test.each([
  ['spaces', `- [ ] a${' '.repeat(90_000)}b <!-- ${' '.repeat(1000)}`],
  ['words', `- [ ] ${'+a '.repeat(30_000)}`],
])('%s without end are refused in no time', async (_, text) => {
  await expect(read(markdown, text, {}, 65_536)).rejects.toEqual(refusal('line 1: the title has'))
})

test('a list of 1,000 levels is read, one deeper is refused with its line', async () => {
  const levels = (count: number) => Array.from({ length: count }, (_, at) => `${' '.repeat(at)}- [ ] a`).join('\n')
  expect((await read(markdown, levels(1000), {}, 65_536)).records).toHaveLength(1000)
  await expect(read(markdown, levels(1001), {}, 65_536)).rejects.toEqual(
    refusal('line 1001: the item is nested deeper than 1,000 levels', 'move it further to the left'),
  )
})

test('a line as long as a book is refused', async () => {
  await expect(read(markdown, `- [ ] ${'x'.repeat(1 << 20)}`, {}, 65_536)).rejects.toEqual(
    refusal('line 1: an item of 1048576 characters is too long'),
  )
})

const odd = constantFrom(
  ' two  spaces ',
  'a\nb',
  'ends due:2026-12-01',
  'ends completed:2026-12-01',
  'p:high',
  '+a #b',
  '\\',
  '\\#a',
  '[ ] x',
  '&#10; &amp;',
  '<!-- x -->',
  '_a_ b_c',
  'https://x/*a*\\',
  'x "y"',
  '# h',
  'a\tb\t',
  `c <!-- ${uid(9)} -->`,
)
const plain = string({ unit: 'binary', maxLength: 20 }).filter((one) => one.isWellFormed() && !one.includes('\0'))
const oddNotes = constantFrom(
  '- [ ] x',
  '\\',
  ' \n',
  '\n\na\n\n',
  '  a\n b\n\tc',
  '```\nx\n```',
  '# h',
  '1. [x] y',
  '1\\. [ ]',
  'a\r\nb\r',
  '&#10;',
  '> q\n* [ ] z',
  '~~~',
  '+ [ ]',
)
const anyTask = record({
  kind: constantFrom('task' as const),
  title: oneof(odd, plain).filter((one) => one.replaceAll('\x85', '').trim() !== ''),
  status: constantFrom(
    'todo' as const,
    'in-progress' as const,
    'review' as const,
    'done' as const,
    'cancelled' as const,
  ),
  priority: constantFrom('medium' as const, 'urgent' as const),
  due: option(constantFrom('2026-12-01', '2026-12-01T23:59')),
  wait_until: option(constantFrom('2026-12-01')),
  estimate_minutes: option(constantFrom(1, 90)),
  project: option(constantFrom('a', 'b/c d', 'x # "y" #', "none's")),
  notes: option(
    oneof(
      oddNotes,
      plain.filter((one) => one !== ''),
    ),
  ),
  tags: array(constantFrom('a', 'b_c', '日本', 'x*y'), { maxLength: 2 }).map((tags) => [...new Set(tags)].toSorted()),
  recurrence: constantFrom(null),
  recurrence_mode: constantFrom(null),
})

test('whatever a checklist can say comes back', async () => {
  await assert(
    asyncProperty(array(anyTask, { maxLength: 5 }), async (drafts) => {
      const tasks = drafts.map((task, at) => ({
        ...task,
        uid: uid(at),
        ...(['done', 'cancelled'].includes(task.status) && { completed_at: '2026-11-20T00:00:00.000Z' }),
        ...(at % 3 > 0 && { parent_uid: uid(at - 1) }),
      }))
      const { text } = await write(markdown, tasks)
      const { records } = await read(markdown, text)
      expect(records.toSorted((a, b) => (a.uid! < b.uid! ? -1 : 1))).toEqual(tasks)
    }),
    { numRuns: 300 },
  )
})

test("the signs of Obsidian's Tasks at the end of an item say dates and a priority; in its middle they are text", async () => {
  const text = [
    '- [ ] Pay rent #home ⏫ ➕ 2026-11-01 ⏳ 2026-12-01 📅 2026-12-24',
    '- [x] Call 🔼 ✅ 2026-11-20',
    '- [ ] Read 📅 2026-12-24 again 🔽',
  ].join('\n')
  const { records } = await read(markdown, text)
  expect(records).toMatchObject([
    {
      title: 'Pay rent',
      tags: ['home'],
      priority: 'critical',
      created_at: '2026-11-01T00:00:00.000Z',
      wait_until: '2026-12-01',
      due: '2026-12-24',
    },
    { title: 'Call', priority: 'high', status: 'done', completed_at: '2026-11-20T00:00:00.000Z' },
    { title: 'Read 📅 2026-12-24 again', priority: 'low', due: null },
  ])
  const titles = ['Look 🔽', 'Look 📅 2026-12-24', 'Look ✅ 2026-02-30 ⏫']
  const tasks = titles.map((title) => ({ kind: 'task', title }) as const)
  const back = await read(markdown, (await write(markdown, tasks)).text)
  expect(back.records.map(({ title, due, priority }) => [title, due, priority])).toEqual(
    titles.map((title) => [title, null, 'medium']),
  )
  await expect(read(markdown, '- [ ] a ✅ 2026-02-30')).rejects.toMatchObject({
    message: 'line 1: "2026-02-30" is not a date that exists',
  })
})
