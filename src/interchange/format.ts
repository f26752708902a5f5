import type { FileRecord, Told } from '../domain/records/file-record.ts'
import type { Clock } from '../domain/when/clock.ts'

/** What a reader or writer of a format is told beside the text. */
export interface How {
  /** The zone civil dates are meant in, and now. */
  readonly clock: Clock
  /** For CSV: the column each key is read from or written as, `due` -> `Deadline`; empty for one that no column is read as. */
  readonly columns?: ReadonlyMap<string, string>
  /** For CSV written: columns larry does not know that tasks brought along, the keys of `extra.csv`. */
  readonly kept?: readonly string[]
  /** For CSV: cells that a spreadsheet would run as formulas are kept from it, or were. */
  readonly spreadsheet?: boolean
  /** Takes what is to be told and belongs to no record: `12 lines are no checklist items`. */
  readonly tell?: (note: string) => void
}

/**
 * An outside format. `read` takes decoded text piece by piece (no BOM, no NUL) and answers what it tells as it comes,
 * so that a million lines need not be held; what it cannot take is a usage failure that names line and reason.
 * `write` answers text piece by piece; what of a task it has no place for it tells.
 */
export interface Format {
  /** It has no word for anything but tasks: other records are not handed to it. */
  readonly tasksOnly?: true
  readonly read: (pieces: Iterable<string>, how: How) => AsyncIterable<Told>
  readonly write: (records: AsyncIterable<FileRecord>, how: How) => AsyncIterable<string>
}
