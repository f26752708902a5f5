import { expect } from 'vitest'
import type { Bench } from '../support/larry.ts'

type Random = () => number

/** One of a list. */
export function pick<T>(random: Random, from: readonly T[]): T {
  return from[Math.floor(random() * from.length)]!
}

/** A whole number from `least` to below `beyond`. */
export function whole(random: Random, least: number, beyond: number): number {
  return least + Math.floor(random() * (beyond - least))
}

const places = ['home', 'work', 'garden/beds', 'work/site', 'work/site/relaunch', 'Übersee', '東京 trip']
const words = [
  '+home',
  '+shop',
  '+later',
  'p:high',
  'p:low',
  'p:urgent',
  'due:fri',
  'due:2027-03-28T02:30',
  'est:1h30m',
]
const things = [
  'Pay rent',
  'Call "Bob"',
  'Straße kehren',
  'emoji 👩‍👩‍👧 and é',
  "it's 100%",
  '<b>tab\tand</b>',
  '=1+1',
  'ไทย',
]

/** A title with a project, a due date and tags, as typed at `add -`. */
function typed(random: Random, nth: number): string {
  const project = random() < 0.4 ? ` project:"${pick(random, places)}"` : ''
  const given = [...new Set([pick(random, words), pick(random, words)])].filter(
    (word, at, all) => all.findIndex((other) => other.slice(0, 2) === word.slice(0, 2)) === at,
  )
  return `${pick(random, things)} number ${nth} ${'long '.repeat(whole(random, 0, 12))}${given.join(' ')}${project}`
}

/** A command line about the tasks there are; some are refused (a circle, an open subtask), which is as good as not typed. */
function line(random: Random, tasks: number): string[] {
  const id = () => String(whole(random, 1, tasks + 1))
  const kinds: (() => string[])[] = [
    () => ['edit', id(), pick(random, words), '+seen'],
    () => ['edit', id(), id(), '--title', `${pick(random, things)} renamed`],
    () => ['edit', id(), '--notes', `${pick(random, things)}\n`.repeat(whole(random, 1, 40))],
    () => ['edit', id(), `parent:${id()}`],
    () => ['edit', id(), `depends:${id()}`],
    () => ['edit', id(), `project:${pick(random, places).split(' ')[0]}`],
    () => ['done', id(), '--force'],
    () => ['start', id()],
    () => ['task', 'cancel', id()],
    () => ['task', 'reopen', id()],
    () => ['rm', id(), '--yes', '--cascade'],
    () => ['undo'],
    () => ['undo', '3'],
    () => ['redo'],
  ]
  return pick(random, kinds)()
}

/** Fills a file with tasks of every kind and a history of changes, undos and redos, all from `random`; a second passes with every line. */
export async function fillVaried(b: Bench, random: Random, { tasks = 300, changes = 120 } = {}): Promise<void> {
  let moment = Date.parse('2026-01-05T08:00:00.000Z')
  const next = () => new Date((moment += 1000)).toISOString()
  const stdin = Array.from({ length: tasks }, (_, nth) => typed(random, nth + 1)).join('\n')
  expect(await b.with({ now: next(), stdin })('add', '-')).toMatchObject({ code: 0 })
  for (let i = 0; i < changes; i++) {
    const argv = line(random, tasks)
    const ran = await b.with({ now: next() })(...argv)
    expect([0, 2, 3, 4], `larry ${argv.join(' ')}: ${ran.stderr}`).toContain(ran.code)
  }
}
