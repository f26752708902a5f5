import { Failure } from '../domain/errors.ts'
import { nearest } from '../domain/nearest.ts'
import type { Format } from './formats.ts'
import { keysOf, type View } from './view.ts'

/** Reads `id,title`. A name that is empty or given twice is refused, and with a format that has no fields all are. */
export function readFields(text: string | undefined, format: Format): string[] | undefined {
  if (text === undefined) return undefined
  const fields = text.split(',').map((field) => field.trim())
  if (fields.every((field) => field === '')) throw wrong('--fields names no field')
  if (fields.includes('')) throw wrong(`--fields "${text}" has a comma too many`)
  const twice = fields.find((field, at) => fields.indexOf(field) < at)
  if (twice !== undefined) throw wrong(`--fields names ${twice} twice`)
  if (format === 'ids') throw new Failure('usage', 'ids are told alone, without --fields', 'leave out one of them')
  return fields
}

function wrong(message: string): Failure {
  return new Failure('usage', message, 'such as --fields id,title')
}

/** The keys `--fields` picks, or a template names, in its order; an unknown one is refused with the right ones, so a command that changes asks before it does. */
export function pickFields(view: View<object>, wanted: readonly string[] | undefined): readonly string[] | undefined {
  if (wanted === undefined) return undefined
  for (const field of wanted)
    if (!keysOf(view).includes(field)) {
      const [whole] = field.split('.', 1)
      if (keysOf(view).includes(whole!))
        throw new Failure('usage', `"${field}" is a part of a field`, `the field is ${whole}; --json | jq takes parts`)
      const near = nearest(field, keysOf(view))
      throw new Failure(
        'usage',
        `a ${view.singular} has no field "${field}"`,
        `${near === undefined ? '' : `did you mean ${near}? `}fields: ${keysOf(view).join(', ')}`,
      )
    }
  return wanted
}
