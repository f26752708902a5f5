import type { Command } from 'commander'
import { Failure } from '../domain/errors.ts'
import { toLines } from '../domain/lines.ts'
import { countRefs } from '../domain/refs.ts'
import type { Runtime } from './runtime.ts'

/** The lines of standard input when an argument asks for them: a `-` among ids, or as the first of words. Read before any lock is taken. */
export function inputFor(command: Command, words: readonly string[], { stdin }: Runtime): string[] | undefined {
  const takes = command.registeredArguments[0]?.name()
  const places: Record<string, number> = { ids: words.length, 'ids-and-words': countRefs(words), words: 1 }
  if (!words.slice(0, places[takes ?? ''] ?? 0).includes('-')) return undefined
  if (stdin.isTTY)
    throw new Failure('usage', '"-" reads from a pipe, and there is none', 'such as: larry list --ids | larry done -')
  return toLines(stdin.readAll(), 'standard input')
}
