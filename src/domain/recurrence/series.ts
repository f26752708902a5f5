import { groupsOf } from '../groups-of.ts'

/** Tasks that repeat, those of one series together; one without a series is alone. */
export function seriesOf<T extends { readonly uid: string; readonly series_uid: string | null }>(
  tasks: readonly T[],
): T[][] {
  return groupsOf(tasks, ({ series_uid, uid }) => series_uid ?? uid)
}
