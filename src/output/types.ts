/** A JSON Schema or a part of one (json-schema.org, draft 2020-12). */
export type Schema = Readonly<Record<string, unknown>>

/** What a value is in JSON, held against its type in TypeScript. */
export interface Type<V> {
  readonly schema: Schema
  /** Never there. It makes a type fit only values of just this type: no null more, and none less. */
  readonly exactly?: (value: V) => V
}

/** A list is the same whether it may be changed or not. */
type Told<V> = V extends readonly (infer U)[] ? readonly Told<U>[] : V

/** The type of each key of a row, in the order of JSON. One that is missing or wrong does not compile. */
export type Types<T> = { readonly [K in keyof T & string]-?: Type<Told<T[K]>> }

export const integer: Type<number> = { schema: { type: 'integer' } }
export const number: Type<number> = { schema: { type: 'number' } }
export const text: Type<string> = { schema: { type: 'string' } }
export const boolean: Type<boolean> = { schema: { type: 'boolean' } }
export const uid: Type<string> = { schema: { type: 'string', format: 'uuid' } }
export const instant: Type<string> = described({ schema: { type: 'string', format: 'date-time' } }, 'UTC')
export const date: Type<string> = { schema: { type: 'string', format: 'date' } }
export const civil: Type<string> = described(
  { schema: { type: 'string', pattern: '^\\d{4}-\\d\\d-\\d\\d(T\\d\\d:\\d\\d)?$' } },
  'a date, or a date and time, of no zone',
)
export const minutes = described(integer, 'minutes')
export const seconds = described(integer, 'seconds')
export const bytes = described(integer, 'bytes')
export const cents = described(integer, 'hundredths of the currency')
export const percent = described<number>({ schema: { type: 'integer', minimum: 0, maximum: 100 } }, 'percent')
export const share = described<number>({ schema: { type: 'number', minimum: 0, maximum: 1 } }, 'from 0 to 1')

/** An object of keys that are data, all values of one type. */
export function mapOf<V>(value: Type<V>): Type<Readonly<Record<string, V>>> {
  return { schema: { type: 'object', additionalProperties: value.schema } }
}

/** An object of keys and values that are data. */
export const object: Type<Readonly<Record<string, unknown>>> = { schema: { type: 'object' } }

/** The same, with a word on what it means: a unit, where it comes from, when it is null. */
export function described<V>({ schema }: Type<V>, description: string): Type<V> {
  return { schema: { ...schema, description } }
}

/** One of these words or numbers and nothing else. */
export function among<const V extends string | number>(values: readonly V[]): Type<V> {
  return { schema: { type: typeof values[0] === 'number' ? 'integer' : 'string', enum: values } }
}

/** A value of the one type or of the other. */
export function either<A, B>(one: Type<A>, other: Type<B>): Type<A | B> {
  return { schema: { anyOf: [one.schema, other.schema] } }
}

/** Such a value or null: the key is there all the same. */
export function nullable<V>({ schema }: Type<V>): Type<V | null> {
  const { type, ...rest } = schema
  if (Array.isArray(type)) return { schema }
  if (typeof type !== 'string') return { schema: { anyOf: [schema, { type: 'null' }] } }
  const { enum: words } = rest as { enum?: readonly unknown[] }
  return { schema: { type: [type, 'null'], ...rest, ...(words !== undefined && { enum: [...words, null] }) } }
}

export function listOf<V>(item: Type<V>): Type<readonly V[]> {
  return { schema: { type: 'array', items: item.schema } }
}

/** An object that has all of these keys, in this order. */
export function objectOf<T>(types: Types<T>): Type<T> {
  const properties = Object.entries(types as Readonly<Record<string, Type<unknown>>>).map(([key, { schema }]) => [
    key,
    schema,
  ])
  return { schema: { type: 'object', properties: Object.fromEntries(properties), required: Object.keys(types) } }
}
