import { integer, text } from '../../output/types.ts'
import type { View } from '../../output/view.ts'
import type { Tag } from '../../repositories/tags.ts'

/** Tags in every format. */
export const tagView: View<Tag> = {
  singular: 'tag',
  plural: 'tags',
  types: {
    tag: text,
    open: integer,
    total: integer,
  },
  columns: ['tag', 'open', 'total'],
  id: 'tag',
}
