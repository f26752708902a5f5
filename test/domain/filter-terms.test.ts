import { describe, expect, test } from 'vitest'
import { parseFilter } from '../../src/domain/filter/parse.ts'
import { clockAt } from './clock.ts'
import { refusal } from './refusal.ts'

const parse = (word: string) => parseFilter([word], [], clockAt())

describe('the terms of a filter', () => {
  test.each([
    ['p:high', { kind: 'priority', anyOf: ['high'] }],
    ['p:low,4', { kind: 'priority', anyOf: ['low', 'critical'] }],
    ['p:high..', { kind: 'priority', anyOf: ['high', 'critical', 'urgent'] }],
    ['p:..medium', { kind: 'priority', anyOf: ['low', 'medium'] }],
    ['p:medium..4', { kind: 'priority', anyOf: ['medium', 'high', 'critical'] }],
    ['p>=high', { kind: 'priority', anyOf: ['high', 'critical', 'urgent'] }],
    ['priority>high', { kind: 'priority', anyOf: ['critical', 'urgent'] }],
    ['pri<medium', { kind: 'priority', anyOf: ['low'] }],
    ['prio<=2', { kind: 'priority', anyOf: ['low', 'medium'] }],
    ['status:todo,review', { kind: 'status', anyOf: ['todo', 'review'] }],
    ['status:in', { kind: 'status', anyOf: ['in-progress'] }],
    ['due:today', { kind: 'due', test: { from: '2026-11-23', before: '2026-11-24' } }],
    ['due:..fri', { kind: 'due', test: { before: '2026-11-28' } }],
    ['due:2026-01-01..', { kind: 'due', test: { from: '2026-01-01' } }],
    ['due:next monday', { kind: 'due', test: { from: '2026-11-30', before: '2026-12-01' } }],
    ['due:none', { kind: 'due', test: 'none' }],
    ['due:ANY', { kind: 'due', test: 'any' }],
    ['due<fri', { kind: 'due', test: { before: '2026-11-27' } }],
    ['due>-1d', { kind: 'due', test: { from: '2026-11-23' } }],
    ['wait:monday', { kind: 'wait_until', test: { from: '2026-11-30', before: '2026-12-01' } }],
    ['completed:sow..', { kind: 'completed_at', test: { from: '2026-11-23' } }],
    ['created<today', { kind: 'created_at', test: { before: '2026-11-23' } }],
    ['project:work', { kind: 'project', name: 'work', below: false }],
    ['project:work/', { kind: 'project', name: 'work', below: true }],
    ['proj:none', { kind: 'project', name: null, below: false }],
    ['client:"Acme Corp"', { kind: 'client', name: 'Acme Corp' }],
    ['client:none', { kind: 'client', name: null }],
    ['est:..30m', { kind: 'estimate', range: { to: 30 } }],
    ['est:1h..2h', { kind: 'estimate', range: { from: 60, to: 120 } }],
    ['est:45', { kind: 'estimate', range: { from: 45, to: 45 } }],
    ['est<1h', { kind: 'estimate', range: { to: 59 } }],
    ['est>=1h', { kind: 'estimate', range: { from: 60 } }],
    ['est:none', { kind: 'estimate', range: 'none' }],
    ['tag:home,+work', { kind: 'tag', anyOf: ['home', 'work'] }],
    ['id:3-9', { kind: 'id', refs: ['3-9'] }],
    ['id:3,7-9', { kind: 'id', refs: ['3', '7-9'] }],
    ['parent:12', { kind: 'parent', refs: ['12'] }],
    ['depends:none', { kind: 'depends', refs: null }],
    ['is:overdue', { kind: 'is', state: 'overdue' }],
    ['is:Due-Today', { kind: 'is', state: 'due-today' }],
    ['has:notes', { kind: 'has', possession: 'notes' }],
    ['has:Files', { kind: 'has', possession: 'files' }],
    ['has:reminders', { kind: 'has', possession: 'reminders' }],
  ])('%s is understood', (word, filter) => {
    expect(parse(word)).toEqual(filter)
  })

  test.each([
    ['is:overdeu', 'unknown word after is: "overdeu"', 'did you mean overdue?'],
    ['is:nonsense', 'unknown word after is: "nonsense"', 'one of open, closed'],
    ['has:note', 'unknown word after has: "note"', 'did you mean notes?'],
    ['has:xyz', 'unknown word after has: "xyz"', 'one of notes'],
    ['p:hgih', 'unknown priority "hgih"', 'did you mean high?'],
    ['p>=x', 'unknown priority "x"', 'one of low'],
    ['p:..', 'as a range of priorities', 'high..'],
    ['p:a..b..c', 'as a range of priorities', 'high..'],
    ['est:..', 'as a range of lengths', '..30m'],
    ['est:soon', 'as a length of time', '1h30m'],
    ['status:todo,odd', 'unknown status "odd"', 'one of'],
    ['due:2026-12-05..2026-12-01', 'ends before it begins', ''],
    ['due:2027-02-29', 'not a date that exists', ''],
    ['project>work', 'project cannot be compared', 'project:work'],
    ['urgency:..', 'as a range of urgencies', '5..9.5'],
    ['urgency:high', 'cannot read "high" as an urgency', 'urgency:10..'],
    ['project:/', 'cannot name a project', ''],
    ['status:,', '', ''],
    ['tag:,', '', ''],
    ['id:,', '', ''],
  ])('%s is refused', (word, message, hint) => {
    expect(() => parse(word)).toThrow(refusal(message, hint))
  })
})
