import { expect, test } from 'vitest'
import { describeWhen } from '../../src/domain/when/describe.ts'

test.each([
  ['2026-11-23', 'today (Mon 23 Nov)'],
  ['2026-11-24', 'tomorrow (Tue 24 Nov)'],
  ['2026-11-22', 'yesterday (Sun 22 Nov)'],
  ['2026-11-24T14:00', 'tomorrow 14:00 (Tue 24 Nov)'],
  ['2026-11-27', 'Fri 27 Nov'],
  ['2026-11-27T14:00', 'Fri 27 Nov 14:00'],
  ['2026-01-05', 'Mon 5 Jan'],
  ['2027-01-01', 'Fri 1 Jan 2027'],
  ['2027-01-01T09:30', 'Fri 1 Jan 2027 09:30'],
  ['2025-12-31', 'Wed 31 Dec 2025'],
])('%s is said as %j on 23 November 2026', (civil, text) => {
  expect(describeWhen(civil, '2026-11-23')).toBe(text)
})

test('tomorrow in another year says the year', () => {
  expect(describeWhen('2027-01-01', '2026-12-31')).toBe('tomorrow (Fri 1 Jan 2027)')
})
