import { minutesIn } from '../duration.ts'
import { distance } from '../nearest.ts'
import { recurrenceWords } from '../recurrence/vocabulary.ts'
import { priorities, statuses } from '../task.ts'
import { weekdays } from '../when/names.ts'
import { unitNames } from '../when/phrase/lengths.ts'
import type { Token } from './split.ts'

const moments = 'today tomorrow yesterday tonight eod eow eom noon midnight weekend due none'.split(' ')
const repetitions = [...recurrenceWords, 'freq', 'rrule', 'none']

/**
 * True for a `key:value` inside a sentence whose value resembles nothing the key could take, so that it was never meant
 * as one: "Setting wait on status:completed". What might be a mistake is left to be refused.
 */
export function isProse(token: Token): boolean {
  const value = token.value!.toLowerCase()
  const near = (words: readonly string[]) => isNear(value, words)
  switch (token.key) {
    case 'status':
      return !near(statuses)
    case 'priority':
      return !/^\d/.test(value) && !near(priorities)
    case 'due':
    case 'wait':
      return !/^["\p{L}\d+-]/u.test(value)
    case 'remind':
      return (
        !/\d/.test(value) && !value.split(/\s+/).some((word) => isNear(word, [...unitNames, ...weekdays, ...moments]))
      )
    case 'every':
    case 'after':
      return !/\d/.test(value) && !value.split(/[\s,=:]+/).some((part) => part !== '' && repeats(part))
    case 'est':
      return !/^(\d|none$)/.test(value) && minutesIn(value) === undefined
    case 'parent':
    case 'depends':
      return !/^(\d+(,\d+)*|none|[0-9a-f]{6,})$/.test(value)
    case undefined:
    default:
      return false
  }
}

function isNear(value: string, words: readonly string[]): boolean {
  return words.some(
    (word) => word.startsWith(value) || distance(word, value) <= Math.max(1, Math.floor(word.length / 3)),
  )
}

function repeats(word: string): boolean {
  return isNear(word, repetitions)
}
