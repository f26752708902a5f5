import { counted } from '../../domain/counted.ts'
import type { TaskRecord } from '../../domain/records/task-record.ts'
import { isKnown } from './kept.ts'

/** So many fields are named. */
const most = 10

/** Counts over the tasks of a file what is told once at its end: fields larry does not know, and deleted tasks, which it keeps. */
export function remarksOn() {
  const fields = new Set<string>()
  let deleted = 0
  return {
    see({ extra, status }: TaskRecord): void {
      for (const name of Object.keys(extra?.['taskwarrior'] ?? {})) if (!isKnown(name)) fields.add(name)
      if (status === 'cancelled') deleted++
    },
    tell(say: ((note: string) => void) | undefined): void {
      if (deleted > 0) say?.(`${counted(deleted, 'deleted task')} became cancelled`)
      const names = [...fields].sort((a, b) => (a < b ? -1 : 1))
      const shown = names.slice(0, most).join(', ') + (names.length > most ? ', ...' : '')
      if (names.length > 0)
        say?.(
          `${counted(names.length, 'field')} larry does not know ${names.length === 1 ? 'is' : 'are'} kept for the next export as taskwarrior: ${shown}`,
        )
    },
  }
}
