import { keysOf, type View } from './view.ts'

/** A view for people: its instants, the keys that end in `_at`, are in their own time; programs get them as stored. */
export function inLocalTime(view: View<object>, localTime: (instant: string) => string): View<object> {
  const keys = keysOf(view).filter((key) => key.endsWith('_at'))
  const words = keys.map((key) => [
    key,
    (row: object) => {
      const instant = (row as Record<string, unknown>)[key]
      return typeof instant === 'string' ? localTime(instant) : ''
    },
  ])
  return { ...view, words: { ...Object.fromEntries(words), ...view.words } }
}
