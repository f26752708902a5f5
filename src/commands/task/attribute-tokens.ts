import type { Token } from '../../domain/words/split.ts'
import { readName } from '../../domain/words/values.ts'
import type { AttributeOptions } from './options.ts'

/** Options as tokens, so that a word and an option that say the same are found to be given twice. */
export function attributeTokens({ tag = [], estimate, notes, ...rest }: AttributeOptions): Token[] {
  const single = { ...rest, est: estimate, ...(notes === false ? {} : { notes }) }
  return [
    ...Object.entries(single)
      .filter(([, value]) => value !== undefined)
      .map(([key, value]): Token => ({ key, value: value!, text: `--${key === 'est' ? 'estimate' : key} ${value}` })),
    ...tag.map((value): Token => ({ key: 'tag', value: readName('tag', value), text: `--tag ${value}` })),
  ]
}
