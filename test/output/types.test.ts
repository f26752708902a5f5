import { expect, test } from 'vitest'
import { among, civil, integer, listOf, mapOf, nullable, objectOf, type Types, text } from '../../src/output/types.ts'

interface Row {
  readonly id: number
  readonly due: string | null
  readonly status: 'open' | 'done'
  readonly tags: string[]
  readonly part: { readonly name: string } | null
}

const part = nullable(objectOf<{ readonly name: string }>({ name: text }))
const types: Types<Row> = {
  id: integer,
  due: nullable(civil),
  status: among(['open', 'done']),
  tags: listOf(text),
  part,
}

/** The compiler refuses what is not just the type of the key: that these lines are errors is the test. */
export const refused: readonly Types<Row>[] = [
  // @ts-expect-error a null that is not told
  { ...types, due: civil },
  // @ts-expect-error a null that cannot be
  { ...types, id: nullable(integer) },
  // @ts-expect-error another type
  { ...types, tags: listOf(integer) },
  // @ts-expect-error a word that is not told
  { ...types, status: among(['open']) },
  // @ts-expect-error a word that cannot be
  { ...types, status: among(['open', 'done', 'late']) },
  // @ts-expect-error a key too many
  { ...types, more: text },
  // @ts-expect-error a key too few
  { id: integer, due: nullable(civil), status: types.status, tags: types.tags },
  // @ts-expect-error a key of a part too few
  { ...types, part: nullable(objectOf<{ readonly name: string }>({})) },
]

test('types are the schema of a row, null said beside each type in the way JSON Schema does', () => {
  expect(objectOf(types).schema).toEqual({
    type: 'object',
    properties: {
      id: { type: 'integer' },
      due: {
        type: ['string', 'null'],
        pattern: '^\\d{4}-\\d\\d-\\d\\d(T\\d\\d:\\d\\d)?$',
        description: 'a date, or a date and time, of no zone',
      },
      status: { type: 'string', enum: ['open', 'done'] },
      tags: { type: 'array', items: { type: 'string' } },
      part: { type: ['object', 'null'], properties: { name: { type: 'string' } }, required: ['name'] },
    },
    required: ['id', 'due', 'status', 'tags', 'part'],
  })
  expect(nullable(types.status).schema).toEqual({ type: ['string', 'null'], enum: ['open', 'done', null] })
  expect(nullable(nullable(text)).schema).toEqual({ type: ['string', 'null'] })
  expect(mapOf(integer).schema).toEqual({ type: 'object', additionalProperties: { type: 'integer' } })
})
