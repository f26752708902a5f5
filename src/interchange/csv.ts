import { readCsv } from './csv/read.ts'
import { writeCsv } from './csv/write.ts'
import type { Format } from './format.ts'

/** Comma-separated values (RFC 4180), and read also what spreadsheets separate by semicolons or tabs. Tasks alone. */
export const csv: Format = {
  tasksOnly: true,
  read: (pieces, how) => readCsv(pieces, how),
  write: (records, how) => writeCsv(records, how, ','),
}

/** The same with tabs between the cells, in quotes where they hold tabs themselves. */
export const tsv: Format = {
  tasksOnly: true,
  read: (pieces, how) => readCsv(pieces, how, '\t'),
  write: (records, how) => writeCsv(records, how, '\t'),
}
