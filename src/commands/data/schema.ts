import type { BareContext, DeclaredVerb } from '../../cli/context.ts'
import { Failure } from '../../domain/errors.ts'
import { nearest } from '../../domain/nearest.ts'
import type { Clock } from '../../domain/when/clock.ts'
import { oneOf, rowsOf } from '../../output/answers.ts'
import { isJson } from '../../output/formats.ts'
import { dialect, errorSchema, failureSchema, listed, rowSchema, schemaOf } from '../../output/schema.ts'
import type { Schema } from '../../output/types.ts'
import { reply } from '../../output/view.ts'
import { type Command, commandView, documentView, keyView, toKeys } from './schema-views.ts'

export const answers = [
  rowsOf(commandView),
  oneOf(documentView, { item: { schema: { $ref: dialect } }, when: 'a command named' }),
]

/** What is told of a command: its schema, and that of one of its rows. */
interface Contract {
  readonly title: string
  readonly description: string
  readonly schema: Schema
  readonly row: Schema
}

const failing: Contract = {
  title: 'larry error',
  description: 'How any command fails with --json: one object on stderr, and nothing on stdout',
  schema: errorSchema,
  row: failureSchema,
}

/** Tells the JSON Schema of what a command answers, or which commands there are; asked for as a table, csv, tsv or md, the keys of its rows. */
export async function run({ settings, clock, verbs }: BareContext, words: readonly string[]) {
  const all = await verbs()
  if (words.length === 0) return reply(commandView, await Promise.all(all.map(toCommand)))
  const { title, description, schema, row } = await contractOf(
    words.join(' ').trim().replaceAll(/\s+/g, ' '),
    all,
    clock,
  )
  const isDocument = isJson(settings.format) || (!settings.formatGiven && settings.fields === undefined)
  if (!isDocument) return reply(keyView, toKeys(row))
  const document = { $schema: dialect, title, description, ...schema }
  return reply(documentView, [document], {
    one: true,
    ...(!isJson(settings.format) && { document: `${JSON.stringify(document, null, 2)}\n` }),
  })
}

async function contractOf(typed: string, all: readonly DeclaredVerb[], clock: Clock): Promise<Contract> {
  if (typed === 'error') return failing
  const verb = all.find(({ names }) => names.includes(typed))
  if (verb === undefined) {
    const known = ['error', ...all.flatMap(({ names }) => names)]
    const near = nearest(typed, known)
    throw new Failure(
      'usage',
      `unknown command "${typed}"`,
      near === undefined ? 'larry schema lists them' : `did you mean ${near}?`,
    )
  }
  const told = await verb.answers()
  const [usual] = listed(told)
  const lines = usual!.lines === true ? ' One such object a line.' : ''
  return {
    title: `larry ${verb.name}`,
    description: `${verb.about}.${lines} Every key is there unless --fields picks some; later versions may add keys.`,
    schema: schemaOf(told, clock),
    row: rowSchema(usual!, clock),
  }
}

async function toCommand({ name, about, answers: load }: DeclaredVerb): Promise<Command> {
  const { one, lines } = listed(await load())[0]!
  return { command: name, answers: lines === true ? 'lines' : one === true ? 'object' : 'list', about }
}
