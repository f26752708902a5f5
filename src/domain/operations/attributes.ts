import { Failure } from '../errors.ts'
import { quoted } from '../quoted.ts'
import type { Attributes } from '../task.ts'
import { checkText, checkTitle } from '../title.ts'
import type { Clock } from '../when/clock.ts'
import { readAttributes } from '../words/attributes.ts'
import type { Token } from '../words/split.ts'
import { readTag } from '../words/values.ts'
import type { Links } from './operation.ts'
import { type Given, nameFrom, namesAt, textsAt } from './values.ts'

/** The word each key stands for, which reads its value; `clears` where null may stand. */
const words: Readonly<Record<string, { readonly word: string; readonly clears: boolean }>> = {
  status: { word: 'status', clears: false },
  priority: { word: 'priority', clears: false },
  due: { word: 'due', clears: true },
  wait_until: { word: 'wait', clears: true },
  estimate: { word: 'est', clears: true },
  estimate_minutes: { word: 'est', clears: true },
  project: { word: 'project', clears: true },
  client: { word: 'client', clears: true },
  every: { word: 'every', clears: true },
  after: { word: 'after', clears: true },
  remind: { word: 'remind', clears: true },
}

/** The keys whose value may be a number too. */
const numeric = ['priority', 'estimate', 'estimate_minutes']

/** What add or edit says of a task, read as their words are: stored forms and phrases alike. Other tasks are `linksOf`. */
export function attributesOf(given: Given, clock: Clock, mode: 'add' | 'edit'): Attributes {
  const tokens = Object.keys(words).flatMap((key) => (given[key] === undefined ? [] : [tokenOf(key, given[key])]))
  const attributes = readAttributes([...tokens, ...tagTokens(given)], clock, mode)
  const { title, notes } = given
  if (title !== undefined) attributes.title = checkTitle(requireText('title', title))
  if (notes !== undefined) attributes.notes = notes === null ? null : requireText('notes', notes)
  if (typeof attributes.notes === 'string') checkText('the notes', attributes.notes)
  return attributes
}

/** The tasks that attributes speak of. */
export function linksOf(given: Given): Links {
  const { parent_id, depends_on } = given
  return {
    parent: parent_id === undefined || parent_id === null ? parent_id : nameFrom('parent_id', parent_id),
    depends: depends_on === null ? [] : namesAt(given, 'depends_on'),
  }
}

/** The tags a task is to have and no others. */
export function allTagsOf(given: Given): readonly string[] | undefined {
  return given['tags'] === null ? [] : textsAt(given, 'tags')?.map(readTag)
}

function tokenOf(key: string, value: unknown): Token {
  const { word, clears } = words[key]!
  const text = `"${key}":${quoted(value)}`
  if (value === null && clears) return { key: word, value: 'none', text }
  if (typeof value === 'number' && numeric.includes(key)) return { key: word, value: String(value), text }
  return { key: word, value: requireText(key, value), text }
}

function tagTokens(given: Given): Token[] {
  const [tags, added, removed] = [allTagsOf(given), textsAt(given, 'add_tags'), textsAt(given, 'remove_tags')]
  if (tags !== undefined && (added ?? removed) !== undefined)
    throw new Failure('usage', '"tags" sets them all; "add_tags" or "remove_tags" beside it says it twice')
  return [
    ...[...(tags ?? []), ...(added ?? [])].map((tag): Token => ({ key: 'tag', value: readTag(tag), text: `+${tag}` })),
    ...(removed ?? []).map((tag): Token => ({ text: `-${readTag(tag)}` })),
  ]
}

function requireText(key: string, value: unknown): string {
  if (typeof value === 'string') return value
  const why =
    value === null ? 'it cannot be cleared' : numeric.includes(key) ? 'it is a text or a number' : 'it is a text'
  throw new Failure('usage', `"${key}" cannot be ${quoted(value)}`, why)
}
