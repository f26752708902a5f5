import { clearable } from '../clearable.ts'
import { readMinutes } from '../duration.ts'
import { Failure } from '../errors.ts'
import { checkAfter, checkEvery } from '../recurrence/repetition.ts'
import { readAsked } from '../reminder.ts'
import type { Attributes } from '../task.ts'
import type { Clock } from '../when/clock.ts'
import { requireWhen } from '../when/read.ts'
import { isWholly, trailingWhen } from '../when/trailing.ts'
import { isProse } from './prose.ts'
import type { Token } from './split.ts'
import { isTag, readList, readName, readPriority, readStatus, readTag } from './values.ts'

/** How each settable key changes the attributes; `none` clears what may be empty. */
const readers: Record<string, (value: string, clock: Clock) => Attributes> = {
  title: (value) => ({ title: value }),
  notes: (value) => ({ notes: value }),
  priority: (value) => ({ priority: readPriority(value) }),
  status: (value) => ({ status: readStatus(value) }),
  due: (value, clock) => ({ due: clearable(value, () => requireWhen(value, clock)) }),
  wait: (value, clock) => ({ wait_until: clearable(value, () => requireWhen(value, clock)) }),
  est: (value) => ({ estimate_minutes: clearable(value, () => readMinutes(value)) }),
  project: (value) => ({ project: clearable(value, () => readName('project', value)) }),
  client: (value) => ({ client: clearable(value, () => readName('client', value)) }),
  parent: (value) => ({ parent: clearable(value, () => value) }),
  every: (value, clock) => ({ every: clearable(value, () => checkEvery(value, clock)) }),
  after: (value) => ({ after: clearable(value, () => checkAfter(value)) }),
  remind: (value, clock) => ({ remind: clearable(value, () => readAsked(value, clock)) }),
  depends: (value) => ({ depends: clearable(value, () => readList(value)) ?? [] }),
}

/** A sign and what a tag may begin with, in one word; compiled only when asked, as in `isTag`. */
const isSigned = (text: string) => /^[+-][\p{L}\p{N}\p{Extended_Pictographic}]\S*$/u.test(text)

/**
 * Reads tokens of add or edit into attributes. A key given twice is refused, never last-wins.
 * Words that are no key, tag or closing date are the title; in edit, `-tag` takes a tag away.
 */
export function readAttributes(tokens: readonly Token[], clock: Clock, mode: 'add' | 'edit'): Attributes {
  const attributes: Attributes = {}
  const title: Token[] = []
  const tags: string[] = []
  const untags: string[] = []
  const given = new Map<string, string>()
  for (const token of tokens) {
    if (token.key === 'tag') tags.push(readTag(token.value!))
    else if (token.key === undefined) {
      const sign = token.literal === true ? '' : token.text[0]
      // In edit what is meant as a tag must be one: as text it would take the title's place.
      if (mode === 'edit' && token.literal !== true && isSigned(token.text)) readTag(token.text.slice(1))
      if (sign === '+' && isTag(token.text.slice(1))) tags.push(readTag(token.text))
      else if (sign === '-' && mode === 'edit' && isTag(token.text.slice(1))) untags.push(readTag(token.text.slice(1)))
      else title.push(token)
    } else if (token.inText === true && mode === 'add' && isProse(token)) title.push(token)
    else {
      Object.assign(attributes, readers[token.key]!(token.value!, clock))
      const before = given.get(token.key)
      if (before !== undefined) throw twice(token.key, before, token.text)
      given.set(token.key, token.text)
    }
  }
  if (tags.length > 0) attributes.tags = [...new Set(tags)]
  if (untags.length > 0) attributes.untags = [...new Set(untags)]
  const both = untags.find((tag) => tags.includes(tag))
  if (both !== undefined) throw twice('tag', `+${both}`, `-${both}`)
  if (typeof attributes.every === 'string' && typeof attributes.after === 'string')
    throw new Failure(
      'usage',
      `${given.get('every')} and ${given.get('after')} are both given`,
      'every: counts from the calendar, after: from the day a task is done',
    )
  return withTitle(attributes, title, given, clock, mode)
}

function twice(key: string, first: string, second: string): Failure {
  return new Failure('usage', `${key} is given twice: ${first} and ${second}`)
}

function withTitle(
  attributes: Attributes,
  tokens: readonly Token[],
  given: ReadonlyMap<string, string>,
  clock: Clock,
  mode: 'add' | 'edit',
): Attributes {
  if (tokens.length === 0) return attributes
  if (given.has('title')) throw twice('title', given.get('title')!, tokens.map((token) => token.text).join(' '))
  const words = tokens.map((token) => token.text)
  const text = words.join(' ')
  const plain = tokens.at(-1)?.literal !== true && !given.has('due')
  if (mode === 'edit')
    refuseAccident(text, { isDate: plain && isWholly(words, clock), isWords: tokens.every(isNoTitle) })
  const end = plain ? trailingWhen(words, clock) : undefined
  if (end !== undefined) return { ...attributes, title: words.slice(0, -end.words).join(' '), due: end.when }
  return { ...attributes, title: text }
}

/** A mistyped key or an id too many: as a title nobody meant it. */
function isNoTitle({ literal, text }: Token): boolean {
  return literal !== true && /^([\p{L}_-]+:\S*|(?=.*\d)[\d,-]+)$/u.test(text)
}

/** Refuses, in edit, what would take the title's place though it is only a date, or only such words. */
function refuseAccident(
  text: string,
  { isDate, isWords }: { readonly isDate: boolean; readonly isWords: boolean },
): void {
  if (!isDate && !isWords) return
  const due = isDate ? `due:"${text}" sets the date; ` : ''
  throw new Failure('usage', `"${text}" alone would become the title`, `${due}-- "${text}" sets the title`)
}
