import { expect, test } from 'vitest'
import { bench } from '../support/larry.ts'
import { lines, told } from './recurring-seed.ts'
import { everything } from './seed.ts'

const weekdays = 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR'

test.each([
  ['every:"month on the 31st"', '2026-11-30', 'every month on the 31st · next Thu 31 Dec'],
  ['every:week', '2026-11-23', 'every week · next Mon 30 Nov'],
  ['every:weekday', '2026-11-23', 'every weekday · next tomorrow (Tue 24 Nov)'],
  ['every:"weekday at 9:30"', '2026-11-23T09:30', 'every weekday · next tomorrow 09:30 (Tue 24 Nov)'],
  ['every:"weekday at 8:30"', '2026-11-24T08:30', 'every weekday · next Wed 25 Nov 08:30'],
  ['every:"2 weeks on mon,thu" due:thu', '2026-11-26', 'every 2 weeks on Mon and Thu · next Mon 7 Dec'],
  ['every:"week on monday" due:wed', '2026-11-25', 'every Mon · next Mon 30 Nov'],
  ['every:month due:2027-01-31', '2027-01-31', 'every month on the 31st · next Sun 28 Feb 2027'],
  ['every:"day at 9:00" due:fri', '2026-11-27T09:00', 'every day · next Sat 28 Nov 09:00'],
  ['every:"day starting 2026-12-24"', '2026-12-24', 'every day · next Fri 25 Dec'],
  ['every:"day until today"', '2026-11-23', 'every day until Mon 23 Nov 2026'],
  ['every:"day except tomorrow"', '2026-11-23', 'every day · next Wed 25 Nov'],
  ['every:FREQ=MONTHLY;BYMONTHDAY=1', '2026-12-01', 'every month on the 1st · next Fri 1 Jan 2027'],
  ['every:"6 weeks on tuesday"', '2026-11-24', 'every 6 weeks on Tue · next Tue 5 Jan 2027'],
  ['every:"3 months on the 15th"', '2026-12-15', 'every 3 months on the 15th · next Mon 15 Mar 2027'],
  ['every:"2 hours"', '2026-11-23T10:00', 'every 2 hours · next today 12:00 (Mon 23 Nov)'],
  ['after:"10 days"', '-', '10 days after completion'],
  ['after:"10 days" due:fri', '2026-11-27', '10 days after completion'],
])('add X %s is due %s: %s', async (words, due, echo) => {
  const b = bench()
  expect(await told(b, ['add', `X ${words}`])).toContain(` · ${echo}\n`)
  expect(await lines(b)).toEqual([`1 todo ${due}`])
})

test('the options say the same as the words', async () => {
  const b = bench()
  await b.larry('add', 'Stand-up', '--every', 'weekday at 9:30')
  await b.larry('add', 'Filter', '--after', '3 months', '--due', 'fri')
  expect(await b.tasks()).toMatchObject([
    { due: '2026-11-23T09:30', recurrence: weekdays, recurrence_mode: 'schedule' },
    { due: '2026-11-27', recurrence: 'FREQ=MONTHLY;INTERVAL=3', recurrence_mode: 'completion' },
  ])
})

test('lines of a pipe repeat each by its own words, and one that cannot be read stores none', async () => {
  const b = bench()
  await b.with({ stdin: 'One every:week\nTwo\nThree after:"2 days" due:fri\n' })('add', '-', '+x')
  expect((await b.tasks()).map(({ recurrence }) => recurrence)).toEqual(['FREQ=WEEKLY', null, 'FREQ=DAILY;INTERVAL=2'])
  expect(await b.with({ stdin: 'Four\nFive every:"2 blorps"\n' })('add', '-')).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('line 2: cannot read "2 blorps" as a recurrence'),
  })
  expect(await b.tasks()).toHaveLength(3)
})

test.each([
  [['every:"blue moon"'], 'cannot read "blue moon" as a recurrence'],
  [['every:""'], 'cannot read'],
  [['after:"every monday"'], 'is no length of time to count from completion'],
  [['after:FREQ=WEEKLY;INTERVAL=200000'], '"FREQ=WEEKLY;INTERVAL=200000" is too far away for a date'],
  [['every:week', 'after:"3 days"'], 'every:week and after:"3 days" are both given'],
  [['every:week', '--every', 'day'], 'every is given twice: every:week and --every day'],
  [['every:"day at 9:00"', 'due:"fri 10:00"'], 'the time is given twice: 10:00 and "day at 9:00"'],
  [['every:"day starting fri"', 'due:sat'], 'the start is given twice'],
  [['every:FREQ=SECONDLY'], '"FREQ=SECONDLY" speaks of seconds'],
  [['every:FREQ=DAILY;BYSECOND=5'], 'speaks of seconds'],
  [['every:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30'], 'never happens'],
  [['every:"day until 2020-01-01"'], 'has no date that is still to come'],
  [['every:FREQ=DAILY;COUNT=0'], 'COUNT'],
  [['every:\u0007'], 'cannot read'],
])('add X %j is refused and stores nothing', async (words, message) => {
  const b = bench()
  const before = await everything(b)
  const ran = await b.larry('add', 'X', ...words)
  expect(ran).toMatchObject({ code: 2, stdout: '' })
  expect(ran.stderr).toContain(message)
  expect(await everything(b)).toEqual(before)
})

test('a recurrence as long as a book is refused', async () => {
  const b = bench()
  expect(await b.larry('add', 'X', `every:"${'mon,'.repeat(5000)}x"`)).toMatchObject({ code: 2, stdout: '' })
  expect(await b.tasks()).toEqual([])
})

test.each(['Look after:cats', 'Sing after:"the dog"', 'every:where it rains'])('"%s" stays a title', async (title) => {
  const b = bench()
  await b.larry('add', `So ${title}`)
  expect(await b.tasks()).toMatchObject([{ title: `So ${title}`, recurrence: null }])
})

test('what is done when it is added is followed at once, and so is what is logged', async () => {
  const b = bench()
  expect(await told(b, ['add', 'Water', 'every:day', 'status:done'])).toBe(
    'Added 1 "Water" · due today (Mon 23 Nov) · done · every day\nNext: 2 "Water" due tomorrow (Tue 24 Nov)\n',
  )
  expect(await told(b, ['task', 'log', 'Run', 'after:"2 days"', '--time', '30m'])).toBe(
    'Logged 3 "Run" · 30m\nNext: 4 "Run" due Wed 25 Nov\n',
  )
  expect(await b.larry('add', 'Read', 'every:day', 'status:done', '-q')).toMatchObject({ stdout: '5\n' })
})

test('edit lets a task repeat from its due date, anew, and no more', async () => {
  const b = bench()
  await b.larry('add', 'Rent', 'due:2027-01-31')
  expect(await told(b, ['edit', '1', 'every:month'])).toBe(
    'Changed 1 "Rent" · due Sun 31 Jan 2027 · every month on the 31st · next Sun 28 Feb 2027\n',
  )
  expect(await told(b, ['edit', '1', 'every:month'])).toBe('Nothing changed: it was so already\n')
  expect(await told(b, ['edit', '1', 'after:"4 weeks"'])).toBe(
    'Changed 1 "Rent" · due Sun 31 Jan 2027 · 4 weeks after completion\n',
  )
  expect(await told(b, ['edit', '1', '--every', 'none'])).toBe('Changed 1 "Rent" · due Sun 31 Jan 2027\n')
  expect(await told(b, ['edit', '1', 'after:none'])).toBe('Nothing changed: it was so already\n')
  expect(await b.json('show', '1')).toMatchObject({
    recurrence: null,
    recurrence_mode: null,
    recurrence_anchor: null,
    series_uid: null,
  })
  await b.larry('done', '1')
  expect(await lines(b)).toEqual(['1 done 2027-01-31'])
  expect(await b.larry('edit', '1', 'every:day')).toMatchObject({
    code: 4,
    stderr: expect.stringContaining('task 1 is done'),
  })
})

test('edit of many gives each its own calendar', async () => {
  const b = bench()
  await b.larry('add', 'One', 'due:2027-01-31')
  await b.larry('add', 'Two', 'due:2027-01-15')
  await b.larry('add', 'Three')
  await b.larry('edit', '1-3', 'every:month at 10:00')
  expect(await lines(b)).toEqual(['1 todo 2027-01-31T10:00', '2 todo 2027-01-15T10:00', '3 todo 2026-11-23T10:00'])
  await b.larry('edit', '1', '2', 'status:done')
  expect((await lines(b)).slice(3)).toEqual(['4 todo 2027-02-28T10:00', '5 todo 2027-02-15T10:00'])
})
