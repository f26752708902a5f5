import { Failure } from './errors.ts'
import { nearest } from './nearest.ts'

/** What `--sort` takes, by the name of the field; `created` and such are short for the column. */
export const sortFields = [
  'id',
  'title',
  'status',
  'priority',
  'due',
  'wait_until',
  'estimate_minutes',
  'progress',
  'project',
  'client',
  'created_at',
  'updated_at',
  'started_at',
  'completed_at',
  'urgency',
] as const
export type SortField = (typeof sortFields)[number]

export interface SortKey {
  readonly field: SortField
  readonly descending: boolean
}

/** The order of a list nobody sorted: due (none last), then the most important; ids end every order. */
export const usualSort: readonly SortKey[] = [
  { field: 'due', descending: false },
  { field: 'priority', descending: true },
]

/** What `--group` takes: fields of which every task has one value or none. Due dates are grouped by their day. */
export const groupFields = ['project', 'client', 'status', 'priority', 'due'] as const
export type GroupField = (typeof groupFields)[number]

const shortNames: Record<string, SortField> = {
  wait: 'wait_until',
  estimate: 'estimate_minutes',
  est: 'estimate_minutes',
  created: 'created_at',
  updated: 'updated_at',
  started: 'started_at',
  completed: 'completed_at',
  pri: 'priority',
  p: 'priority',
}

/** Reads `due`, `-due` or `priority,-created`; an unknown field is refused with the right ones. */
export function readSort(values: readonly string[]): SortKey[] {
  return values
    .flatMap((value) => value.split(','))
    .map((value) => {
      const descending = value.startsWith('-')
      const typed = value.replace(/^[+-]/, '')
      const field =
        sortFields.find((name) => name === typed) ?? (Object.hasOwn(shortNames, typed) ? shortNames[typed] : undefined)
      if (field === undefined) {
        const near = nearest(typed, [...sortFields, ...Object.keys(shortNames)])
        throw new Failure(
          'usage',
          `cannot sort by "${typed}"`,
          `${near === undefined ? '' : `did you mean ${near}? `}one of ${sortFields.join(', ')}`,
        )
      }
      return { field, descending }
    })
}
