import { describe, expect, test } from 'vitest'
import { type Bench, bench } from '../support/larry.ts'
import { lines, told } from './recurring-seed.ts'
import { seed } from './seed.ts'

/** The moments of all reminders of a task, as the wall clock shows them. */
async function moments(b: Bench, id: number): Promise<string[]> {
  const all = await b.json<{ task_id: number; civil_at: string }[]>('remind', 'list', '--all')
  return all.filter(({ task_id }) => task_id === id).map(({ civil_at }) => civil_at)
}

describe('what belongs to an occurrence that is moved by edit moves as far, and is as far from the next', () => {
  test('the day until which it waits', async () => {
    const b = bench()
    await seed(b, 'Rent due:2026-12-20 every:month wait:2026-12-18')
    await told(b, ['edit', '1', 'due:2026-12-10'])
    await told(b, ['done', '1'])
    expect(await b.tasks()).toMatchObject([
      { due: '2026-12-10', wait_until: '2026-12-08' },
      { due: '2027-01-20', wait_until: '2027-01-18' },
    ])
  })

  test('what is below it, also what is done, but not what was cancelled', async () => {
    const b = bench()
    await seed(b, 'Trip due:2026-12-05 every:month')
    await seed(b, 'Pack parent:1 due:2026-12-04', 'Book parent:1 due:2026-11-28', 'Skis parent:1 due:2026-12-01')
    await told(b, ['done', '3'])
    await told(b, ['task', 'cancel', '4'])
    expect(await told(b, ['edit', '1', 'due:2026-12-20'])).toBe(
      'Changed 1 "Trip" · due Sun 20 Dec · every month · next Tue 5 Jan 2027\n' +
        'Only this one moved: the repetition stays as it is\nMoved along: 2 "Pack", 3 "Book"\n',
    )
    await told(b, ['done', '1', '--cascade'])
    expect((await b.tasks()).map(({ due }) => due)).toEqual([
      '2026-12-20',
      '2026-12-19',
      '2026-12-13',
      '2026-12-01',
      '2027-01-05',
      '2027-01-04',
      '2026-12-29',
    ])
  })

  test('reminders, those before the date of what is below it too', async () => {
    const b = bench()
    await seed(b, 'Tax due:2026-12-06 every:month remind:"2026-12-05 8:00"', 'Print parent:1 due:2026-12-04 remind:-1d')
    expect(await told(b, ['edit', '1', 'due:2026-12-26'])).toContain('\nMoved 2 reminders with the due date\n')
    expect([await moments(b, 1), await moments(b, 2)]).toEqual([['2026-12-25T08:00'], ['2026-12-23T09:00']])
    await told(b, ['done', '1', '--cascade'])
    expect([await moments(b, 3), await moments(b, 4)]).toEqual([['2027-01-05T08:00'], ['2027-01-03T09:00']])
  })

  test('but not what the same edit places by itself', async () => {
    const b = bench()
    await seed(b, 'Trip due:2026-12-05 every:month', 'Pack parent:1 due:2026-12-04', 'Rest parent:1 due:2026-12-03')
    await b.json('edit', '1', '2', 'due:2026-12-08', 'wait:2026-12-01', 'remind:"2026-12-02 8:00"')
    expect(await b.tasks()).toMatchObject([
      { due: '2026-12-08', wait_until: '2026-12-01' },
      { due: '2026-12-08', wait_until: '2026-12-01' },
      { due: '2026-12-06', wait_until: null },
    ])
    expect([await moments(b, 1), await moments(b, 2)]).toEqual([['2026-12-02T08:00'], ['2026-12-02T08:00']])
  })

  test('also when it is moved again and again', async () => {
    const b = bench()
    await seed(b, 'Trip due:2026-12-05 every:month wait:2026-12-01', 'Pack parent:1 due:"2026-12-04 18:00"')
    for (const due of ['2026-12-20', '2026-12-12T10:00', '2026-11-28']) await told(b, ['edit', '1', `due:${due}`])
    await told(b, ['done', '1', '--cascade'])
    expect((await b.tasks()).slice(2)).toMatchObject([
      { due: '2027-01-05', wait_until: '2027-01-01' },
      { due: '2027-01-04T18:00' },
    ])
  })
})

test('dismissed reminders are as far from the next occurrence as they were, also after a skip', async () => {
  const b = bench()
  await seed(b, 'Tax due:2026-11-27 every:week remind:-1d')
  await b.json('remind', 'add', '1', '2026-11-26', '12:00')
  await told(b, ['remind', 'dismiss', '1', '2'])
  await told(b, ['recur', 'skip', '1'])
  expect(await b.json('remind', 'list', '--all')).toMatchObject([{ status: 'dismissed' }, { status: 'dismissed' }])
  await told(b, ['done', '1'])
  expect(await moments(b, 2)).toEqual(['2026-12-10T09:00', '2026-12-10T12:00'])
})

describe('a date that was passed does not come again when the task is then moved before it', () => {
  test.each([
    ['skipped', [['recur', 'skip', '1']], '2026-12-09'],
    ['moved later', [['edit', '1', 'due:2026-11-27']], '2026-12-02'],
    [
      'moved later and skipped',
      [
        ['edit', '1', 'due:2026-11-27'],
        ['recur', 'skip', '1'],
      ],
      '2026-12-09',
    ],
  ])('%s', async (_, passed, next) => {
    const b = bench()
    await seed(b, 'Choir due:2026-11-25 every:"week on wed"')
    for (const line of [...passed, ['edit', '1', 'due:2026-11-24']]) await told(b, line)
    expect(await told(b, ['done', '1'])).toContain(
      `Next: 2 "Choir" due ${next === '2026-12-09' ? 'Wed 9' : 'Wed 2'} Dec`,
    )
  })
})

test.each([
  ['"10 days"', '2026-12-20', '2026-12-30'],
  ['"10 days"', '2026-11-20', '2026-12-03'],
  ['"2 months"', '2026-12-20T18:00', '2027-02-20T18:00'],
  ['"20 hours"', '2026-12-20T18:00', '2026-12-21T14:00'],
  ['"20 hours"', '2026-12-20', '2026-12-20T20:00'],
  ['"20 hours"', '2026-11-23', '2026-11-24T05:00'],
])('skip of after:%s due %s counts from then or from now, the later: %s', async (after, due, next) => {
  const b = bench()
  await seed(b, `Filter due:${due} after:${after}`)
  await told(b, ['recur', 'skip', '1'])
  expect(await lines(b)).toEqual([`1 todo ${next}`])
})

describe('what repeats inside of a task that repeats', () => {
  test('does not go on by itself while another occurrence of that is open', async () => {
    const b = bench()
    await seed(b, 'Week due:2026-11-06 every:week', 'Day parent:1 due:2026-11-06 every:day')
    expect(await told(b, ['done', '1', '--cascade', '--catch-up', 'all'])).toContain('Next: 3 "Week"')
    await told(b, ['done', '3', '--cascade'])
    await told(b, ['done', '5', '--cascade'])
    const open = (await b.tasks()).filter(({ status }) => status === 'todo')
    expect(open.map(({ title, parent_id }) => [title, parent_id])).toEqual([
      ['Week', null],
      ['Day', 7],
    ])
  })

  test('comes once when several occurrences of that are done at once', async () => {
    const b = bench()
    await seed(b, 'Week due:2026-11-06 every:week', 'Day parent:1 due:2026-11-06 every:day')
    await told(b, ['done', '1', '--cascade', '--catch-up', 'all'])
    await told(b, ['done', '3', '5', '7', '--cascade'])
    const open = (await b.tasks()).filter(({ status }) => status === 'todo')
    expect(open.map(({ title, parent_id }) => [title, parent_id])).toEqual([
      ['Week', null],
      ['Day', 9],
    ])
  })

  test('waits for that also where the last of several that are done at once is paused', async () => {
    const b = bench()
    await seed(b, 'Week due:2026-11-06 every:week', 'Day parent:1 due:2026-11-06 every:day')
    await told(b, ['done', '1', '--cascade', '--catch-up', 'all'])
    await told(b, ['recur', 'pause', '7'])
    await told(b, ['done', '3', '5', '7', '--cascade'])
    expect(await b.json('list')).toEqual([])
  })

  test('stays paused when that comes again', async () => {
    const b = bench()
    await seed(b, 'Week due:2026-11-23 every:week', 'Day parent:1 due:2026-11-23 every:day')
    await told(b, ['recur', 'pause', '2'])
    await told(b, ['done', '1', '--cascade'])
    expect(await b.json('show', '4')).toMatchObject({
      parent_id: 3,
      recurrence: 'FREQ=DAILY',
      recurrence_paused_at: '2026-11-23T09:00:00.000Z',
    })
  })
})

describe('the dates left out', () => {
  const leftOut = async (b: Bench) =>
    (await b.json<{ recurrence_exceptions: string[] }>('show', '1')).recurrence_exceptions

  test('are without the date it has, also after it had none', async () => {
    const b = bench()
    await seed(b, 'Choir due:2026-11-25 every:week')
    await told(b, ['edit', '1', 'due:none'])
    expect(await leftOut(b)).toEqual(['2026-11-25'])
    await told(b, ['edit', '1', 'due:2026-11-25'])
    expect(await leftOut(b)).toEqual([])
  })

  test('stay with a new rule where that gives them too', async () => {
    const b = bench()
    await seed(b, 'Choir due:2026-11-25 every:"week except 2026-12-09"')
    await told(b, ['recur', 'except', '1', '2026-12-02'])
    await told(b, ['edit', '1', 'every:"2 weeks except 2027-01-06"'])
    expect(await leftOut(b)).toEqual(['2026-12-09', '2027-01-06'])
    await told(b, ['edit', '1', 'after:"3 days"'])
    expect(await leftOut(b)).toEqual([])
  })
})
