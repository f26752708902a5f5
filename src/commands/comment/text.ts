import type { WriteContext } from '../../cli/context.ts'
import { checkComment } from '../../domain/comment.ts'
import { Failure } from '../../domain/errors.ts'

/** The text that stands behind the id: words and what follows `--`, or for `-` what a pipe holds, its lines kept. */
export function readComment({ input, literal }: WriteContext, [, ...words]: readonly string[]): string {
  if (input === undefined) return checkComment([...words, ...literal].join(' '))
  if (literal.length > 0) throw new Failure('usage', `both a pipe and a text (${literal.join(' ')}) are given`)
  return checkComment(input.join('\n'))
}
