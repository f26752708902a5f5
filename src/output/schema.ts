import { kinds } from '../domain/errors.ts'
import type { Clock } from '../domain/when/clock.ts'
import type { Answer, Answers } from './answers.ts'
import { among, described, integer, listOf, nullable, objectOf, type Schema, type Types, text } from './types.ts'

/** What every schema names as its own (json-schema.org, draft 2020-12). */
export const dialect = 'https://json-schema.org/draft/2020-12/schema'

/** A failure of any command. */
const failure = objectOf({
  kind: among(kinds),
  message: text,
  hint: nullable(text),
  line: described(nullable(integer), 'of a file or pipe, from 1, where that is refused'),
})

/** How a failure is told with --json: one object on stderr. */
export const errorSchema = objectOf({ error: failure }).schema

/** The keys of a failure. */
export const failureSchema = failure.schema

/** What a verb writes with --json, or on each line of it. Several answers are told apart by the options that make them. */
export function schemaOf(answers: Answers, clock: Clock): Schema {
  const all = listed(answers)
  const schemas = all.map((answer) => toSchema(answer, clock))
  if (schemas.length === 1) return schemas[0]!
  return { anyOf: schemas.map((schema, at) => ({ description: told(all[at]!), ...schema })) }
}

/** The answers of a verb, the usual one first. */
export function listed(answers: Answers): readonly Answer[] {
  return 'view' in answers ? [answers] : answers
}

/** A row of an answer, or the object that is all of it. */
export function rowSchema({ view, item, sometimes = [] }: Answer, clock: Clock): Schema {
  const { schema } = item ?? objectOf(view(clock).types as Types<Record<string, unknown>>)
  if (sometimes.length === 0) return schema
  return { ...schema, required: (schema['required'] as string[]).filter((key) => !sometimes.includes(key)) }
}

function toSchema(answer: Answer, clock: Clock): Schema {
  const schema = rowSchema(answer, clock)
  if (answer.lines === true) return schema
  if (answer.one !== true) return listOf({ schema }).schema
  return answer.orNull === true ? nullable({ schema }).schema : schema
}

function told({ when }: Answer): string {
  return when === undefined ? 'the usual answer' : `with ${when}`
}
