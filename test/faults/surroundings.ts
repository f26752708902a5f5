import { chmodSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pick } from './varied.ts'

/** What a variable may be set to in a folder, by its name; undefined leaves it unset. */
type Values = (folder: string) => readonly (string | undefined)[]

const folders: Values = (folder) => [
  undefined,
  '',
  'relative',
  `${folder}/xdg`,
  `${folder}/file`,
  `${folder}/none/deep`,
]
const zones = [undefined, '', 'UTC', 'Europe/Vienna', 'Nope/Nope', '../../etc/passwd', ':UTC', 'UTC+25']

const oddNames = [
  undefined,
  '',
  ' ',
  ':memory:',
  'file:x.db',
  'named.db',
  '~/x.db',
  '-x.db',
  '%s.db',
  'ümläut 東.db',
  'a\nb.db',
  'x'.repeat(300),
  '/dev/null',
]

/** Every variable larry or its Node looks at, with what people and programs make of it. */
const variables: Readonly<Record<string, Values>> = {
  // Never unset: larry would then use the home of the account that runs the tests.
  HOME: (folder) => [folder, '', '.', 'relative', `${folder}/none`, `${folder}/file`, '/dev/null'],
  XDG_DATA_HOME: folders,
  XDG_STATE_HOME: folders,
  XDG_CONFIG_HOME: folders,
  LARRY_DB: (folder) => oddNames.concat(['', '/named.db', '/none/x.db', '/file/x.db'].map((name) => folder + name)),
  LARRY_NOW: () => [
    undefined,
    '',
    'junk',
    '2026-11-23T09:00:00Z',
    '1970-01-01T00:00:00Z',
    '9999-12-31T12:00:00Z',
    '1e9',
  ],
  LARRY_FORMAT: () => [undefined, undefined, '', 'json', 'xml', 'CSV', 'ids', 'table', 'ndjson'],
  LARRY_TZ: () => zones,
  TZ: () => zones,
  COLUMNS: () => [undefined, '-5', 'abc', '0', '1', '1e9', '1000000000'],
  TERM: () => [undefined, '', 'dumb', 'nonsense'],
  LANG: () => [undefined, 'C', 'POSIX', 'nonsense'],
  LC_ALL: () => [undefined, 'C', 'tr_TR.UTF-8'],
  NO_COLOR: () => [undefined, '', '1'],
  FORCE_COLOR: () => [undefined, '', '9', 'junk'],
  CLICOLOR_FORCE: () => [undefined, '1'],
  LARRY_PROFILE: () => [undefined, '1', 'junk'],
  LARRY_NO_INPUT: () => [undefined, '1'],
  LARRY_NONSENSE: () => [undefined, '1'],
  PATH: () => [undefined, ''],
}

/** What may lie where the configuration is read from. */
const configs: readonly ((file: string) => void)[] = [
  () => {},
  () => {},
  (file) => mkdirSync(file),
  (file) => writeFileSync(file, ''),
  (file) => writeFileSync(file, 'week_start = "sunday"\n'),
  (file) => writeFileSync(file, 'week_start = [[[\n'),
  (file) => writeFileSync(file, 'nonsense = 1\n'),
  (file) => writeFileSync(file, `# ${'long '.repeat(400_000)}\n`),
  (file) => writeFileSync(file, Buffer.from(Array.from({ length: 5000 }, (_, at) => (at * 37) % 256))),
  (file) => {
    writeFileSync(file, 'week_start = "sunday"\n')
    chmodSync(file, 0)
  },
]

/** Sets up a folder and an environment in it, most variables as usual and a few of them odd. */
export function surroundings(folder: string, random: () => number): Record<string, string> {
  mkdirSync(join(folder, 'work'))
  writeFileSync(join(folder, 'file'), 'precious')
  for (const place of [join(folder, '.config/larry'), join(folder, 'xdg/larry')]) {
    mkdirSync(place, { recursive: true })
    pick(random, configs)(join(place, 'config.toml'))
  }
  const env: Record<string, string> = {}
  for (const [name, values] of Object.entries(variables)) {
    const all = values(folder)
    const value = random() < 0.35 ? pick(random, all) : all[0]
    if (value !== undefined) env[name] = value
  }
  return env
}
