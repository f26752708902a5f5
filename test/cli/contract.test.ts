import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { expect, test } from 'vitest'
import type { DeclaredVerb } from '../../src/cli/context.ts'
import { declaredVerbs } from '../../src/cli/verbs.ts'
import { errorSchema, listed } from '../../src/output/schema.ts'
import { keysOf } from '../../src/output/view.ts'
import { inFile } from '../db/stores.ts'
import { rounds } from '../faults/figures.ts'
import { anyClock } from '../support/answers.ts'
import type { Bench } from '../support/larry.ts'
import { fileless, furnished, rowless, verbLines, without, wordsOf } from './every-verb.ts'
import { everything, small } from './seed.ts'

const verbs = await declaredVerbs()

test('every verb has a line in every-verb.ts, or a reason why it has none', () => {
  expect([...Object.keys(verbLines), ...Object.keys(without)].toSorted()).toEqual(
    verbs.map(({ name }) => name).toSorted(),
  )
})

/** Each verb with its line. */
const tried = Object.entries(verbLines).map(([name, line]) => ({
  ...line,
  verb: verbs.find((one) => one.name === name)!,
}))

/** The last and the first key of a verb's rows; of SQL, whose keys are what the query names, `id`. */
async function ends({ answers }: DeclaredVerb): Promise<readonly [last: string, first: string]> {
  const keys = keysOf(listed(await answers())[0]!.view(anyClock))
  return [keys.at(-1) ?? 'id', keys[0] ?? 'id']
}

type Look = (stdout: string, last: string, first: string) => boolean

/** How two fields are asked for in each format, and how one sees in the answer that just these came. */
const looks: readonly (readonly [flags: (fields: string) => readonly string[], isRight: Look])[] = [
  [
    (fields) => ['--json', '--fields', fields],
    (stdout, ...fields) => {
      const row = [JSON.parse(stdout)].flat()[0] as object
      return Object.keys(row).join() === [...new Set(fields)].join()
    },
  ],
  [
    (fields) => ['--format', 'csv', '--fields', fields],
    (stdout, ...fields) => stdout.startsWith(`${[...new Set(fields)].join()}\r\n`),
  ],
  [
    (fields) => ['--format', 'tsv', '--header', '--fields', fields],
    (stdout, ...fields) => stdout.startsWith(`${[...new Set(fields)].join('\t')}\n`),
  ],
  [(fields) => ['--format', 'md', '--fields', fields], (stdout, last) => stdout.includes(`| ${last} |`)],
  [
    (fields) => ['--format', 'table', '--fields', fields],
    (stdout, last, first) => new RegExp(`^${last}\\b`).test(stdout) && new RegExp(`\\b${first}\\b`).test(stdout),
  ],
  [
    (fields) => [
      '--template',
      fields
        .split(',')
        .map((field) => `[{{${field}}}]`)
        .join('='),
    ],
    (stdout) => /^\[.*\]\n/.test(stdout),
  ],
]

test('--fields picks and orders keys, and a template fills them in, whatever the verb; each is tried in one format, in a long run in all', async () => {
  const b = await furnished()
  const before = await everything(b)
  const wrong: unknown[] = []
  for (const [at, { verb, does }] of tried.entries()) {
    const [last, first] = await ends(verb)
    const fields = [...new Set([last, first])].join()
    for (const [flags, isRight] of rounds > 25 ? looks : [looks[at % looks.length]!]) {
      // Its csv and tsv have other rows: the days that are statistics.
      if (verb.name === 'habit stats' && /csv|tsv/.test(flags('').join())) continue
      const line = [...wordsOf(verb.name, does), '-n', ...flags(fields)]
      const ran = await b.larry(...line)
      const isFine = ran.code === 0 && (rowless.includes(verb.name) || isRight(ran.stdout, last, first))
      if (!isFine) wrong.push({ line, ...ran })
    }
  }
  expect(wrong).toEqual([])
  expect(await everything(b)).toEqual(before)
})

const isError = new Ajv2020().compile(errorSchema)

/** The kind of the one error object a line must have ended with; what came instead when it did not. */
async function kindOf({ larry }: Bench, line: readonly string[], flags: readonly string[]): Promise<unknown> {
  const ran = await larry(...line, ...flags)
  const told: unknown = ran.stderr.startsWith('{') ? JSON.parse(ran.stderr) : undefined
  if (ran.code === 0 || ran.stdout !== '' || !isError(told)) return ran
  const { kind } = (told as { error: { kind: string } }).error
  return ran.code === { failed: 1, usage: 2, 'not-found': 3, conflict: 4, unavailable: 5 }[kind] ? kind : ran
}

/** What came of a line of each verb where it is not what was meant. */
async function unlike(
  b: Bench,
  lines: readonly (readonly [line: readonly string[], kind: string])[],
  flags = ['--json'],
): Promise<unknown[]> {
  const wrong: unknown[] = []
  for (const [line, kind] of lines) {
    const told = await kindOf(b, line, flags)
    if (told !== kind) wrong.push([line, kind, told])
  }
  return wrong
}

test('whatever a verb refuses it tells as one object on stderr, nothing on stdout, and changes nothing', async () => {
  const b = await furnished()
  const before = await everything(b)
  const refused = tried.flatMap(({ verb: { name }, does, fails, kind }) => [
    [wordsOf(name, fails), kind] as const,
    [[...wordsOf(name, does), '--nope'], 'usage'] as const,
  ])
  expect(await unlike(b, refused)).toEqual([])
  const wrongFields = tried.map(({ verb: { name }, does }) => [wordsOf(name, does), 'usage'] as const)
  expect(await unlike(b, wrongFields, ['--fields', 'nope', '--format', 'ndjson'])).toEqual([])
  expect(await everything(b)).toEqual(before)
  // A file that is none of larry's, and one of a later larry.
  writeFileSync(join(b.folder, 'notes.txt'), 'these are my notes, not a database\n'.repeat(100))
  const opening = tried.filter(({ verb: { name } }) => !fileless.includes(name))
  const lines = opening.map(({ verb: { name }, does }) => [wordsOf(name, does), 'unavailable'] as const)
  expect(await unlike(b, lines, ['--json', '--db', 'notes.txt'])).toEqual([])
  inFile(b.file, (handle) => handle.pragma('user_version = 9999'))
  expect(await unlike(b, lines)).toEqual([])
})

test('each exit code is reached, and means its kind', async () => {
  const b = await small()
  const endOf = async (...line: string[]) => {
    const { code, stderr } = await b.with({ answers: ['n'] })(...line, '--json')
    const error = /\{"error":.*\}\n$/.exec(stderr)?.[0]
    return [code, error === undefined ? undefined : JSON.parse(error).error.kind]
  }
  expect(await endOf('list')).toEqual([0, undefined])
  expect(await endOf('rm', '1')).toEqual([1, 'failed'])
  expect(await endOf('list', '--nope')).toEqual([2, 'usage'])
  expect(await endOf('show', '99')).toEqual([3, 'not-found'])
  expect(await endOf('done', '3')).toEqual([4, 'conflict'])
  expect(await endOf('list', '--db', '/nowhere/at/all.db')).toEqual([5, 'unavailable'])
})
