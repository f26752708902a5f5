import { readChoice } from '../choice.ts'
import { clearable } from '../clearable.ts'
import { Failure } from '../errors.ts'
import { checkText, isBlank } from '../title.ts'
import type { Clock } from '../when/clock.ts'
import { readWholeDay } from './check-day.ts'
import { type Period, periods } from './period.ts'

/** What options say of a habit, as typed. */
export interface HabitOptions {
  readonly name?: string
  readonly period?: string
  readonly target?: string
  readonly unit?: string
  readonly starts?: string
  readonly ends?: string
}

/** The same as columns; an absent key was not given, null clears. */
export interface HabitAttributes {
  name?: string
  period?: Period
  target?: number
  unit?: string | null
  starts_on?: string
  ends_on?: string | null
}

/** Reads what options say of a habit; `none` clears what may be empty. */
export function readHabit({ name, period, target, unit, starts, ends }: HabitOptions, clock: Clock): HabitAttributes {
  const attributes: HabitAttributes = {}
  if (name !== undefined) attributes.name = readNewHabitName(name)
  if (period !== undefined) attributes.period = readChoice('period', period, periods)
  if (target !== undefined) attributes.target = readAmount('--target', target)
  if (unit !== undefined) attributes.unit = clearable(unit, () => readUnit(unit))
  if (starts !== undefined) attributes.starts_on = readWholeDay(starts, clock)
  if (ends !== undefined) attributes.ends_on = clearable(ends, () => readWholeDay(ends, clock))
  return attributes
}

/** Reads the name of a habit, the space around it taken off; control characters are refused. */
export function readHabitName(text: string): string {
  const name = text.trim().normalize('NFC')
  checkText('the name', name)
  if (isBlank(name) || name.length > 200 || /\p{Cc}/u.test(name))
    throw new Failure('usage', `"${text}" cannot name a habit`, 'such as larry habit add "Morning run"')
  return name
}

/** Reads the name a habit is to have: a number, which is an id, and what looks like words of a task are refused. */
export function readNewHabitName(text: string): string {
  const name = readHabitName(text)
  if (/^\d+$/.test(name))
    throw new Failure('usage', `"${text}" cannot name a habit: it is an id`, `such as "Run ${name}"`)
  const [word] = /(?<!\S)(?:every|period|target|unit|starts|ends):\S+/.exec(name) ?? []
  if (word !== undefined)
    throw new Failure(
      'usage',
      `"${word}" is no part of a habit's name`,
      'such as larry habit add Run --period week --target 3',
    )
  return name
}

/** Reads how much was or is to be done: at most a million, above zero, with up to three decimals. */
export function readAmount(what: string, text: string): number {
  const amount = /^\d{1,7}(\.\d{1,3})?$/.test(text.trim()) ? Number(text) : 0
  if (amount <= 0 || amount > 1_000_000)
    throw new Failure(
      'usage',
      `${what} "${text}" is not an amount from 0.001 to 1000000`,
      `such as ${what} 3 or ${what} 2.5`,
    )
  return amount
}

function readUnit(text: string): string {
  const unit = text.trim()
  checkText('the unit', unit)
  if (isBlank(unit) || unit.length > 50 || /\p{Cc}/u.test(unit))
    throw new Failure('usage', `"${text}" cannot be a unit`, 'such as --unit km')
  return unit
}

/** The days of a habit, and between which its checks lie. */
interface Days {
  readonly name: string
  /** Undefined for a new one, which has no checks. */
  readonly id?: number
  readonly starts_on: string
  readonly ends_on: string | null
  readonly checked?: { readonly first: string; readonly last: string } | undefined
}

/** Refuses a habit that ends before it starts, and one with checks outside its days. */
export function checkDays({ id, name, starts_on, ends_on, checked }: Days): void {
  if (ends_on !== null && ends_on < starts_on)
    throw new Failure('usage', `"${name}" starts on ${starts_on} and cannot end on ${ends_on}`, 'such as --ends none')
  const outside = (day: string, why: string) =>
    new Failure('conflict', `"${name}" has a check on ${day}, ${why}`, `larry habit undo ${id} --on ${day}`)
  if (checked !== undefined && checked.first < starts_on) throw outside(checked.first, `before ${starts_on}`)
  if (checked !== undefined && ends_on !== null && checked.last > ends_on)
    throw outside(checked.last, `after ${ends_on}`)
}
