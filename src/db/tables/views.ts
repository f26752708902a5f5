import type { Entity } from './entity.ts'

/** A saved `task list`: the words of its filter, its `--sort` and its `--fields` as they would be typed. */
export interface ViewsTable extends Entity {
  name: string
  filter: string
  sort: string
  columns: string
}
