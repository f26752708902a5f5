import { describe, expect, test } from 'vitest'
import { checkNote, checkOrder, readSpan, secondsOf, showMoment, showSpan } from '../../src/domain/time-span.ts'
import { clockAt } from './clock.ts'
import { refusal } from './refusal.ts'

const clock = clockAt('2026-11-23T10:00')
const at = (time: string, day = '2026-11-23') => `${day}T${time}:00.000Z`

describe('a span', () => {
  test.each([
    [{ length: '1h30m' }, at('08:30'), at('10:00')],
    [{ length: '45m', from: '9:00' }, at('09:00'), at('09:45')],
    [{ length: '45m', to: '9:00' }, at('08:15'), at('09:00')],
    [{ from: '9:00', to: '9:30' }, at('09:00'), at('09:30')],
    [{ from: '9:00' }, at('09:00'), at('10:00')],
    [{ from: '9:00', to: '9:00' }, at('09:00'), at('09:00')],
    [{ length: '1h', from: 'yesterday 23:30' }, at('23:30', '2026-11-22'), at('00:30')],
  ])('of %j', (told, started_at, ended_at) => {
    expect(readSpan(told, clock)).toEqual({ started_at, ended_at })
  })

  test.each([
    [{}, 'how long is not said', '1h30m'],
    [{ to: '9:00' }, 'how long is not said', ''],
    [{ length: '1h', from: '8:00', to: '9:00' }, 'are all given', 'two of them'],
    [{ length: '61m', from: '9:00' }, '61m from 09:00 would end at 10:01', ''],
    [{ from: '9:30', to: '9:00' }, '09:00 is before 09:30', 'yesterday 23:30'],
    [{ length: 'soon' }, 'cannot read "soon" as a length', ''],
    [{ length: '0m' }, 'cannot read "0m" as a length', ''],
  ])('of %j is refused', (told, message, hint) => {
    expect(() => readSpan(told, clock)).toThrow(refusal(message, hint))
  })

  test('that would begin before 1970 is refused', () => {
    expect(() => readSpan({ length: '48h' }, clockAt('1970-01-02T00:00'))).toThrow(refusal('before 1970'))
  })

  test('has the whole seconds from the second it began in to the second it ended in, never fewer than none', () => {
    const between = (started_at: string, ended_at: string) => secondsOf({ started_at, ended_at })
    expect(between('2026-11-23T09:00:00.999Z', '2026-11-23T09:00:01.000Z')).toBe(1)
    expect(between('2026-11-23T09:00:00.000Z', '2026-11-23T09:00:00.999Z')).toBe(0)
    expect(between('2026-11-23T09:00:00.000Z', '2026-11-23T08:00:00.000Z')).toBe(0)
    expect(between('2026-10-24T22:00:00.000Z', '2026-10-25T23:00:00.000Z')).toBe(25 * 3600)
  })

  test('is shown in the zone, with the day unless it is today', () => {
    const vienna = clockAt('2026-11-23T10:00', 1, 'Europe/Vienna')
    expect(showMoment(at('08:00'), vienna)).toBe('09:00')
    expect(showMoment(at('23:30', '2026-11-22'), vienna)).toBe('00:30')
    expect(showMoment(at('22:30', '2026-11-22'), vienna)).toBe('2026-11-22 23:30')
    expect(showSpan({ started_at: at('08:00'), ended_at: at('09:00') }, vienna)).toBe('09:00 to 10:00')
    expect(showSpan({ started_at: at('08:00'), ended_at: null }, vienna)).toBe('since 09:00')
    const yesterday = at('08:00', '2026-11-22')
    expect(showSpan({ started_at: yesterday, ended_at: at('09:00', '2026-11-22') }, vienna)).toBe(
      '2026-11-22 09:00 to 10:00',
    )
    expect(showSpan({ started_at: yesterday, ended_at: at('09:00') }, vienna)).toBe(
      '2026-11-22 09:00 to 2026-11-23 10:00',
    )
  })

  test('without an end is in order', () => {
    expect(checkOrder({ started_at: at('09:00'), ended_at: null }, clock)).toMatchObject({ ended_at: null })
  })
})

test.each([
  ['', 'the note is empty'],
  [' \u0085 ', 'the note is empty'],
  ['a\0b', 'NUL'],
  ['\ud800', 'half a character'],
])('the note %j is refused', (note, message) => {
  expect(() => checkNote(note)).toThrow(refusal(message))
})
