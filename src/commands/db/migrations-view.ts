import { among, text } from '../../output/types.ts'
import type { View } from '../../output/view.ts'

export interface MigrationRow {
  readonly name: string
  readonly direction: 'up' | 'down'
  readonly status: 'applied' | 'pending'
}

export const migrationsView: View<MigrationRow> = {
  singular: 'migration',
  plural: 'migrations',
  types: {
    name: text,
    direction: among(['up', 'down']),
    status: among(['applied', 'pending']),
  },
  columns: ['name', 'direction', 'status'],
  id: 'name',
  tone: ({ status }) => (status === 'pending' ? 'notice' : undefined),
}
