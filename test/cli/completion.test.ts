import { expect, test } from 'vitest'
import { wholeTree } from '../../src/cli/whole-tree.ts'
import { type Bench, bench } from '../support/larry.ts'
import { runtimeIn } from '../support/runtime.ts'

/** What completes the last of these words, each value with what it is. */
async function offered(b: Bench, ...words: string[]): Promise<string[]> {
  const { code, stdout, stderr } = await b.larry('__complete', 'fish', ...words)
  expect({ words, code, stderr }).toEqual({ words, code: 0, stderr: '' })
  const [first, ...lines] = stdout.trimEnd().split('\n')
  return first === 'words' ? lines.map((line) => line.replace('\t', ': ')) : [first!]
}

const valuesOf = (lines: readonly string[]) => lines.map((line) => line.replace(/: .*/, ''))

async function furnished(): Promise<Bench> {
  const b = bench()
  const lines = [
    ['client', 'add', 'Acme Corp'],
    ['add', 'Pay rent', '+home', '+höme', 'project:Web site'],
    ['add', 'Call Bob', '+work', 'client:acme', 'every:week'],
    ['add', 'Old thing'],
    ['done', '3'],
    ['task', 'comment', '1', 'It is late'],
    ['remind', 'add', '2', 'tomorrow', '9am'],
    ['time', 'log', '1', '30m', '--note', 'By phone'],
    ['habit', 'add', 'Morning run'],
    ['view', 'save', 'work', '+work'],
  ]
  for (const line of lines) expect(await b.larry(...line)).toMatchObject({ code: 0 })
  return b
}

const cases: readonly [line: string[], values: string[]][] = [
  [['li'], ['list: List tasks that match a filter']],
  [
    ['task', 're'],
    ['reopen: Take finished tasks up again', 'remove: Delete tasks; their subtasks move up. undo brings them back'],
  ],
  [['help', 'fi'], ['filters: What a filter can ask']],
  [['help', 'tag', 'ren'], ['rename: Give a tag another name on all tasks; one that is in use ta…']],
  [
    ['done', ''],
    ['2: Call Bob', '1: Pay rent'],
  ],
  [['done', '1', ''], ['2: Call Bob']],
  [['done', '2,'], ['2,1: Pay rent']],
  [['task', 'reopen', ''], ['3: Old thing']],
  [
    ['show', ''],
    ['3: Old thing', '2: Call Bob', '1: Pay rent'],
  ],
  [['recur', 'skip', ''], ['2: Call Bob']],
  [['recur', 'resume', ''], []],
  [['time', 'edit', ''], ['1: By phone']],
  [
    ['time', 'start', ''],
    ['2: Call Bob', '1: Pay rent'],
  ],
  [['remind', 'snooze', '1', 'tomo'], ['tomorrow']],
  [['remind', 'dismiss', ''], ['1: Call Bob']],
  [['comment', 'edit', ''], ['1: It is late']],
  [['comment', 'edit', '1', ''], []],
  [['habit', 'done', ''], ['Morning run']],
  [['client', 'show', 'acme'], ['Acme Corp']],
  [['client', 'add', ''], []],
  [['view', 'show', ''], ['work: +work']],
  [['list', '--view', ''], ['work: +work']],
  [
    ['list', '+h'],
    ['+home', '+höme'],
  ],
  [['list', '-wo'], ['-work']],
  [
    ['list', 'tag:home,'],
    ['tag:home,höme', 'tag:home,work'],
  ],
  [['list', 'pro'], ['project:: what it belongs to']],
  [
    ['list', 'project:'],
    ['project:Web site', 'project:none: there is none'],
  ],
  [['list', 'proj:we'], ['proj:Web site']],
  [['list', 'p:h'], ['p:high']],
  [['list', 'p:low..h'], ['p:low..high']],
  [['list', 'status:todo,re'], ['status:todo,review']],
  [['list', 'due:..fr'], ['due:..friday']],
  [['list', 'is:over'], ['is:overdue']],
  [['list', '(+work or +ho'], ['(+work or +home']],
  [['list', 'every:'], []],
  [['add', 'Pay rent project:"W'], ['Pay rent project:"Web site"']],
  [['add', 'due:tom'], ['due:tomorrow']],
  [['add', '-ho'], []],
  [['edit', '1', '-ho'], ['-home']],
  [['edit', '1', 'due:non'], ['due:none: there is none']],
  [['done', '--where', '+home is:op'], ['+home is:open']],
  [['list', '--sort', '-du'], ['-due: in reverse']],
  [
    ['list', '--sort=due,-pr'],
    ['--sort=due,-priority: in reverse', '--sort=due,-progress: in reverse', '--sort=due,-project: in reverse'],
  ],
  [['list', '--fields', 'id,ti'], ['id,title']],
  [['time', 'list', '--fields', 'bil'], ['billable']],
  [['list', '--format', 'j'], ['json']],
  [['list', '--format=j'], ['--format=json']],
  [['--format', 'nd'], ['ndjson']],
  [['export', '--as', 'n'], ['ndjson']],
  [['list', '--tz', 'Europe/Vie'], ['Europe/Vienna']],
  [['time', 'report', '--by', 'client,da'], ['client,day']],
  [['client', 'list', '--status', 'pro'], ['prospect']],
  [['list', '--li'], ['--limit: at most this many']],
  [['list', '--limit', '5', '--li'], []],
  [['list', '--sort', 'due', '--so'], ['--sort: order by a field, -field for the reverse; repeatable']],
  [['list', '--no-color', '--col'], []],
  [['add', '--file', ''], ['files 0']],
  [['--db=x'], ['files 5']],
  [['task', 'attach', '1', './'], ['files 0']],
  [['list', '--', '+'], []],
  [['nonsense', ''], []],
  [['task', 'nonsense', ''], []],
  [['done', 'not an id'], []],
]

test('every word of a line is completed with what can stand there', async () => {
  const b = await furnished()
  const found: (typeof cases)[number][] = []
  for (const [line] of cases) found.push([line, await offered(b, ...line)])
  expect(found).toEqual(cases)
})

test('the keys of the config are offered with what they are for', async () => {
  const keys = await offered(bench(), 'config', 'set', 'week')
  expect(keys).toEqual([expect.stringMatching(/^week_start: \S/)])
})

test.each([
  [
    ['config', 'set', 'color', ''],
    ['auto', 'always', 'never'],
  ],
  [['config', 'set', 'week_start', 'su'], ['sunday']],
  [['config', 'set', 'tz', 'Europe/Vie'], ['Europe/Vienna']],
  [['config', 'set', 'attachment_limit', ''], []],
  [['config', 'set', 'color', 'never', 'a'], []],
  [
    ['schema', 'time', 'st'],
    ['start', 'stop', 'status'],
  ],
  [['schema', 'list', 'st'], []],
  [['schema', 'time', 'start', 's'], []],
])('%j is completed with %j', async (line, values) => {
  expect(valuesOf(await offered(bench(), ...line))).toEqual(values)
})

test('a line that has no word yet is offered the commands, a verb without arguments its options', async () => {
  const b = bench()
  const commands = valuesOf(await offered(b, ''))
  expect(commands.slice(0, 3)).toEqual(['add', 'list', 'show'])
  expect(commands).toEqual(expect.arrayContaining(['task', 'completion', 'help']))
  expect(commands).not.toContain('ls')
  expect((await offered(b, 'time', 'stop', ''))[0]).toBe('--at: as of then: 17:30, -15m, "yesterday 18:00"')
  expect(valuesOf(await offered(b, '--ver'))).toEqual(['--version'])
})

test('every noun, verb and option that is declared is offered, with what it is', async () => {
  const b = bench()
  const { runtime } = runtimeIn(b)
  const tree = await wholeTree(runtime)
  expect(valuesOf(await offered(b, ''))).toEqual(expect.arrayContaining(tree.nouns.map(({ name }) => name)))
  for (const { name, verbs } of tree.nouns) {
    expect(await offered(b, name, '')).toEqual(
      verbs.map((verb) => `${verb.name}: ${verb.about}`.slice(0, 200)).map(shortened),
    )
    for (const verb of verbs) {
      const flags = valuesOf(await offered(b, name, verb.name, '--'))
      expect(flags.toSorted()).toEqual(
        [...verb.options, ...tree.options]
          .map(({ long }) => long)
          .concat('--help')
          .toSorted(),
      )
    }
  }
})

/** What a value is takes at most 60 characters. */
function shortened(line: string): string {
  const [value, about] = [line.slice(0, line.indexOf(': ')), line.slice(line.indexOf(': ') + 2)]
  return about.length > 60 ? `${value}: ${about.slice(0, 59)}…` : line
}

test('two hundred ids at most are offered, the newest first, by the digits typed', async () => {
  const b = bench()
  const titles = Array.from({ length: 250 }, (_, i) => `task ${i + 1}`).join('\n')
  await b.with({ stdin: titles })('add', '-')
  const all = valuesOf(await offered(b, 'done', ''))
  expect(all).toHaveLength(200)
  expect(all.slice(0, 2)).toEqual(['250', '249'])
  expect(valuesOf(await offered(b, 'done', '24'))).toEqual([
    '249',
    '248',
    '247',
    '246',
    '245',
    '244',
    '243',
    '242',
    '241',
    '240',
    '24',
  ])
  expect(await offered(b, 'done', '0')).toEqual([])
  expect(await offered(b, 'done', '9'.repeat(30))).toEqual([])
})

test('text of the user is data: control characters are written out, what cannot be typed is not offered', async () => {
  const b = bench()
  await b.larry('add', '--', '\u001b]0;evil\u0007 a\tb\nc $(id)')
  await b.larry('project', 'add', 'evil\u202Etxt')
  await b.larry('add', '--', '🍎'.repeat(100))
  expect(await offered(b, 'done', '')).toEqual([`2: ${'🍎'.repeat(59)}…`, '1: \\x1b]0;evil\\x07 a b c $(id)'])
  expect(await offered(b, 'list', 'project:')).toEqual(['project:none: there is none'])
})

test('words that are not UTF-8, or none, or of no known shell are no failure', async () => {
  const b = bench()
  expect(await b.larry('__complete')).toMatchObject({ code: 0, stderr: '' })
  expect(await b.larry('__complete', 'fish')).toMatchObject({ code: 0, stderr: '' })
  expect(await b.larry('__complete', 'bash')).toMatchObject({ code: 0, stderr: '' })
  expect(await b.larry('__complete', 'fish', 'list', '+\ufffd')).toEqual({ code: 0, stdout: 'words\n', stderr: '' })
})
