import { array, assert, constantFrom, integer, option, property, record } from 'fast-check'
import { expect, test } from 'vitest'
import { nextAfter, occurrences } from '../../src/domain/recurrence/occurrences.ts'
import { type Rule, readRule, ruleText } from '../../src/domain/recurrence/rule.ts'
import { addDays, weekdayOf } from '../../src/domain/when/civil.ts'

const codes = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']
const some = (from: number, to: number) =>
  option(array(integer({ min: from, max: to }), { minLength: 1, maxLength: 4 }), { nil: undefined })

const parts = record({
  FREQ: constantFrom('YEARLY', 'MONTHLY', 'DAILY'),
  INTERVAL: integer({ min: 1, max: 4 }),
  BYMONTH: some(1, 12),
  BYMONTHDAY: option(array(constantFrom(1, 2, 15, 28, 29, 30, 31, -1, -2, -31), { minLength: 1 }), { nil: undefined }),
  BYDAY: option(array(constantFrom(...codes), { minLength: 1, maxLength: 3 }), { nil: undefined }),
  BYHOUR: some(0, 23),
  BYSETPOS: option(array(constantFrom(1, 2, 3, -1, -2), { minLength: 1, maxLength: 2 }), { nil: undefined }),
})

const rules = parts
  .filter(
    ({ BYSETPOS, BYMONTH, BYMONTHDAY, BYDAY, BYHOUR }) =>
      !BYSETPOS || [BYMONTH, BYMONTHDAY, BYDAY, BYHOUR].some(Boolean),
  )
  .map((values) =>
    Object.entries(values)
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => `${name}=${String(value)}`)
      .join(';'),
  )

const starts = constantFrom('2023-12-31T09:00', '2024-02-29T09:00', '2026-11-23T09:00', '2027-01-30T09:00')

/** RFC 5545 3.3.10 read word for word: every day of some years is looked at, and those of one period put together. */
function literally(rule: Rule, start: string, until: string): string[] {
  const { freq, interval, byMonth, byMonthDay, byDay, byHour, bySetPos } = rule
  const periodOf = (date: string) => {
    const [year, month] = date.split('-').map(Number) as [number, number]
    if (freq === 'yearly') return year
    return freq === 'monthly' ? year * 12 + month : Date.parse(date) / 86_400_000
  }
  const sets = new Map<number, string[]>()
  const isFree = !byMonthDay && !byDay
  for (let date = `${start.slice(0, 4)}-01-01`; date <= until; date = addDays(date, 1)) {
    const [month, day] = [Number(date.slice(5, 7)), Number(date.slice(8))]
    const fromEnd = new Date(Date.UTC(Number(date.slice(0, 4)), month, 0)).getUTCDate() - day + 1
    const period = periodOf(date)
    const isMeant =
      (period - periodOf(start.slice(0, 10))) % interval === 0 &&
      (byMonth?.includes(month) ?? (freq !== 'yearly' || !isFree || month === Number(start.slice(5, 7)))) &&
      (byMonthDay?.some((one) => one === day || one === -fromEnd) ??
        (freq === 'daily' || !isFree || day === Number(start.slice(8, 10)))) &&
      (byDay?.some((one) => one.day === weekdayOf(date)) ?? true)
    const hours = byHour?.map((hour) => String(hour).padStart(2, '0')) ?? [start.slice(11, 13)]
    if (!isMeant) continue
    const set = sets.get(period) ?? []
    set.push(...hours.map((hour) => `${date}T${hour}:00`))
    sets.set(period, set)
  }
  const chosen = (set: readonly string[]) =>
    bySetPos === undefined ? set : set.filter((_, i) => bySetPos.includes(i + 1) || bySetPos.includes(i - set.length))
  return [...sets.values()].flatMap(chosen).filter((time) => time >= start && time.slice(0, 10) <= until)
}

test('a rule gives what a word-for-word reading of the RFC gives', () => {
  assert(
    property(rules, starts, (text, start) => {
      const rule = readRule(text)
      const until = `${Number(start.slice(0, 4)) + 3}-12-31`
      expect([...occurrences({ ...rule, until }, start)]).toEqual(literally(rule, start, until))
    }),
    { numRuns: 30 },
  )
})

const shortRules = record({
  FREQ: constantFrom('HOURLY', 'MINUTELY', 'SECONDLY'),
  INTERVAL: constantFrom(1, 2, 7, 25, 61, 90, 1441, 86_401),
  BYHOUR: some(0, 23),
  BYMINUTE: some(0, 59),
  BYDAY: option(array(constantFrom(...codes), { minLength: 1, maxLength: 3 }), { nil: undefined }),
}).map((values) =>
  Object.entries(values)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}=${String(value)}`)
    .join(';'),
)

test('from anywhere on a rule goes on as it does from its start, counted or not', () => {
  assert(
    property(shortRules, integer({ min: 0, max: 30 }), (text, at) => {
      const rule = readRule(text)
      const list: string[] = []
      for (const time of occurrences(rule, '2026-11-23T09:00')) if (list.push(time) > 40) break
      const after = list[Math.min(at, list.length - 1)] ?? '2026-11-23T09:00'
      const next = list[Math.min(at, list.length - 1) + 1]
      const given = nextAfter(rule, '2026-11-23T09:00', after)
      const left = list.length > 40 ? list.slice(0, 40) : list
      expect([given, nextAfter({ ...rule, count: at + 2 }, '2026-11-23T09:00', after)]).toEqual([next, next])
      expect([...occurrences({ ...rule, count: 40 }, '2026-11-23T09:00')]).toEqual(left)
      expect(nextAfter({ ...rule, count: at + 1 }, '2026-11-23T09:00', after)).toBeUndefined()
    }),
    { numRuns: 30 },
  )
})

test('the text of a rule is read as the same rule', () => {
  assert(
    property(rules, (text) => {
      const rule = readRule(text)
      expect(readRule(ruleText(rule))).toEqual(rule)
    }),
  )
})
