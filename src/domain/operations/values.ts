import { Failure } from '../errors.ts'
import { quoted } from '../quoted.ts'
import { instant } from '../records/values.ts'
import { checkText, isBlank } from '../title.ts'
import { isUid } from '../uid.ts'
import type { Name } from './operation.ts'

/** What one line says, by key. */
export type Given = Readonly<Record<string, unknown>>

function cannotBe(key: string, value: unknown, hint: string): Failure {
  return new Failure('usage', `"${key}" cannot be ${quoted(value)}`, hint)
}

/** A text, undefined where the key was not given. */
export function textAt(given: Given, key: string): string | undefined {
  const value = given[key]
  if (value === undefined) return undefined
  if (typeof value !== 'string') throw cannotBe(key, value, 'it is a text')
  checkText(`"${key}"`, value)
  return value
}

/** A switch, off where the key was not given. */
export function switchAt(given: Given, key: string, usual = false): boolean {
  const value = given[key] ?? usual
  if (typeof value !== 'boolean' || given[key] === null) throw cannotBe(key, given[key], 'it is true or false')
  return value
}

/** A list of texts, undefined where the key was not given. */
export function textsAt(given: Given, key: string): readonly string[] | undefined {
  const value = given[key]
  if (value === undefined) return undefined
  if (Array.isArray(value) && value.every((one) => typeof one === 'string')) return value
  throw cannotBe(key, value, 'it is a list of texts')
}

/** A name that lines of one batch, or batches, know each other by: 1 to 200 characters. */
export function handleAt(given: Given, key: string): string | undefined {
  const text = textAt(given, key)
  if (text === undefined) return undefined
  if (isBlank(text) || Array.from(text).length > 200) throw cannotBe(key, text, 'it has 1 to 200 characters')
  return text
}

/** A UTC instant as JSON has it, in larry's spelling. */
export function instantAt(given: Given, key: string): string | undefined {
  const text = textAt(given, key)
  if (text === undefined) return undefined
  return instant(text, `"${key}"`)
}

/** A task by its id, its whole uid, or as an earlier line called it: 12, "ref:a". */
export function nameFrom(key: string, value: unknown): Name {
  if (Number.isSafeInteger(value) && (value as number) > 0) return { id: value as number }
  if (isUid(value)) return { uid: value.toLowerCase() }
  if (typeof value === 'string' && /^ref:./s.test(value)) return { ref: value.slice(4) }
  throw cannotBe(key, value, 'a task is named by its id or uid, or by "ref:NAME" as an earlier line calls it with "as"')
}

/** A list of tasks, undefined where the key was not given. */
export function namesAt(given: Given, key: string): readonly Name[] | undefined {
  const value = given[key]
  if (value === undefined) return undefined
  if (!Array.isArray(value)) throw cannotBe(key, value, 'it is a list such as [3,"ref:a"]')
  return value.map((one) => nameFrom(key, one))
}

/** A uid, whole. */
export function uidAt(given: Given, key: string): Name {
  const uid = textAt(given, key)!
  if (!isUid(uid)) throw cannotBe(key, uid, 'it has 36 characters')
  return { uid: uid.toLowerCase() }
}
