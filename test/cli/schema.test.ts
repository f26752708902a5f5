import { readFileSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { expect, test } from 'vitest'
import { errorSchema } from '../../src/output/schema.ts'
import type { Schema } from '../../src/output/types.ts'
import { bench } from '../support/larry.ts'

const golden = resolve('test/fixtures/schemas.txt')
const renewal =
  'RENEW_SCHEMAS=1 npx vitest run test/cli/schema.test.ts, then read the difference before it is committed'

interface Row extends Schema {
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
}

interface Answer extends Row {
  readonly description?: string
  readonly items?: Row
  readonly anyOf?: readonly Answer[]
}

/** An answer in lines: list or object, and each key with its type; `?` marks one that is not always there. */
function linesOf({ description, items, ...object }: Answer): string {
  const { properties, required = [], ...rest } = items ?? object
  const what = items === undefined ? 'one' : 'list of'
  const head = properties === undefined ? `${what} ${JSON.stringify(rest)}` : what
  const keys = Object.entries(properties ?? {}).map(
    ([key, schema]) => `  ${key}${required.includes(key) ? '' : '?'}: ${JSON.stringify(schema)}`,
  )
  return [description === undefined ? head : `${head} (${description})`, ...keys].join('\n')
}

/** Every schema, those that say the same together. */
async function everySchema(): Promise<string> {
  const b = bench()
  const commands = new Map<string, string[]>()
  for (const { command } of await b.json<{ command: string }[]>('schema')) {
    const { $schema, title, description, ...schema } = await b.json<Answer & { $schema: string; title: string }>(
      'schema',
      command,
    )
    expect($schema).toBe('https://json-schema.org/draft/2020-12/schema')
    expect(title).toBe(`larry ${command}`)
    expect(description).toMatch(
      /^[A-Z].+\. Every key is there unless --fields picks some; later versions may add keys\.$/,
    )
    const text = (schema.anyOf ?? [schema]).map(linesOf).join('\n')
    commands.set(text, [...(commands.get(text) ?? []), command])
  }
  return [...commands].map(([text, names]) => `${names.join(', ')}\n${text}\n`).join('\n')
}

test('what every command answers is the golden one', async () => {
  const schemas = await everySchema()
  if (process.env['RENEW_SCHEMAS'] !== undefined) writeFileSync(golden, schemas)
  expect(schemas, `the schemas differ from ${golden}; when that is meant: ${renewal}`).toBe(
    readFileSync(golden, 'utf8'),
  )
})

test('every command has a schema, and each is one by its own dialect', async () => {
  const b = bench()
  const ajv = new Ajv2020({ strict: false })
  const commands = (await b.json<{ command: string }[]>('schema')).map(({ command }) => command)
  const nouns = [...new Set(commands.map((command) => command.split(' ')[0]!))]
  for (const noun of nouns) {
    const { stdout } = await b.larry(noun, '--help')
    const verbs = [...(/\nVerbs:\n((?: {2}.*\n)+)/.exec(stdout)?.[1] ?? '').matchAll(/^ {2}(\S+) /gm)]
    expect(commands.filter((command) => command.startsWith(`${noun} `))).toEqual(
      verbs.map(([, verb]) => `${noun} ${verb}`),
    )
  }
  expect(nouns).toHaveLength((await b.larry()).stdout.split('By noun:\n')[1]!.split('\n\n')[0]!.split('\n').length)
  for (const command of [...commands, 'error'])
    expect({ command, isSchema: ajv.validateSchema(await b.json<Schema>('schema', command)) }).toEqual({
      command,
      isSchema: true,
    })
})

test('a command is named in every way it is typed, and its schema is JSON whatever reads it', async () => {
  const b = bench()
  const { stdout, ...ran } = await b.larry('schema', 'task', 'list')
  expect(ran).toEqual({ code: 0, stderr: '' })
  for (const line of [['list'], ['ls'], ['task ls'], [' task  list '], ['list', '--json']])
    expect({ line, stdout: (await b.larry('data', 'schema', ...line)).stdout }).toEqual({ line, stdout })
  expect((await b.with({ columns: 80 })('schema', 'list')).stdout).toBe(stdout)
  expect(JSON.parse((await b.larry('schema', 'list', '--format', 'ndjson')).stdout)).toEqual(JSON.parse(stdout))
})

test('asked for as a table, csv, tsv or md it is the keys of a row', async () => {
  const b = bench()
  const as = async (...flags: string[]) => (await b.larry('schema', 'tag', 'list', ...flags)).stdout
  expect(await as('--format', 'tsv')).toBe('tag\tstring\t\nopen\tinteger\t\ntotal\tinteger\t\n')
  expect(await as('--format', 'csv', '--fields', 'key,type')).toBe(
    'key,type\r\ntag,string\r\nopen,integer\r\ntotal,integer\r\n',
  )
  expect(await as('--ids')).toBe('tag\nopen\ntotal\n')
  expect((await b.larry('schema', 'date', 'parse', '--format', 'md')).stdout).toContain(
    '| utc | string (date-time) | UTC |\n',
  )
  expect((await b.larry('schema', 'list', '--fields', 'key,type')).stdout).toContain(
    'priority\tlow, medium, high, critical or urgent\ndue\tstring or null\n',
  )
  expect((await b.larry('schema', 'error', '--format', 'tsv')).stdout).toBe(
    'kind\tfailed, usage, not-found, conflict or unavailable\t\nmessage\tstring\t\nhint\tstring or null\t\nline\tinteger or null\tof a file or pipe, from 1, where that is refused\n',
  )
})

test('the schema of an error is that of every error', async () => {
  const b = bench()
  const { $schema, title, description, ...schema } = await b.json<Record<string, unknown>>('schema', 'error')
  expect(schema).toEqual(errorSchema)
  expect({ $schema, title, description }).toMatchObject({ title: 'larry error' })
})

test('it needs no file and makes none', async () => {
  const b = bench({ empty: true })
  expect(await b.larry('schema', 'list')).toMatchObject({ code: 0, stderr: '' })
  expect(() => readFileSync(b.file)).toThrow('ENOENT')
})

test.each([
  [['lst'], 'unknown command "lst"\n  hint: did you mean list?'],
  [['task', 'lst'], 'unknown command "task lst"\n  hint: did you mean task list?'],
  [['task'], 'unknown command "task"'],
  [['nothing of the kind'], 'unknown command "nothing of the kind"\n  hint: larry schema lists them'],
  [['list', '--fields', 'id'], 'a key has no field "id"'],
  [['--fields', 'commnd'], 'did you mean command?'],
])('larry schema %j is refused: %s', async (line, message) => {
  const ran = await bench().larry('schema', ...line)
  expect(ran).toMatchObject({ code: 2, stdout: '' })
  expect(ran.stderr).toContain(message)
})
