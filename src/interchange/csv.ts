import { readCsv } from './csv/read.ts'
import { writeCsv } from './csv/write.ts'
import type { Format } from './format.ts'

/** Comma-separated values (RFC 4180), and read also what spreadsheets separate by semicolons or tabs. Tasks alone. */
export const csv: Format = { tasksOnly: true, read: readCsv, write: writeCsv }
