import type { Command, Option } from 'commander'
import { Failure, unknown } from '../domain/errors.ts'
import { nearest } from '../domain/nearest.ts'
import { roleOf } from './arguments.ts'

/** A command line made unambiguous: Commander's part, and the text after `--`. */
export interface Arranged {
  readonly argv: readonly string[]
  readonly literal: readonly string[]
  /** Help was asked for, by a flag and not by the value of one. */
  readonly help: boolean
}

/** `--not a flag`, in one piece, is text. */
const isFlag = (token: string) => /^--[^\s=]+(=|$)/.test(token)

const bare = (token: string) => !token.startsWith('-') || token === '-'

function findOption(token: string, options: readonly Option[]): Option | undefined {
  const name = token.startsWith('--') ? token.split('=', 1)[0] : token
  return options.find((option) => option.long === name || option.short === name)
}

/** Where the first words that are neither options nor their values stand: the noun, the verb. */
export function findWords(tokens: readonly string[], globals: readonly Option[], count: number): number[] {
  const places: number[] = []
  for (let at = 0; at < tokens.length && places.length < count; at++) {
    const token = tokens[at]!
    if (token === '--') break
    if (bare(token)) places.push(at)
    else if (findOption(token, globals)?.required === true && !token.includes('=')) at++
  }
  return places
}

/**
 * Puts a verb's options first, each in its long form with its value attached, and its words behind a `--`, so that
 * Commander reads every line one way: values may begin with `-`, globals stand anywhere, `-word` is a word.
 * An option given twice is refused unless it repeats.
 */
export function arrange(tokens: readonly string[], verb: Command, globals: readonly Option[]): Arranged {
  const options = [...verb.options, ...globals]
  const { wordy } = roleOf(verb)
  const flags: string[] = []
  const words: string[] = []
  const literal: string[] = []
  const given = new Map<string, string>()
  const take = (option: Option, value: string | undefined) => {
    const flag = value === undefined ? option.long! : `${option.long}=${value}`
    const before = given.get(option.attributeName())
    const repeats = option.variadic || (value === undefined && before === flag)
    if (before !== undefined && !repeats)
      throw new Failure('usage', `${before} and ${flag} are both given`, 'give one of them')
    given.set(option.attributeName(), flag)
    if (value !== undefined && option.argChoices?.includes(value) === false)
      throw unknown(`value for ${option.long}`, value, option.argChoices, nearest(value, option.argChoices))
    flags.push(flag)
  }
  let help = false
  const queue = [...tokens]
  for (let token = queue.shift(); token !== undefined; token = queue.shift()) {
    if (token === '--') {
      ;(wordy ? literal : words).push(...queue.splice(0))
      break
    }
    if (token === '-h' || token === '--help') {
      help = true
      continue
    }
    const option = bare(token) ? undefined : findOption(token, options)
    if (option !== undefined) {
      const at = token.startsWith('--') ? token.indexOf('=') : -1
      if (!option.required) {
        if (at >= 0) throw new Failure('usage', `${option.long} takes no value`, option.long)
        take(option, undefined)
      } else take(option, at >= 0 ? token.slice(at + 1) : required(option, queue.shift()))
    } else if (bare(token) || (wordy && !isFlag(token))) words.push(token)
    else if (token.startsWith('--')) flags.push(token)
    else queue.unshift(...unbundle(token, options))
  }
  return { argv: [...flags, '--', ...words], literal, help }
}

/** Refuses flags nobody declared, where no verb is there to do so. */
export function refuseUnknown(tokens: readonly string[], options: readonly Option[]): void {
  const odd = tokens.find(
    (token) => !bare(token) && !/^(-h|--help|--)$/.test(token) && findOption(token, options) === undefined,
  )
  if (odd === undefined) return
  const near = nearest(
    odd,
    options.map(({ long }) => long!),
  )
  throw new Failure(
    'usage',
    `unknown option "${odd}"`,
    near === undefined ? 'larry --help lists them' : `did you mean ${near}?`,
  )
}

function required(option: Option, value: string | undefined): string {
  if (value === undefined) throw new Failure('usage', `${option.long} needs a value`, option.flags)
  return value
}

/** `-qy` as `-q -y`, `-l5` as `-l 5`; a letter that is no option is refused. */
function unbundle(token: string, options: readonly Option[]): string[] {
  const first = token.slice(0, 2)
  const option = options.find(({ short }) => short === first)
  if (option === undefined || token.length === 2)
    throw new Failure('usage', `unknown option "${first}"`, 'text that begins with - goes after --')
  return option.required ? [first, token.slice(2)] : [first, `-${token.slice(2)}`]
}
