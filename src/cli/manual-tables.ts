/** The variables larry looks at. */
export const environment: readonly (readonly [name: string, about: string])[] = [
  ['LARRY_DB', 'the database file, as --db'],
  ['LARRY_FORMAT', 'the output format, as --format'],
  ['LARRY_TZ, TZ', 'the time zone, as --tz'],
  ['LARRY_NO_INPUT', 'when set, nothing is asked, as --no-input'],
  ['LARRY_PROFILE', 'when set, where the time went is told, as --profile'],
  ['LARRY_DEBUG', 'when set, errors come with their stack, as --debug'],
  ['LARRY_NOW', 'the moment it is taken to be, such as 2026-11-23T09:00:00Z, but in the SQL of larry sql'],
  ['LARRY_EDITOR, VISUAL, EDITOR', 'the editor, the first that is set'],
  ['NO_COLOR, FORCE_COLOR, CLICOLOR, CLICOLOR_FORCE', 'whether there is colour, unless --color says so'],
  ['COLUMNS, TERM', 'how wide the terminal is, and whether it can do anything'],
  [
    'XDG_DATA_HOME, XDG_CONFIG_HOME, XDG_STATE_HOME, XDG_CACHE_HOME',
    'where the files below are, unless in the home folder',
  ],
]

/** Where larry keeps things. */
export const places: readonly (readonly [name: string, about: string])[] = [
  ['~/.local/share/larry/larry.db', 'the tasks: one SQLite file'],
  ['~/.local/share/larry/larry.db.attachments/', 'attached files, by their SHA-256'],
  ['~/.config/larry/config.toml', 'the configuration'],
  ['~/.local/state/larry/', 'backups, the log of slow commands, the last texts of the editor'],
  ['~/.cache/larry/', 'compiled code, which may be removed at any time'],
]
