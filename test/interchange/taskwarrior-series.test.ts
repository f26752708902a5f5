import { expect, test } from 'vitest'
import type { TaskRecord } from '../../src/domain/records/task-record.ts'
import { readRule } from '../../src/domain/recurrence/rule.ts'
import { ruleOf } from '../../src/interchange/taskwarrior/recur.ts'
import { type Entries, entriesOf, recordsOf, thereAndBack, uuid } from './taskwarrior.ts'

/** Due from 2 November on, a Monday, in week after week: the first is done, the second deleted, two are open. */
const template = {
  uuid: uuid(1),
  description: 'Pay rent',
  status: 'recurring',
  due: '20261102T000000Z',
  entry: '20261101T080000Z',
  mask: '+X--',
  recur: 'weekly',
  rtype: 'periodic',
}

const week = (imask: number, date: string, more: object = { status: 'pending' }) => ({
  uuid: uuid(10 + imask),
  description: 'Pay rent',
  due: `${date}T000000Z`,
  entry: '20261101T080000Z',
  imask,
  parent: uuid(1),
  recur: 'weekly',
  rtype: 'periodic',
  ...more,
})

const done = week(0, '20261102', { status: 'completed', end: '20261102T080000Z' })
const deleted = week(1, '20261109', { status: 'deleted', end: '20261109T080000Z' })
const [third, fourth] = [week(2, '20261116'), week(3, '20261123')]
const all: Entries = [template, third, fourth, done, deleted]

test('occurrences that are open are those of one series; the template is none', async () => {
  const series = {
    recurrence: 'FREQ=WEEKLY',
    recurrence_mode: 'schedule',
    recurrence_anchor: '2026-11-02',
    series_uid: uuid(1),
  }
  const records = await recordsOf(all)
  expect(records.map(({ uid, status, due }) => [uid, status, due])).toEqual([
    [uuid(12), 'todo', '2026-11-16'],
    [uuid(13), 'todo', '2026-11-23'],
    [uuid(10), 'done', '2026-11-02'],
    [uuid(11), 'cancelled', '2026-11-09'],
  ])
  expect(records[0]).toMatchObject(series)
  expect(records[1]).toMatchObject(series)
  expect(records[2]).not.toHaveProperty('recurrence')
})

test('all of it is given back, in whatever order it came', async () => {
  const sorted = (entries: Entries) => [...entries].sort((a, b) => (String(a['uuid']) < String(b['uuid']) ? -1 : 1))
  expect(sorted(await thereAndBack(all))).toEqual(sorted(all))
  expect(sorted(await thereAndBack(all.toReversed()))).toEqual(sorted(all))
})

test('a template without an open occurrence stands for its next, and is given back', async () => {
  const [next] = await recordsOf([{ ...template, mask: '+X' }])
  expect(next).toMatchObject({ uid: uuid(1), status: 'todo', due: '2026-11-16', recurrence: 'FREQ=WEEKLY' })
  expect(await thereAndBack([{ ...template, mask: '+X' }])).toEqual([{ ...template, mask: '+X' }])
})

/** The third and fourth done in larry, and what follows them there, or nothing. */
async function afterwards(following: Partial<TaskRecord> | undefined) {
  const [first, second] = await recordsOf([template, third, fourth])
  const closed = { status: 'done', completed_at: '2026-11-23T09:00:00.000Z' } as const
  const next = { kind: 'task', uid: uuid(20), title: 'Pay rent', ...seriesOf(second!), ...following } as TaskRecord
  return entriesOf([{ ...first!, ...closed }, { ...second!, ...closed }, ...(following === undefined ? [] : [next])])
}

function seriesOf({ recurrence, recurrence_mode, recurrence_anchor, series_uid }: TaskRecord) {
  return { recurrence, recurrence_mode, recurrence_anchor, series_uid }
}

test('what larry made to follow takes its place in the mask, and dates it passed over are not made again', async () => {
  const entries = await afterwards({ due: '2026-12-07' })
  expect(entries.map(({ uuid: one, status, imask, parent }) => ({ uuid: one, status, imask, parent }))).toEqual([
    { uuid: uuid(12), status: 'completed', imask: 2, parent: uuid(1) },
    { uuid: uuid(13), status: 'completed', imask: 3, parent: uuid(1) },
    { uuid: uuid(20), status: 'pending', imask: 5, parent: uuid(1) },
    { uuid: uuid(1), status: 'recurring', imask: undefined, parent: undefined },
  ])
  expect(entries[3]).toEqual({ ...template, mask: '+X++X-' })
  expect(entries[2]).not.toHaveProperty('larry')
})

test('a series that ended in larry ends in Taskwarrior', async () => {
  expect((await afterwards(undefined)).at(-1)).toEqual({
    ...template,
    mask: '+X++',
    status: 'deleted',
    end: '20261123T090000Z',
  })
})

test('an occurrence that repeats otherwise now is no longer of its template', async () => {
  const [first] = await recordsOf([template, third])
  const entries = await entriesOf([{ ...first!, recurrence: 'FREQ=DAILY' }])
  expect(entries).toHaveLength(1)
  expect(entries[0]).not.toHaveProperty('parent')
  expect((await recordsOf(entries))[0]).toMatchObject({ recurrence: 'FREQ=DAILY', recurrence_mode: 'schedule' })
})

test('an occurrence whose template is not in the file does not repeat, and is given back', async () => {
  expect((await recordsOf([third]))[0]).not.toHaveProperty('recurrence')
  expect(await thereAndBack([third])).toEqual([third])
})

test('a template ends where its until is', async () => {
  const [record] = await recordsOf([{ ...template, until: '20270101T000000Z' }])
  expect(record?.recurrence).toBe('FREQ=WEEKLY;UNTIL=20270101T000000')
})

/** What `task add due:2026-01-31 recur:...` of Taskwarrior 2.6.2 makes occurrences for. */
const words: Record<string, readonly string[]> = {
  'FREQ=DAILY': ['daily', 'day', '1d', 'P1D'],
  'FREQ=DAILY;INTERVAL=3': ['3d', '3days', '3day', 'P3D'],
  'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR': ['weekdays'],
  'FREQ=WEEKLY': ['weekly'],
  'FREQ=WEEKLY;INTERVAL=2': ['biweekly', 'fortnight'],
  'FREQ=DAILY;INTERVAL=14': ['2w', '2wks', '2weeks', 'P2W', '1fortnight'],
  'FREQ=MONTHLY;BYMONTHDAY=28,29,30,31;BYSETPOS=-1': ['monthly', '1m', 'P1M'],
  'FREQ=MONTHLY;INTERVAL=2;BYMONTHDAY=28,29,30,31;BYSETPOS=-1': ['bimonthly', '2m', 'P2M'],
  'FREQ=DAILY;INTERVAL=60': ['2mo', '2mths', '2months'],
  'FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=28,29,30,31;BYSETPOS=-1': ['quarterly', '1q'],
  'FREQ=MONTHLY;INTERVAL=6;BYMONTHDAY=28,29,30,31;BYSETPOS=-1': ['semiannual', '2q'],
  'FREQ=DAILY;INTERVAL=182': ['2qtrs', '2quarters'],
  'FREQ=YEARLY': ['yearly', 'annual', 'P1Y'],
  'FREQ=YEARLY;INTERVAL=2': ['biannual', 'biyearly', 'P2Y'],
  'FREQ=DAILY;INTERVAL=730': ['2y', '2yrs', '2years'],
  'FREQ=HOURLY;INTERVAL=12': ['12h', '12hours', 'PT12H'],
  'FREQ=HOURLY;INTERVAL=36': ['P1DT12H'],
  'FREQ=MINUTELY;INTERVAL=90': ['90min', 'PT90M'],
  'FREQ=DAILY;INTERVAL=45': ['P1M15D'],
}

test.each(Object.entries(words))('%s is what %s mean', (rule, recurs) => {
  expect(recurs.map((recur) => ruleOf(recur, '2026-01-31'))).toEqual(recurs.map(() => rule))
  expect(() => readRule(rule)).not.toThrow()
})

test('a month keeps a day that every month has, 29 February the end of its month', () => {
  expect(ruleOf('monthly', '2026-01-28')).toBe('FREQ=MONTHLY')
  expect(ruleOf('quarterly', '2026-01-30T09:00')).toBe('FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=28,29,30;BYSETPOS=-1')
  expect(ruleOf('yearly', '2028-02-29')).toBe('FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=28,29;BYSETPOS=-1')
})

test.each(['', 'moonly', '0d', '-1d', 'P', 'P0D', 'constructor', '1.5d', '99999999999999999999d', 'd3'])(
  'recur %o is no rule',
  (recur) => {
    expect(ruleOf(recur, '2026-01-31')).toBeUndefined()
  },
)
