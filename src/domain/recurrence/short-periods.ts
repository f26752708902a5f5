import { daySeconds } from './calendar.ts'
import { dayFilter, rememberingDays } from './days.ts'
import { indexFrom, type Moments, momentsOf } from './moments.ts'
import type { Rule } from './rule.ts'
import { countTicks } from './tick-count.ts'
import { type Ticking, ticks } from './ticks.ts'

/** A rule whose periods are shorter than a day: what is shorter still is chosen from, the rest only lets a period pass. */
export type ShortRule = Rule & { readonly freq: keyof typeof unitsPerDay }

/** How many periods a day has. */
const unitsPerDay = { hourly: 24, minutely: 1440, secondly: 86_400 } as const

const range = (count: number) => Array.from({ length: count }, (_, index) => index)
const [everyHour, everyMinute, everySecond] = [range(24), range(60), range(60)]

export function isShort(rule: Rule): rule is ShortRule {
  return Object.hasOwn(unitsPerDay, rule.freq)
}

/** The moments of each hour, minute or second a rule allows, from the one that holds `from`; see `periodsOf`. */
export function* shortPeriods(rule: ShortRule, start: number, from: number): Generator<Moments> {
  const ticking = tickingOf(rule, start)
  for (const tick of ticks(ticking, unitOf(rule, from))) {
    const moments = momentsIn(rule, start, tick)
    if (moments.size === 0) return
    yield moments
  }
}

/** How many moments a rule gives from its start up to, not with, `before`. */
export function countShort(rule: ShortRule, start: number, before: number): number {
  const ticking = tickingOf(rule, start)
  const [first] = ticks(ticking, ticking.start)
  if (first === undefined) return 0
  const unit = unitOf(rule, before)
  const [last] = ticks(ticking, unit)
  const period = momentsIn(rule, start, first)
  const ofLast = last === unit ? indexFrom(momentsIn(rule, start, unit), before) : 0
  return countTicks(ticking, unit) * period.size + ofLast - indexFrom(period, start)
}

function unitOf({ freq }: ShortRule, second: number): number {
  return Math.floor(second / (daySeconds / unitsPerDay[freq]))
}

function tickingOf(rule: ShortRule, start: number): Ticking {
  const { freq, interval, byHour = everyHour, byMinute = everyMinute, bySecond = everySecond } = rule
  const within = (units: readonly number[], parts: readonly number[]) =>
    units.flatMap((unit) => parts.map((part) => unit * 60 + part))
  const minutes = () => within(byHour, byMinute)
  const units = { hourly: () => byHour, minutely: minutes, secondly: () => within(minutes(), bySecond) }[freq]()
  const isDay = rememberingDays(dayFilter(rule))
  return { start: unitOf(rule, start), perDay: unitsPerDay[freq], interval, isDay, units }
}

function momentsIn({ freq, byMinute, bySecond, bySetPos }: ShortRule, start: number, tick: number): Moments {
  const at = (tick * daySeconds) / unitsPerDay[freq]
  const [minute, second] = [Math.floor(at / 60) % 60, at % 60]
  const choice = {
    days: [Math.floor(at / daySeconds)],
    hours: [Math.floor((at % daySeconds) / 3600)],
    minutes: freq === 'hourly' ? (byMinute ?? [Math.floor(start / 60) % 60]) : [minute],
    seconds: freq === 'secondly' ? [second] : (bySecond ?? [start % 60]),
  }
  return momentsOf(choice, bySetPos)
}
