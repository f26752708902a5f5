import { dateText } from './dates.ts'
import { type Entry, textOf } from './entries.ts'

/** A template whose occurrences are being written. */
export interface Series {
  readonly template: Entry
  /** What became of the occurrence at each place of the mask: done +, cancelled X; undefined for an open one. */
  readonly places: Map<number, '+' | 'X' | undefined>
  isOpen: boolean
  /** When the last of them was closed, a UTC instant. */
  ended: string | null
}

/** A template as it stands after what was done in larry; without an open occurrence the series is over. */
export function templateAfter({ template, places, isOpen, ended }: Series): Entry {
  const before = textOf(template['mask'])
  const length = Math.max(before.length, ...[...places.keys()].map((place) => place + 1))
  const mask = Array.from({ length }, (_, place) => {
    const old = before[place]
    // Dates that larry passed over are no longer to be made.
    return places.get(place) ?? old ?? (places.has(place) ? '-' : 'X')
  }).join('')
  const changed = mask === before ? template : { ...template, mask }
  if (isOpen) return changed
  const end = ended === null ? undefined : dateText(ended)
  return { ...changed, status: 'deleted', ...(end !== undefined && { end }) }
}
