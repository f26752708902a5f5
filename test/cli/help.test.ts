import { readFileSync, writeFileSync } from 'node:fs'
import stringWidth from 'string-width'
import { expect, test } from 'vitest'
import { bench } from '../support/larry.ts'

const nouns = [
  'task',
  'client',
  'project',
  'tag',
  'time',
  'remind',
  'recur',
  'habit',
  'comment',
  'attachment',
  'view',
  'history',
  'date',
  'completion',
  'data',
  'config',
  'db',
]
const rootWords = [
  'add',
  'list',
  'ls',
  'show',
  'edit',
  'start',
  'done',
  'rm',
  'search',
  'export',
  'import',
  'apply',
  'sql',
  'schema',
  'undo',
  'redo',
]

/** The verbs a noun's help lists. */
function verbsIn(help: string): string[] {
  const section = /\nVerbs:\n((?: {2}.*\n)+)/.exec(help)?.[1] ?? ''
  return [...section.matchAll(/^ {2}(\S+) /gm)].map(([, verb]) => verb!)
}

function expectHelp(ran: { code: number; stdout: string; stderr: string }): void {
  expect({ code: ran.code, stderr: ran.stderr }).toEqual({ code: 0, stderr: '' })
  expect(ran.stdout).toMatch(/^[A-Z].*\.\n\nUsage: larry/)
  expect(ran.stdout.split('\n').filter((line) => stringWidth(line) > 80)).toEqual([])
}

test('every verb has help on stdout, exit 0, within 80 columns, with an example of itself', async () => {
  const { larry } = bench()
  let count = 0
  for (const noun of nouns) {
    const group = await larry(noun, '--help')
    expectHelp(group)
    const verbs = verbsIn(group.stdout)
    expect(verbs).not.toEqual([])
    for (const verb of verbs) {
      const ran = await larry(noun, verb, '--help')
      expectHelp(ran)
      const examples = /\nExamples:\n((?: {2}.*\n)+)/.exec(ran.stdout)?.[1] ?? ''
      expect(examples).toMatch(new RegExp(`larry (${noun} )?(${verb}|rm)\\b`))
      count++
    }
  }
  expect(count).toBeGreaterThanOrEqual(20)
})

test('the verbs of spec part 2 are all there', async () => {
  const { larry } = bench()
  const verbs = async (noun: string) => verbsIn((await larry(noun)).stdout)
  expect(await verbs('task')).toEqual(
    expect.arrayContaining(['add', 'list', 'search', 'show', 'edit', 'done', 'reopen', 'start', 'cancel', 'remove']),
  )
  expect(await verbs('task')).toEqual(expect.arrayContaining(['assign', 'unassign']))
  expect(await verbs('client')).toEqual(['add', 'list', 'show', 'edit', 'archive', 'remove'])
  expect(await verbs('project')).toEqual(['add', 'list', 'show', 'edit', 'archive', 'remove'])
  expect(await verbs('tag')).toEqual(['list', 'rename', 'remove'])
  expect(await verbs('task')).toEqual(expect.arrayContaining(['comment', 'comments', 'duplicate']))
  expect(await verbs('comment')).toEqual(['list', 'edit', 'remove'])
  expect(await verbs('habit')).toEqual(['add', 'list', 'show', 'edit', 'remove', 'done', 'skip', 'undo', 'stats'])
  expect(await verbs('data')).toContain('sql')
  expect(await verbs('view')).toEqual(['save', 'list', 'show', 'remove'])
  expect(await verbs('task')).toContain('log')
  expect(await verbs('time')).toEqual(
    expect.arrayContaining(['start', 'stop', 'status', 'log', 'list', 'edit', 'split', 'remove', 'report']),
  )
  expect(await verbs('remind')).toEqual([
    'add',
    'list',
    'snooze',
    'dismiss',
    'edit',
    'remove',
    'due',
    'watch',
    'install',
  ])
  expect(await verbs('task')).toContain('attach')
  expect(await verbs('attachment')).toEqual(['list', 'get', 'describe', 'remove', 'verify', 'sweep'])
  expect(await verbs('recur')).toEqual(['preview', 'skip', 'pause', 'resume', 'except'])
  expect(await verbs('history')).toEqual(expect.arrayContaining(['list', 'show', 'undo', 'redo']))
  expect(await verbs('date')).toEqual(['parse'])
  expect(await verbs('completion')).toEqual(['bash', 'zsh', 'fish'])
  expect(await verbs('data')).toEqual(['export', 'import', 'apply', 'sql', 'schema'])
  expect(await verbs('config')).toEqual(['list', 'get', 'set', 'unset', 'path'])
  expect(await verbs('db')).toEqual(expect.arrayContaining(['migrate', 'status', 'info', 'backup', 'restore', 'check']))
})

test('the README names every verb of every noun', async () => {
  const { larry } = bench()
  const readme = readFileSync('README.md', 'utf8')
  for (const noun of nouns) {
    const row = readme.split('\n').find((line) => line.startsWith(`| \`${noun}\` |`)) ?? ''
    const named = [...row.matchAll(/`([a-z]+)`/g)].map(([, word]) => word!).slice(1)
    expect(named.toSorted()).toEqual(verbsIn((await larry(noun)).stdout).toSorted())
  }
})

test.each([[['--help']], [['-h']], [['help']]])('larry %j is larry alone: the root help', async (line) => {
  const { larry } = bench({ empty: true })
  const alone = await larry()
  expectHelp(alone)
  for (const noun of nouns) expect(alone.stdout).toContain(`\n  ${noun} `)
  expect(await larry(...line)).toEqual(alone)
})

test.each(rootWords)('help of %s is reached in every way', async (word) => {
  const { larry } = bench()
  const ran = await larry(word, '--help')
  expectHelp(ran)
  for (const line of [
    ['help', word],
    [word, '-h'],
    [word, 'foo', '--help'],
    ['--json', word, '--help'],
  ])
    expect({ line, ...(await larry(...line)) }).toEqual({ line, ...ran })
})

test('help of an unknown command is an unknown command', async () => {
  expect(await bench().larry('lst', '--help')).toMatchObject({ code: 2, stdout: '' })
})

test('-- keeps --help a word', async () => {
  const b = bench()
  await b.larry('add', '--', '--help')
  expect(await b.tasks()).toMatchObject([{ title: '--help' }])
})

test('help exit-codes is the table of spec part 6', async () => {
  const ran = await bench().larry('help', 'exit-codes')
  expect(ran).toMatchObject({ code: 0, stderr: '' })
  for (const code of ['0', '1', '2', '3', '4', '5', '130']) expect(ran.stdout).toMatch(new RegExp(`^ +${code}\\b`, 'm'))
  expect(ran.stdout).toContain('143')
})

test('help operations tells every operation, its keys, and how they are guarded', async () => {
  const { stdout } = await bench().larry('help', 'operations')
  expect(stdout.split('\n').filter((line) => stringWidth(line) > 80)).toEqual([])
  for (const word of ['add', 'edit', 'done', 'cancel', 'reopen', 'start', 'remove', 'comment', 'log'])
    expect(stdout).toMatch(new RegExp(`^  ${word}( |$)`, 'm'))
  for (const word of ['"key"', '"if_updated_at"', '"ref:a"', 'add_tags', 'catch_up']) expect(stdout).toContain(word)
})

test('--version touches neither config nor file', async () => {
  const b = bench({ empty: true })
  writeFileSync(b.file, 'not a database')
  const env = { XDG_CONFIG_HOME: '/proc/none', LARRY_FORMAT: 'nonsense', LARRY_TZ: 'nowhere' }
  for (const line of [['--version'], ['-V'], ['--no-color', '--version']]) {
    const ran = await b.with({ env })(...line)
    expect({ line, ...ran }).toMatchObject({ line, code: 0, stderr: '' })
    expect(ran.stdout).toMatch(/^larry \d+\.\d+\.\d+\n$/)
  }
})

test('help needs neither a sound config nor a file', async () => {
  const b = bench({ empty: true })
  writeFileSync(b.file, 'not a database')
  const ran = await b.with({ env: { LARRY_FORMAT: 'nonsense' } })('list', '--help')
  expect(ran.code).toBe(0)
  expectHelp(ran)
})

test('an -h after -- is text, beside an unknown option too', async () => {
  const { larry } = bench()
  expect(await larry('rm', '--force', '--', '-h')).toMatchObject({
    code: 2,
    stdout: '',
    stderr: expect.stringMatching(/--force/),
  })
})
