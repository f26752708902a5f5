import { integer, listOf, text } from '../../output/types.ts'
import type { View } from '../../output/view.ts'

/** How a list was asked for. */
export interface Explanation {
  /** What is asked, as it was read. */
  readonly filter: readonly string[]
  /** What is asked beside it, though nobody typed it. */
  readonly adds: readonly string[]
  readonly sort: readonly string[]
  readonly count: number
}

/** An explanation in every format. */
export const explanationView: View<Explanation> = {
  singular: 'explanation',
  plural: 'explanations',
  types: {
    filter: listOf(text),
    adds: listOf(text),
    sort: listOf(text),
    count: integer,
  },
  columns: ['filter', 'adds', 'sort', 'count'],
  id: 'count',
  words: {
    filter: ({ filter }) => filter.join('\n'),
    adds: ({ adds }) => adds.join('\n'),
    sort: ({ sort }) => sort.join('\n'),
  },
}
