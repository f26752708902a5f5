import type { View } from '../../output/view.ts'
import type { Tag } from '../../repositories/tags.ts'

/** Tags in every format. */
export const tagView: View<Tag> = {
  singular: 'tag',
  plural: 'tags',
  keys: ['tag', 'open', 'total'],
  columns: ['tag', 'open', 'total'],
  id: 'tag',
}
