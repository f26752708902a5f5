import type { Draw } from './draw.ts'
import { junkWord } from './junk.ts'

export type Make = (draw: Draw) => string

const either =
  (...makes: readonly Make[]): Make =>
  (draw) =>
    draw.one(makes)(draw)

/** One of the values between the bars. */
const among = (values: string): Make => {
  const all = values.split('|')
  return (draw) => draw.one(all)
}

/** What larry takes, or by the oddity of the draw what is nearly that, or junk. */
const known =
  (good: Make | string, bad: string): Make =>
  (draw) => {
    if (draw.chance(draw.oddity)) return draw.chance(0.4) ? junkWord(draw) : among(bad)(draw)
    return typeof good === 'string' ? among(good)(draw) : good(draw)
  }

const below =
  (...limits: readonly number[]): Make =>
  (draw) =>
    String(1 + draw.below(draw.one(limits)))

const task = below(4, 22, 22, 24)
const range: Make = (draw) => {
  const from = 1 + draw.below(20)
  return `${from}-${from + draw.below(6)}`
}
const listed: Make = (draw) => draw.many(2, 5, () => task(draw)).join(',')

export const number = known(below(3, 9, 30), '0|-1|1000|2.5|1e3||')
export const ids = known(
  either(task, task, task, range, listed),
  '0|99|3-1|1-50000|1-1000001|5-|-5|1,,2|,|ffffff|decade|',
)
export const date = known(
  either(
    among('today|tomorrow|yesterday|fri|next friday|in 3 days|2 weeks ago|+2w|eom|sow|tonight|tomorrow 14:00|fri 2pm'),
    among('2026-12-24|2026-12-24T14:00|none|9999-12-31|2028-02-29|2026-11-23|mon|this weekend'),
  ),
  'any|2026-02-30|0000-00-00|10000-01-01|in 99999999999 days|+999999999y|in -3 days|25:00|today..|fri..mon|..|2026-12-24T14:00:60Z',
)
export const period = known(
  either(date, among('..fri|2026-01-01..|2026-01-01..2026-12-31|mon..fri|any|none|today')),
  'fri..mon|..|...|a..b|2026-12-31..2026-01-01',
)
export const level = known('low|medium|high|critical|urgent|h|u|1|5', '0|6|none|HIGH|m..|')
export const levels = known('low|high|high..|..medium|low..high|1,2|urgent', 'high..low|..|6|')
export const status = known('todo|in-progress|review|blocked|done|cancelled|r|b', 'd|todo,review|b,,c|nope|')
export const name = known(
  'work|work/site|Work|home|home/garden|home/garden/bed|p1|p2|none|spring sale',
  '/|a//b|work/| x ||acme',
)
export const tag = known('home|errand|work|urgent|more|t0|t1|🎉|é', 'a,b|x y|+x|-|')
export const length = known('45m|1h30m|2d|30|1.5h|none', '0|1h..2h|..30m|99999999h|-5m|1h 30m|')
export const lengths = known('45m|..30m|1h..|1h..2h|none|any', '2h..1h|..|-5m|')
export const state = known(
  'open|closed|active|overdue|due-today|this-week|blocked|ready|waiting|recurring|running',
  'nope|',
)
export const possession = known('notes|comments|subtasks|due|client|project|tags|time', 'files|nope|')
export const text = known(
  `Call Bob|Pay rent tomorrow|Send it by fri|x|Buy 2 of /it/|a -> b|it "is" so|don't|a?b=c:d|日本語 ü|rent|task`,
  `-|--|- x| ||+|:|due:|"|'|(|)|2|2-3`,
)
export const group = known('project|client|status|priority|due', 'tag|title|')
export const view = known('work|week|Work|my view', 'wrk|| |--|a,b')
export const order = known('due|-due|priority,-created|title|-p|id|-urgency|project,-id', 'nope|id,id||,|-|title desc')
export const template = known('{{id}}|{{id}} {{title}}\\t{{tags}}|{{{id}}}', '|{{|{{nope}}|{id}|\\x{{id}}|{{}}')
export const fields = known('id|id,title|title,notes,tags|uid,due|id,created_at', 'nope|,||id,id|rows|status')
export const file = known(
  'copy.db|other.db|lines.txt',
  'missing|folder|folder/x.db|-|| |:memory:|file:x|larry.db|larry.db-wal',
)
export const format = known('table|json|ndjson|csv|tsv|ids|md', 'xml||JSON')
export const when = known('auto|always|never', 'blue|')
export const zone = known('UTC|Europe/Vienna|America/New_York|Pacific/Apia', 'Nope/Nope||+02:00|utc')
export const topic = known('add|list|task|db|undo|exit-codes|history', 'nope|help|')
export const weekday = known('day|fri|2 weeks', 'nope|')
