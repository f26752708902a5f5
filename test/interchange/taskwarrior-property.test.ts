import {
  type Arbitrary,
  array,
  assert,
  asyncProperty,
  constantFrom,
  jsonValue,
  option,
  record,
  string,
  uniqueArray,
  uuid,
} from 'fast-check'
import { expect, test } from 'vitest'
import { Failure } from '../../src/domain/errors.ts'
import { entriesOf, read, recordsOf } from './taskwarrior.ts'

const date = constantFrom(
  '20260329T013015Z',
  '20261025T003000Z',
  '20261025T013000Z',
  '20261130T230000Z',
  '19991231T235959Z',
)
const text = string({ unit: 'grapheme', minLength: 1 })
const sometimes = (value: Arbitrary<unknown>) => option(value, { nil: undefined })

/** Entries as Taskwarrior has them; its UUIDs are of version 4. */
const entry = record({
  uuid: uuid({ version: 4 }),
  description: text,
  entry: date,
  status: constantFrom('pending', 'waiting', 'completed', 'deleted'),
  due: sometimes(date),
  wait: sometimes(date),
  start: sometimes(date),
  end: sometimes(date),
  modified: sometimes(date),
  priority: sometimes(constantFrom('H', 'M', 'L', 'X', '')),
  project: sometimes(text),
  // In its own order, each once.
  tags: sometimes(uniqueArray(text, { minLength: 1, maxLength: 3 }).map((tags) => tags.sort())),
  annotations: sometimes(array(record({ entry: date, description: text }), { minLength: 1, maxLength: 1 })),
  size: sometimes(constantFrom<unknown>(1, -2.5, 'L', '', 'a "b"', null, true, ['x'], { a: 1 })),
})

test('whatever Taskwarrior says is given back, in every zone', async () => {
  await assert(
    asyncProperty(
      array(entry, { maxLength: 3 }),
      constantFrom('UTC', 'Europe/Vienna', 'America/St_Johns'),
      async (entries, zone) => {
        const plain = JSON.parse(JSON.stringify(entries)) as Record<string, unknown>[]
        expect(await entriesOf(await recordsOf(plain, zone), zone)).toEqual(plain)
      },
    ),
    { numRuns: 100 },
  )
})

test('whatever else a file says is read or refused with its line', async () => {
  const odd = constantFrom(
    'description',
    'status',
    'due',
    'tags',
    'annotations',
    'depends',
    'recur',
    'mask',
    'larry',
    'uuid',
  )
  await assert(
    asyncProperty(entry, odd, jsonValue(), async (one, name, value) => {
      const told = await read(JSON.stringify([{ ...one, [name]: value }])).catch((error: unknown) => error)
      const isRefusal = told instanceof Failure && told.message.startsWith('line 1: ')
      expect([true, told]).toEqual([isRefusal || Array.isArray(told), told])
    }),
    { numRuns: 100 },
  )
})
