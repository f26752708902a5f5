import { keyNamed, keysFor, spellingsFor, type Use } from '../../domain/words/vocabulary.ts'
import { behind, type Candidate, either, fixed, listOf, nothing, type Source, stored } from './candidate.ts'
import * as values from './fixed-values.ts'

/** What each key is for. */
const about: Readonly<Record<string, string>> = {
  priority: 'low to urgent, or 1 to 5',
  due: 'when it is due',
  project: 'what it belongs to',
  client: 'whom it is for',
  status: 'how far it is',
  est: 'how long it takes',
  wait: 'hidden until then',
  parent: 'the task it is part of',
  depends: 'the tasks it waits for',
  created: 'when it was added',
  completed: 'when it was closed',
  tag: 'any of these tags',
  id: 'any of these ids',
  urgency: 'how urgent it is',
  is: 'the state it is in',
  has: 'what it has',
  every: 'repeat by the calendar',
  after: 'repeat from completion',
  remind: 'when to be reminded',
}

const setting: Readonly<Record<string, Source>> = {
  priority: values.priority,
  due: either(values.when, values.none),
  project: either(stored('project'), values.none),
  client: either(stored('client'), values.none),
  status: values.status,
  est: either(values.length, values.none),
  wait: either(values.when, values.none),
  parent: either(stored('open task'), values.none),
  depends: listOf(stored('open task')),
  every: either(values.rule, values.none),
  after: either(values.distance, values.none),
  remind: either(values.reminder, values.none),
}

/** The end of a range, or one value. */
function ranged(source: Source, alone: Source): Source {
  return (ask) => {
    const dots = ask.typed.lastIndexOf('..')
    return dots < 0 ? either(source, alone)(ask) : behind(ask.typed.slice(0, dots + 2), source, ask)
  }
}

const asking: Readonly<Record<string, Source>> = {
  ...setting,
  priority: ranged(listOf(values.priority), nothing),
  status: listOf(values.status),
  depends: either(listOf(stored('open task')), values.none),
  due: ranged(values.when, values.noneOrAny),
  wait: ranged(values.when, values.noneOrAny),
  created: ranged(values.when, nothing),
  completed: ranged(values.when, values.noneOrAny),
  est: ranged(values.length, values.noneOrAny),
  tag: listOf(stored('tag')),
  id: listOf(stored('task')),
  is: values.state,
  has: values.possession,
}

const keys: Readonly<Record<Use, Source>> = { set: keySource('set'), ask: keySource('ask') }

function keySource(use: Use): Source {
  return fixed(keysFor(use).map((name) => [`${name}:`, about[name] ?? '']))
}

/**
 * The words of a task or a filter: `+tag`, keys, and what can follow a key. In a longer argument ("Pay rent +ho") the
 * last word is completed, and a value with spaces is quoted.
 */
export function grammar(use: Use, how: { readonly minus: boolean }): Source {
  return async (ask) => {
    const whole = keyBefore(ask.typed, use)
    if (whole !== undefined) return behind(whole, valuesAfter(whole, use), ask)
    const word = /(?:[a-z]+:"[^"]*|[^\s(]*)$/.exec(ask.typed)![0]
    const prefix = ask.typed.slice(0, ask.typed.length - word.length)
    return behind(prefix, prefix === '' ? oneWord(use, how) : within(oneWord(use, how)), ask)
  }
}

/** `due:` of `due:fr`; undefined where there is no key the use knows. */
function keyBefore(typed: string, use: Use): string | undefined {
  const [key] = /^[a-z]+:/.exec(typed) ?? []
  return key !== undefined && spellingsFor(use).includes(key.slice(0, -1)) ? key : undefined
}

function valuesAfter(key: string, use: Use): Source {
  return (use === 'set' ? setting : asking)[keyNamed(key.slice(0, -1), use)!] ?? nothing
}

function oneWord(use: Use, { minus }: { readonly minus: boolean }): Source {
  return (ask) => {
    const { typed } = ask
    const key = keyBefore(typed, use)
    if (key !== undefined) return behind(key, valuesAfter(key, use), ask)
    if (typed.startsWith('+') || (minus && typed.startsWith('-'))) return behind(typed[0]!, stored('tag'), ask)
    return keys[use](ask)
  }
}

/** A word inside a text, where a value with spaces has to be quoted right behind its key. */
function within(source: Source): Source {
  return async (ask) => {
    const quoted = /^[a-z]+:(?=")/.exec(ask.typed)?.[0]
    const typed = quoted === undefined ? ask.typed : quoted + ask.typed.slice(quoted.length + 1)
    const answer = (await source({ ...ask, typed })) as readonly Candidate[]
    if (quoted === undefined) return answer.filter(({ value }) => !/\s/.test(value))
    return answer.map(({ value, about: said }) => ({ value: `${quoted}"${value.slice(quoted.length)}"`, about: said }))
  }
}
