import type { WriteContext } from '../../cli/context.ts'
import { Failure } from '../../domain/errors.ts'
import { countRefs } from '../../domain/refs.ts'
import type { Attributes } from '../../domain/task.ts'
import { checkText, checkTitle } from '../../domain/title.ts'
import { readAttributes } from '../../domain/words/attributes.ts'
import { splitWords } from '../../domain/words/split.ts'
import { attributeTokens } from './attribute-tokens.ts'
import type { AttributeOptions, SelectionOptions } from './options.ts'

interface Changes {
  /** The leading words, which name tasks. */
  readonly named: readonly string[]
  readonly attributes: Attributes
}

/** Reads ids and, behind them, the words of edit with the options that say the same. */
export function readChanges(
  { clock, literal }: WriteContext,
  words: readonly string[],
  options: AttributeOptions & SelectionOptions,
): Changes {
  const { where, ...given } = options
  const leading = countRefs(words)
  if (leading === 0 && where === undefined)
    throw new Failure('usage', 'no task is named', 'ids come first: larry edit 3 4 due:fri +home, or --where')
  const tokens = [...splitWords(words.slice(leading), literal, 'set'), ...attributeTokens(given)]
  const attributes = readAttributes(tokens, clock, 'edit')
  if (given.notes === false) attributes.notes = null
  if (attributes.title !== undefined) attributes.title = checkTitle(attributes.title)
  if (typeof attributes.notes === 'string') checkText('the notes', attributes.notes)
  return { named: words.slice(0, leading), attributes }
}

/** Refuses one title for several tasks: nobody means that. */
export function refuseSharedTitle({ title }: Attributes, ids: readonly number[]): void {
  if (title !== undefined && ids.length > 1)
    throw new Failure(
      'usage',
      `"${title}" cannot be the title of ${ids.length} tasks`,
      'name one task, or only words such as due:fri and +tag',
    )
}
