import type { View } from '../../output/view.ts'
import type { StoredView } from '../../repositories/views.ts'

/** Saved views in every format; a name is what commands take, so it is their id. */
export const savedViews: View<StoredView> = {
  singular: 'view',
  plural: 'views',
  keys: ['id', 'uid', 'name', 'filter', 'sort', 'columns', 'created_at', 'updated_at'],
  columns: ['name', 'sort', 'columns', 'filter'],
  id: 'name',
}
