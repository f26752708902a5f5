import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import { Command } from 'commander'
import { findWords } from '../../src/cli/argv.ts'
import type { DeclaredVerb } from '../../src/cli/context.ts'
import { declareGlobals } from '../../src/cli/globals.ts'
import { declaredVerbs } from '../../src/cli/verbs.ts'
import type { Clock } from '../../src/domain/when/clock.ts'
import { listed, rowSchema, schemaOf } from '../../src/output/schema.ts'
import type { Schema } from '../../src/output/types.ts'

/** Formats as larry promises them: instants with milliseconds and Z. Tests that fill a file by SQL have uids of digits. */
const formats = {
  'date-time': /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/,
  date: /^\d{4}-\d\d-\d\d$/,
  uuid: /^[0-9a-f-]{36}$/,
}

/** Lines that answer no JSON though it is asked for. */
const excepted: readonly { readonly why: string; readonly is: (name: string, argv: readonly string[]) => boolean }[] = [
  { why: 'the bytes of a file', is: (name, argv) => name === 'db backup' && argv.includes('-') },
  { why: 'a drawing, whatever LARRY_FORMAT says', is: (name, argv) => name === 'task graph' && argv.includes('--as') },
  {
    why: 'the file itself, in a format of its own',
    is: (name, argv) => name === 'data export' && !argv.some((word) => /^(-o|--output)/.test(word)),
  },
  { why: '--json is the text of a note', is: (_, argv) => argv[argv.indexOf('--json') - 1] === '--notes' },
]

const ajv = new Ajv2020({ formats, allowUnionTypes: true })
const verbs = declaredVerbs()
const program = new Command()
declareGlobals(program)

/** Schemas do not change with the time; views are made by a clock only for their words. */
export const anyClock = { zone: { civilOf: (instant: string) => instant } } as Clock

/** The verb a line runs, by whichever name; undefined for help and the version. */
async function verbOf(argv: readonly string[]): Promise<DeclaredVerb | undefined> {
  if (argv.some((word) => ['help', '--help', '-h', '--version', '-V'].includes(word))) return undefined
  const words = findWords(argv, program.options, 2).map((at) => argv[at]!)
  return (await verbs).find(({ names }) => names.includes(words[0] ?? '') || names.includes(words.join(' ')))
}

/** A schema of what is there today: nothing but what it tells of, and under --fields perhaps less. */
function strictly(schema: unknown, isPicked: boolean): unknown {
  if (Array.isArray(schema)) return schema.map((part) => strictly(part, isPicked))
  if (typeof schema !== 'object' || schema === null) return schema
  const { required, ...parts } = schema as Schema
  const whole = Object.fromEntries(Object.entries(parts).map(([key, part]) => [key, strictly(part, isPicked)]))
  if (required === undefined) return whole
  return { ...whole, additionalProperties: false, ...(!isPicked && { required }) }
}

const compiled = new Map<string, Promise<ValidateFunction>>()

async function validatorOf({ name, answers }: DeclaredVerb, isPicked: boolean, isLines: boolean) {
  const told = await answers()
  const rows = { anyOf: listed(told).map((answer) => rowSchema(answer, anyClock)) }
  const schema = isLines ? rows : schemaOf(told, anyClock)
  const key = `${name} ${isPicked} ${isLines}`
  return ajv.compile({ ...(strictly(schema, isPicked) as object), title: key })
}

/** Throws unless what a verb wrote as JSON is what `larry schema` says of it, its keys in their order. */
export async function holdToSchema(argv: readonly string[], stdout: string): Promise<void> {
  const verb = await verbOf(argv)
  if (verb === undefined || stdout === '' || excepted.some(({ is }) => is(verb.name, argv))) return
  const isPicked = argv.some((word) => word === '--fields' || word.startsWith('--fields='))
  const told = listed(await verb.answers())
  const isLines = told[0]!.lines === true || /--format[ =]ndjson/.test(argv.join(' '))
  const values = (isLines ? stdout.trimEnd().split('\n') : [stdout]).map((text) => JSON.parse(text) as unknown)
  const key = `${verb.name} ${isPicked} ${isLines}`
  if (!compiled.has(key)) compiled.set(key, validatorOf(verb, isPicked, isLines))
  const validate = await compiled.get(key)!
  for (const value of values)
    if (!validate(value)) {
      const { instancePath, message } = validate.errors![0]!
      throw new Error(
        `larry ${argv.join(' ')} is not as its schema says: ${instancePath} ${message}\n${stdout.slice(0, 2000)}`,
      )
    }
  const row = [values[0]].flat()[0] as object | null | undefined
  if (isPicked || typeof row !== 'object' || row === null) return
  if (told.some(({ item }) => item !== undefined)) return
  const orders = told.map(({ view, sometimes }) => ({
    keys: Object.keys(view(anyClock).types),
    sometimes,
  }))
  if (!orders.some((order) => isInOrder(Object.keys(row), order)))
    throw new Error(
      `larry ${argv.join(' ')}: the keys of JSON are not in the order of its schema: ${Object.keys(row).join()}`,
    )
}

/** Keys that are only there when asked for stand as they were asked for. */
function isInOrder(
  keys: readonly string[],
  {
    keys: order,
    sometimes = [],
  }: { readonly keys: readonly string[]; readonly sometimes: readonly string[] | undefined },
): boolean {
  const always = keys.filter((key) => !sometimes.includes(key))
  return order.filter((key) => always.includes(key)).join() === always.join()
}
