import { type Command, Option } from 'commander'
import { formatNames } from '../output/formats.ts'

/** The options every verb takes, as Commander hands them over. */
export interface Globals {
  readonly db?: string
  readonly format?: (typeof formatNames)[number]
  readonly json?: true
  readonly ids?: true
  readonly fields?: string
  readonly template?: string
  readonly null?: true
  readonly header?: true
  readonly safeCsv?: true
  readonly profile?: true
  /** `false` is --no-color. */
  readonly color?: 'auto' | 'always' | 'never' | false
  readonly yes?: true
  /** `false` is --no-input. */
  readonly input?: false
  readonly dryRun?: true
  readonly quiet?: true
  readonly tz?: string
  readonly debug?: true
}

const options = () => [
  new Option('--db <file>', 'the database file (LARRY_DB)'),
  new Option('--format <format>', 'output format (LARRY_FORMAT); a table on a terminal, TSV in a pipe').choices(
    formatNames,
  ),
  new Option('--json', 'short for --format json'),
  new Option('--ids', 'short for --format ids'),
  new Option('--fields <names>', 'the fields to show, in this order'),
  new Option('--template <text>', "a line for each row, such as '{{id}} {{title}}'"),
  new Option('-0, --null', 'end records with NUL (ids, tsv, template)'),
  new Option('--header', 'name the columns in tsv'),
  new Option('--safe-csv', 'keep spreadsheets from running cells as formulas'),
  new Option('--profile', 'print where the time went, on stderr (LARRY_PROFILE)'),
  new Option('--color <when>', 'auto, always or never').choices(['auto', 'always', 'never']),
  new Option('--no-color', 'no colour (NO_COLOR)'),
  new Option('-y, --yes', 'answer yes to every question'),
  new Option('--no-input', 'never ask (LARRY_NO_INPUT)'),
  new Option('-n, --dry-run', 'show what would change, write nothing'),
  new Option('-q, --quiet', 'no sentences; add prints the bare id'),
  new Option('--tz <zone>', 'time zone to read and show times in (LARRY_TZ)'),
  new Option('--debug', 'stack traces (LARRY_DEBUG)'),
]

/** Declares the global options on the root, where Commander finds them before and after the verb. */
export function declareGlobals(program: Command): void {
  for (const option of options()) program.addOption(option)
}
