import { type Draw, drawFor } from '../faults/draw.ts'
import { type Shell, shell } from '../support/shell.ts'
import { succeed } from './kit.ts'

/** A shell in which `task` is Taskwarrior with its data in a folder that is named before it: `within old task export`. */
export async function shellWithTask(): Promise<Shell> {
  const sh = shell()
  const lines = [
    'confirmation=off',
    'bulk=0',
    'verbose=nothing',
    'recurrence.limit=2',
    'json.array=on',
    'uda.estimate.type=numeric',
    'uda.size.type=string',
    'uda.size.values=L,M,S',
    'uda.priority.values=H,M,L,',
    'uda.review.type=date',
    'uda.effort.type=duration',
  ]
  await succeed(sh, `printf '%s\\n' ${lines.map((line) => `'${line}'`).join(' ')} > taskrc`)
  return {
    ...sh,
    bash: (script, env = {}) =>
      sh.bash(
        `within() { mkdir -p "$1"; TASKDATA=$PWD/$1 TASKRC=$PWD/taskrc "\${@:2}"; }; export -f within\n${script}`,
        env,
      ),
  }
}

/** The tasks of an export by their UUID, as Taskwarrior wrote them but for what it reckons anew. */
export function tasksOf(text: string): Map<string, string> {
  const lines = text.split('\n').filter((line) => line.startsWith('{'))
  return new Map(
    lines.map((line) => [
      /"uuid":"([^"]+)"/.exec(line)![1]!,
      line
        .replace(/^\{"id":\d+,/, '{')
        .replace(/,"urgency":[-\d.e]+\},?$/, '}')
        // What was typed as 3 is 3.000000 once it has been imported.
        .replaceAll(/(":-?\d+(?:\.\d*[1-9])?)\.?0*(?=[,}])/g, '$1'),
    ]),
  )
}

/** Where two exports differ, the task in the one above the task in the other. */
export function differences(one: Map<string, string>, other: Map<string, string>): string[] {
  const uuids = [...new Set([...one.keys(), ...other.keys()])]
  return uuids
    .filter((uuid) => one.get(uuid) !== other.get(uuid))
    .map((uuid) => `${one.get(uuid) ?? 'none'}\n${other.get(uuid) ?? 'none'}`)
}

const texts = [
  'plain',
  'Grüße aus Wien',
  '買い物リスト',
  'عربي RTL',
  '👩‍👩‍👧 family',
  'e\u0301 decomposed',
  'a\ttab',
  'two\nlines',
  '"quotes" and \\ and /',
  '[brackets] {braces}',
  '<b>&amp;',
  'c:\\new\\table',
  "it's",
  '--flag',
  'due:tomorrow +tag',
  'a\u0001b',
  'a\u001b[31mred',
  'a\u007fb',
  'a\u0085b',
  'a\u2028b',
  'a\u200bb',
  '  around  ',
  'trailing\\',
  '%s %d',
  '$HOME `id`',
]

const stamps = ['19800101T000000Z', '20260329T010000Z', '20261025T003000Z', '20261025T013000Z', '99990101T000000Z']

/** Tasks of every kind as JSON for `task import`; those of one seed are the same. */
export function importable(count: number): string {
  const draw = drawFor('taskwarrior')
  const uuids = Array.from({ length: count }, () => uuidFrom(draw))
  return JSON.stringify(uuids.map((uuid, at) => taskOf(uuid, uuids.slice(Math.max(at - 50, 0), at), draw)))
}

function taskOf(uuid: string, before: readonly string[], draw: Draw) {
  const { chance, one, many, below } = draw
  const status = one(['pending', 'pending', 'pending', 'waiting', 'completed', 'deleted'])
  const date = () => (chance(0.1) ? one(stamps) : `2026${two(1 + below(12))}${two(1 + below(28))}T${one(times(draw))}Z`)
  const text = () => (chance(0.02) ? one(texts).repeat(200) : many(1, 3, () => one(texts)).join(' '))
  const maybe = <T>(share: number, make: () => T) => (chance(share) ? make() : undefined)
  return {
    uuid,
    description: text(),
    status,
    entry: `2025${two(1 + below(12))}${two(1 + below(28))}T0${below(10)}0000Z`,
    modified: maybe(0.9, () => `2026${two(1 + below(10))}${two(1 + below(28))}T0${below(10)}3015Z`),
    end: status === 'completed' || status === 'deleted' ? date() : undefined,
    start: maybe(0.1, date),
    due: maybe(0.5, date),
    wait: status === 'waiting' || chance(0.05) ? date() : undefined,
    scheduled: maybe(0.1, date),
    until: status === 'pending' ? maybe(0.05, () => '20990101T000000Z') : undefined,
    priority: maybe(0.5, () => one(['H', 'M', 'L'])),
    project: maybe(0.5, () =>
      one(['home', 'work.site', 'work.site.blog', 'a/b', 'Über.uns', 'v1.0', 'with space', 'a..b']),
    ),
    tags: maybe(0.4, () =>
      many(1, 4, () => one(['home', 'next', 'Zürich', '買', 'x_y', 'UPPER', 'a b', '1st', '@ctx'])),
    ),
    depends: before.length > 0 ? maybe(0.15, () => many(1, 3, () => one(before))) : undefined,
    annotations: maybe(0.2, () =>
      many(1, 4, () => ({ entry: chance(0.3) ? '20260301T080000Z' : date(), description: text() })),
    ),
    estimate: maybe(0.1, () => one([3, 2.5, -1, 1e6, 0.125, 'unknown'])),
    size: maybe(0.1, () => one(['L', 'M', 'S', 'XXL'])),
    review: maybe(0.05, date),
    effort: maybe(0.05, () => one(['P14D', 'PT2H', '3d'])),
    githubissue: maybe(0.05, () => one(['https://example.org/1', '12', 'a "b"'])),
  }
}

function times({ below }: Draw): string[] {
  return ['000000', '000000', '230000', '220000', '235959', `${two(below(24))}${two(below(60))}${two(below(60))}`]
}

function two(number: number): string {
  return String(number).padStart(2, '0')
}

function uuidFrom({ below }: Draw): string {
  const hex = Array.from({ length: 32 }, () => below(16).toString(16)).join('')
  return [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20)].join('-')
}

/** What a person types to Taskwarrior, `count` times over. */
export const typed = `typing() {
  for i in $(seq 1 "$1"); do
    task add "typed $i für dich" project:work.typed +cli due:2026-12-0$((i % 9 + 1))T14:30 size:L estimate:$i
    task add "waits $i" wait:someday scheduled:2026-12-24 until:2099-01-01 priority:M
    task add "later $i" due:eom review:tomorrow effort:2wks
    task +LATEST annotate "first of $i"; task +LATEST annotate "second of $i"
    task add "started $i"; task +LATEST start
    task add "done $i"; task +LATEST done
    task add "deleted $i"; task +LATEST delete
    task add "blocked $i" depends:1,2
    task add "started and done $i"; task +LATEST start; task +LATEST done
  done
  task add "every week" due:today-21d recur:weekly project:home.rent +home
  task add "every day" due:today-4d+9h recur:daily until:today+60d
  task add "end of month" due:eom recur:monthly priority:H; task add "quarterly" due:today-300d recur:quarterly
  task add "weekdays" due:today-5d recur:weekdays wait:due-1d
  task add "ten days" due:today-22d recur:10d; task add "iso" due:today-22d recur:P2W
  task add "twelve hours" due:yesterday recur:12h; task add "two months" due:today-60d recur:2mo
  task add "yearly" due:today+31d recur:yearly; task add "done once" due:today-14d recur:weekly
  task export > /dev/null
  task "description:done once" +CHILD +OVERDUE done; task "description:every day" +CHILD +YESTERDAY delete
  task "description:every week" +CHILD +OVERDUE annotate "late"
}; export -f typing`
