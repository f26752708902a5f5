import type { Grain } from '../../domain/when/phrase/reading.ts'
import { among, civil, instant, text } from '../../output/types.ts'
import type { View } from '../../output/view.ts'

/** How a phrase was read. */
interface Row {
  readonly phrase: string
  /** `YYYY-MM-DD` or `YYYY-MM-DDTHH:MM`, as said: a time the clocks leave out stays as it is. */
  readonly civil: string
  readonly utc: string
  readonly grain: Grain
  readonly zone: string
}

export const view: View<Row> = {
  singular: 'reading',
  plural: 'readings',
  types: {
    phrase: text,
    civil,
    utc: instant,
    grain: among(['minute', 'day', 'week', 'month', 'quarter', 'year']),
    zone: text,
  },
  columns: ['phrase', 'civil', 'utc', 'grain', 'zone'],
  id: 'civil',
}
