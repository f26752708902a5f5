import { Failure } from '../errors.ts'
import type { Named } from '../named.ts'
import { type Check, plus } from './marks.ts'

/** What a day of a habit says: done, so much of it, or skipped. */
export interface DayEntry {
  readonly amount: number | null
  readonly note: string | null
  readonly skipped: boolean
}

/** What is told of a day; an absent key was not given. */
export interface Told {
  readonly amount?: number
  readonly note?: string
}

/** A day that is done: what was there is kept, an amount is added to it, a note takes the place of the one before. */
export function doneOn(before: DayEntry | undefined, { amount, note }: Told): DayEntry {
  const was = before === undefined || before.skipped ? undefined : before
  const sum = was === undefined || amount === undefined ? amount : plus(was.amount ?? 1, amount)
  return { amount: sum ?? was?.amount ?? null, note: note ?? before?.note ?? null, skipped: false }
}

/** A day that is skipped; one that is done is refused, for what was done would be lost. */
export function skippedOn(before: DayEntry | undefined, { note }: Told, { id, name }: Named, day: string): DayEntry {
  if (before !== undefined && !before.skipped)
    throw new Failure('conflict', `"${name}" is done on ${day}`, `larry habit undo ${id} --on ${day} takes it back`)
  return { amount: null, note: note ?? before?.note ?? null, skipped: true }
}

/** True when two entries say the same. */
export function isSameEntry(a: DayEntry | undefined, b: DayEntry): boolean {
  return a !== undefined && a.amount === b.amount && a.note === b.note && a.skipped === b.skipped
}

/** Checks in the order of their days, with another entry on one day, or none there. */
export function withDay(checks: readonly Check[], on: string, entry: DayEntry | undefined): Check[] {
  const at = checks.findIndex((check) => check.on >= on)
  const before = at < 0 ? checks : checks.slice(0, at)
  const after = at < 0 ? [] : checks.slice(at).filter((check) => check.on !== on)
  return [...before, ...(entry === undefined ? [] : [{ on, amount: entry.amount, skipped: entry.skipped }]), ...after]
}
