import { Failure } from '../errors.ts'
import { nearest } from '../nearest.ts'
import { quoted } from '../quoted.ts'
import { checkLength, checkText, isBlank } from '../title.ts'
import { isUid } from '../uid.ts'
import { isCivil, isDate } from '../when/civil.ts'
import { readExact } from '../when/moment.ts'

/** Reads a value of a record as it is stored, whatever it was in the file; refuses what it cannot be, by the name of its key. */
export type ReadValue<T> = (value: unknown, key: string) => T

/** How each key of a record is read. */
export type Fields<R> = { readonly [K in keyof R]-?: ReadValue<R[K]> }

/** Reads the keys of a record that are told; an unknown one is refused with the nearest, as is the lack of one of `needed`. */
export function readFields<R extends object>(
  fields: Fields<R>,
  what: string,
  given: unknown,
  needed: readonly (keyof R & string)[],
): R {
  if (typeof given !== 'object' || given === null || Array.isArray(given)) throw no(what, given, 'a JSON object')
  const read: Record<string, unknown> = {}
  for (const [key, value] of Object.entries(given)) {
    if (value === undefined) continue
    if (!Object.hasOwn(fields, key)) throw unknownKey(what, key, Object.keys(fields))
    read[key] = fields[key as keyof R](value, key)
  }
  const missing = needed.find((key) => !Object.hasOwn(read, key))
  if (missing !== undefined) throw new Failure('usage', `a ${what} has no ${missing}`)
  return read as R
}

function unknownKey(what: string, key: string, known: readonly string[]): Failure {
  const near = nearest(key, known)
  const hint = near === undefined ? `keys: ${known.join(', ')}` : `did you mean ${near}?`
  return new Failure('usage', `a ${what} has no key "${key}"`, hint)
}

/** That a value is not what its key wants. */
export function no(key: string, value: unknown, what: string): Failure {
  return new Failure('usage', `${key} ${quoted(value)} is not ${what}`)
}

export function orNull<T>(read: ReadValue<T>): ReadValue<T | null> {
  return (value, key) => (value === null ? null : read(value, key))
}

export function listOf<T>(read: ReadValue<T>): ReadValue<readonly T[]> {
  return (value, key) => {
    if (!Array.isArray(value)) throw no(key, value, 'a list')
    return value.map((one) => read(one, key))
  }
}

/** Text of at most so many characters, blank or not. */
export function text(limit = Number.POSITIVE_INFINITY): ReadValue<string> {
  return (value, key) => {
    if (typeof value !== 'string') throw no(key, value, 'text')
    checkText(key, value)
    checkLength(key, value, limit)
    return value
  }
}

/** Text that is not blank. */
export function words(limit?: number): ReadValue<string> {
  const read = text(limit)
  return (value, key) => {
    if (typeof value === 'string' && isBlank(value)) throw new Failure('usage', `${key} is empty`)
    return read(value, key)
  }
}

export function oneOf<const T extends string>(allowed: readonly T[]): ReadValue<T> {
  return (value, key) => {
    const found = allowed.find((one) => one === value)
    if (found === undefined) throw no(key, value, `one of ${allowed.join(', ')}`)
    return found
  }
}

export function whole(from: number, to: number = Number.MAX_SAFE_INTEGER): ReadValue<number> {
  return (value, key) => {
    if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < from || value > to)
      throw no(
        key,
        value,
        `a whole number ${to === Number.MAX_SAFE_INTEGER ? `from ${from}` : `from ${from} to ${to}`}`,
      )
    return value
  }
}

/** Above zero, to a million, as habits count. */
export const amount: ReadValue<number> = (value, key) => {
  if (typeof value !== 'number' || !(value > 0 && value <= 1_000_000)) throw no(key, value, 'an amount up to 1000000')
  return value
}

export const flag: ReadValue<boolean> = (value, key) => {
  if (typeof value !== 'boolean') throw no(key, value, 'true or false')
  return value
}

/** A UTC instant; one with an offset or without milliseconds is brought to that form. */
export const instant: ReadValue<string> = (value, key) => {
  const read = typeof value === 'string' ? readExact(value.toLowerCase()) : undefined
  if (read?.length !== 24) throw no(key, value, 'an instant such as 2026-11-23T09:00:00.000Z')
  return read
}

export const date: ReadValue<string> = (value, key) => {
  if (typeof value !== 'string' || !isDate(value)) throw no(key, value, 'a date such as 2026-11-23')
  return value
}

export const civilTime: ReadValue<string> = (value, key) => {
  if (typeof value !== 'string' || value.length !== 16 || !isCivil(value))
    throw no(key, value, 'a local time such as 2026-11-23T09:00')
  return value
}

/** A civil date, with a time of day or without. */
export const civil: ReadValue<string> = (value, key) => {
  if (typeof value !== 'string' || !isCivil(value))
    throw no(key, value, 'a date such as 2026-11-23 or 2026-11-23T09:00')
  return value
}

export const uid: ReadValue<string> = (value, key) => {
  if (!isUid(value)) throw no(key, value, 'a UUID')
  return value.toLowerCase()
}

/** The uid or source of a task. */
export const identity: ReadValue<string> = (value, key) => (isUid(value) ? value.toLowerCase() : words()(value, key))
