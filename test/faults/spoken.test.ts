import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { drawFor } from './draw.ts'
import { longRun, roundsOf, tally } from './figures.ts'
import { asName, asTag, hostileText } from './hostile-texts.ts'
import { acting } from './judge.ts'
import { type Place, placeFrom } from './place.ts'

let place: Place

beforeAll(() => {
  place = placeFrom(readFileSync(inject('template')))
})

afterAll(() => {
  place.remove()
})

/** Lines of every verb that show stored text, or say back what was typed. */
const speaking = (text: string, tag: string): string[][] => [
  ['list', '--all'],
  ['list', '--all', '--fields', 'id,title,notes,tags,project'],
  ['list', '--all', '--template', '{{id}} {{title}} {{notes}} {{tags}} {{project}}'],
  ['search', 'T'],
  ['show', '1'],
  ['tag', 'list'],
  ['history', 'list'],
  ['history', 'show', '1'],
  ['start', '1'],
  ['edit', '1', '--title', `${text}2`, '--notes', text],
  ['edit', '1', '--project', tag, '-n'],
  ['done', '1'],
  ['done', '1'],
  ['task', 'reopen', '1'],
  ['undo'],
  ['redo'],
  ['rm', '1', '-n'],
  ['rm', '1'],
  ['rm', '1', '-y'],
  ['add', text],
  ['add', '-n', '--notes', text, '--', text],
  ...['show', 'done', 'undo', 'search', 'list', 'help', 'task', 'tag', 'history', 'db'].map((word) => [word, text]),
  ['client', 'add', text, '--notes', text, '--email', text],
  ['client', 'add', tag],
  ['client', 'list'],
  ['client', 'edit', '1', '--notes', text],
  ['client', 'show', '1'],
  ['client', 'remove', text],
  ['task', 'assign', '1', tag],
  ['task', 'assign', text, tag],
  ['habit', 'add', text, '--unit', text],
  ['habit', 'done', text, '--note', text],
  ['habit', 'done', '1', '--on', text],
  ['habit', 'stats', '1'],
  ['habit', 'remove', text],
  ['project', 'add', text],
  ['project', 'list'],
  ['project', 'edit', '1', '--name', text],
  ['project', 'remove', '1'],
  ['tag', 'rename', tag, `${tag}2`],
  ['tag', 'remove', text],
  ...['--fields', '--template', '--sort', '--tz', '--format', '--color', '-l', `--${text}`].map((flag) => [
    'list',
    flag,
    text,
  ]),
  ...['due', 'p', 'status', 'est', 'is', 'has', 'id', 'parent', 'project', 'client', 'nope'].map((key) => [
    'list',
    `${key}:${text}`,
  ]),
  ...['--due', '--priority', '--status', '--tag', '--project', '--client', '--parent'].map((flag) => [
    'add',
    'x',
    flag,
    text,
  ]),
  ['list', `/${text}(/`],
  ['list', `(${text}`],
  ['done', '--where', text],
  ['add', '--file', text],
  ['--db', text, 'list'],
  ['--db', text, 'db', 'path'],
  ['db', 'backup', text.replaceAll('/', '')],
  ['db', 'restore', text],
  ['db', 'migrate', '--to', text],
  ['db', 'backup', '--list'],
  [text],
  [text, '1'],
]

test('whatever the verb, nothing that could drive a terminal reaches it or a message', longRun, async () => {
  const total = roundsOf(1 / 8)
  for (let round = 0; round < total; round++) {
    const draw = drawFor(`spoken ${round}`)
    const [text, tag] = [hostileText(draw), asTag(hostileText(draw))]
    const around = { stdin: `${text}\n`, env: { NO_COLOR: '1' } }
    place.renew()
    const lines = speaking(text, tag)
    const added = ['add', '--notes', text, '--project', asName(text), '--tag', tag, '--', text]
    expect((await place.run({ ...around, argv: added })).code, `round ${round}`).toBe(0)
    const spoken: object[] = []
    for (const words of lines) {
      const argv = [...draw.one([[], ['--format', 'table'], ['--format', 'tsv'], ['--header']]), ...words]
      const terminal = { ...(draw.chance(0.4) && { columns: 60 }), ...(draw.chance(0.3) && { answers: ['n'] }) }
      const ran = await place.run({ ...around, ...terminal, argv })
      if (acting.test(ran.stdout.replaceAll('\t', '')) || acting.test(ran.stderr)) spoken.push({ round, argv, ...ran })
    }
    expect(spoken).toEqual([])
    tally('hostile texts shown or said back', lines.length)
  }
})
