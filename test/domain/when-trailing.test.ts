import { describe, expect, test } from 'vitest'
import { trailingWhen } from '../../src/domain/when/trailing.ts'
import { clockAt } from './clock.ts'

/** The title left over and the date taken from a line. */
function read(line: string): [title: string, when: string | undefined] {
  const words = line.split(' ')
  const end = trailingWhen(words, clockAt())
  return [words.slice(0, words.length - (end?.words ?? 0)).join(' '), end?.when]
}

describe('the date a title ends with', () => {
  test.each([
    ['Pay rent today', 'Pay rent', '2026-11-23'],
    ['Pay rent tomorrow', 'Pay rent', '2026-11-24'],
    ['Pay rent Tomorrow', 'Pay rent', '2026-11-24'],
    ['Watch film tonight', 'Watch film', '2026-11-23T20:00'],
    ['Meet Ann friday', 'Meet Ann', '2026-11-27'],
    ['Meet Ann next Friday', 'Meet Ann', '2026-12-04'],
    ['Clean this weekend', 'Clean', '2026-11-28'],
    ['Renew in 3 days', 'Renew', '2026-11-26'],
    ['Renew in 1 week', 'Renew', '2026-11-30'],
    ['Renew in 2 months', 'Renew', '2027-01-23'],
    ['Ship 2026-12-24', 'Ship', '2026-12-24'],
    ['Ship 2026-12-24T14:00', 'Ship', '2026-12-24T14:00'],
    ['Meet on fri', 'Meet', '2026-11-27'],
    ['Ship by eom', 'Ship', '2026-11-30'],
    ['Lunch at noon', 'Lunch', '2026-11-23T12:00'],
    ['Call at 2 pm', 'Call', '2026-11-23T14:00'],
    ['Call Bob tomorrow at 14:00', 'Call Bob', '2026-11-24T14:00'],
    ['Call Bob tomorrow 2pm', 'Call Bob', '2026-11-24T14:00'],
    ['Call Bob on next wednesday at 2 pm', 'Call Bob', '2026-12-02T14:00'],
    ['Call Bob in 3 days at 9am', 'Call Bob', '2026-11-26T09:00'],
    ['Send it by 15 april', 'Send it', '2027-04-15'],
    ['Send it by April 15th', 'Send it', '2027-04-15'],
    ['Call Ann on the 15th at 9am', 'Call Ann', '2026-12-15T09:00'],
    ['Meet on the 15th', 'Meet', '2026-12-15'],
    ['Meet on 24 dec at 14:00', 'Meet', '2026-12-24T14:00'],
    ['Meet on Fri, 27 Nov', 'Meet', '2026-11-27'],
    ['Meet on 24.12.', 'Meet', '2026-12-24'],
    ['Meet at 15:00 on friday', 'Meet', '2026-11-27T15:00'],
    ['Plan today for tomorrow', 'Plan today for', '2026-11-24'],
  ])('%j is %j due %s', (line, title, when) => {
    expect(read(line)).toEqual([title, when])
  })

  test.each([
    'Sat exam',
    'Buy sun cream',
    'Order 2/3 inch pipe',
    'March of the Penguins',
    'tomorrow',
    'today',
    'Monday',
    'next friday',
    'on friday',
    'by tomorrow',
    'in 3 days',
    'tomorrow at 14:00',
    'next monday at 14:00',
    'Pay rent tomorrow (really)',
    'Meet on monday with Bob',
    'Meet Ann fri',
    'Buy sun',
    'Go to sat',
    'Book room 14:00',
    'Turn 6',
    'Leave at 6',
    'Wait 3d',
    'Study for at least 2 days',
    'Learn in 3 years',
    'Read 2027-02-29',
    'Meet on 2027-02-29',
    'Call at 14:00:30',
    'Ask about next week',
    'See yesterday',
    'Should be fixed by now',
    'Prepare for Black Friday',
    'Open on Easter Monday',
    'Fast until good friday',
    'Report on march',
    'Report on the second',
    'Look at three',
    'Look at q3',
    'Stand by me',
    'Reflect on 2026',
    'Party on christmas eve',
    'Sell the house by easter',
    'Pay at the end of the year',
    'Sleep at night',
    'Meet at half past 3',
    'Report on last friday',
    'Work on 3/4',
    'Meet Ann friday morning',
    'Read the 15th',
    'Call in 90 minutes',
    'Move to december 24',
  ])('%j stays whole', (line) => {
    expect(read(line)).toEqual([line, undefined])
  })

  test('no words have no date', () => {
    expect(trailingWhen([], clockAt())).toBeUndefined()
  })
})
