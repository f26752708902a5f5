import { groupsOf } from '../groups-of.ts'

interface Member {
  readonly uid: string
  readonly series_uid: string | null
}

/** Names the series of a task; one without a series is alone in its own. */
export function seriesName({ series_uid, uid }: Member): string {
  return series_uid ?? uid
}

/** Tasks that repeat, those of one series together. */
export function seriesOf<T extends Member>(tasks: readonly T[]): T[][] {
  return groupsOf(tasks, seriesName)
}
