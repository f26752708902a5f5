import { describe, expect, test } from 'vitest'
import { explainFilter, explainSort } from '../../src/domain/filter/explain.ts'
import { parseFilter } from '../../src/domain/filter/parse.ts'
import { readSort } from '../../src/domain/sort.ts'
import { clockAt } from './clock.ts'

const explained = (...words: string[]) => explainFilter(parseFilter(words, [], clockAt()))

describe('each kind of term in words', () => {
  test.each([
    ['+home', 'tagged home'],
    ['-home', 'not tagged home'],
    ['tag:home,work', 'tagged any of home, work'],
    ['p:high', 'priority high'],
    ['p:high..', 'priority any of high, critical, urgent'],
    ['p>urgent', 'no priority there is'],
    ['status:todo,rev', 'status any of todo, review'],
    ['due:..fri', 'due before Sat 28 Nov 2026'],
    ['due:today', 'due on Mon 23 Nov 2026'],
    ['due:tomorrow 14:00', 'due at Tue 24 Nov 2026 14:00'],
    ['due<2026-11-24T14:00', 'due before Tue 24 Nov 2026 14:00'],
    ['due:mon..fri', 'due from Mon 30 Nov 2026 to Fri 4 Dec 2026'],
    ['due:tue..2026-11-24T09:30', 'due from Tue 24 Nov 2026 until before Tue 24 Nov 2026 09:31'],
    ['due>today', 'due from Tue 24 Nov 2026 on'],
    ['due>9999-12-31', 'due never'],
    ['due:..9999-12-31', 'due at any time'],
    ['due:none', 'without a due date'],
    ['due:any', 'with a due date'],
    ['wait:..fri', 'hidden until a time before Sat 28 Nov 2026'],
    ['wait:none', 'never hidden'],
    ['created:2026-11-20', 'created on Fri 20 Nov 2026'],
    ['completed:sow..', 'finished from Mon 23 Nov 2026 on'],
    ['completed:none', 'not finished'],
    ['project:work', 'in project work'],
    ['project:work/', 'in project work or below'],
    ['project:none', 'in no project'],
    ['client:"Acme Corp"', 'for client Acme Corp'],
    ['client:none', 'for no client'],
    ['est:..30m', 'estimated at most 30m'],
    ['est:1h..2h', 'estimated at least 1h and at most 2h'],
    ['est:45', 'estimated at 45m'],
    ['est:none', 'without an estimate'],
    ['est:any', 'with an estimate'],
    ['parent:12', 'part of 12'],
    ['parent:none', 'part of no task'],
    ['depends:3,4', 'waiting for any of 3, 4'],
    ['depends:none', 'waiting for no task'],
    ['id:3-9', 'id 3-9'],
    ['is:overdue', 'overdue'],
    ['is:closed', 'done or cancelled'],
    ['is:ready', 'open, neither blocked nor hidden'],
    ['has:notes', 'with notes'],
    ['has:comments', 'with comments'],
    ['has:due', 'with a due date'],
    ['has:reminders', 'with a reminder to come'],
    ['rent', '"rent" in title or notes'],
    ['/^Pay \\d/', 'title or notes match /^Pay \\d/'],
  ])('%s is %s', (word, words) => {
    expect(explained(word)).toEqual([words])
  })
})

test('words side by side are several things, and parentheses show what belongs together', () => {
  expect(explained('+a', 'and', 'due:none', 'rent')).toEqual([
    'tagged a',
    'without a due date',
    '"rent" in title or notes',
  ])
  expect(explained('+a or +b and p:high')).toEqual(['tagged a or (tagged b and priority high)'])
  expect(explained('(+a or +b) not (+c +d)')).toEqual(['tagged a or tagged b', 'not (tagged c and tagged d)'])
  expect(explained()).toEqual([])
})

test('an order in words ends with ids, once', () => {
  expect(explainSort(readSort(['-due', 'p']))).toEqual(['due, descending', 'priority', 'id'])
  expect(explainSort(readSort(['id']))).toEqual(['id'])
})
