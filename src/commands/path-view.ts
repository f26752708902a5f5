import { text } from '../output/types.ts'
import type { View } from '../output/view.ts'

/** Where a file is. */
export const pathView: View<{ path: string }> = {
  singular: 'path',
  plural: 'paths',
  types: { path: text },
  columns: ['path'],
  id: 'path',
}
