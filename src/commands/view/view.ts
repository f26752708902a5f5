import { instant, integer, text, uid } from '../../output/types.ts'
import type { View } from '../../output/view.ts'
import type { StoredView } from '../../repositories/views.ts'

/** Saved views in every format; a name is what commands take, so it is their id. */
export const savedViews: View<StoredView> = {
  singular: 'view',
  plural: 'views',
  types: {
    id: integer,
    uid,
    name: text,
    filter: text,
    sort: text,
    columns: text,
    created_at: instant,
    updated_at: instant,
  },
  columns: ['name', 'sort', 'columns', 'filter'],
  id: 'name',
}
