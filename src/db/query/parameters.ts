import { Failure } from '../../domain/errors.ts'
import { nearest } from '../../domain/nearest.ts'

/** What stands for a parameter; a whole number that a double would alter is a bigint. */
type Value = string | number | bigint

/**
 * Reads `name=value` for each parameter of a query. A value written as numbers are, `5`, `-0.5`, is one, all else is text.
 * One that is given twice or is not in the query is refused, as is one of the query that is not given.
 */
export function readParameters(given: readonly string[], wanted: ReadonlySet<string>): Map<string, Value> {
  const values = new Map<string, Value>()
  for (const text of given) {
    const at = text.indexOf('=')
    const name = text.slice(0, at).replace(/^[:@$]/, '')
    if (at < 0 || !/^\w+$/.test(name))
      throw new Failure('usage', `cannot read --param "${text}"`, 'a name and a value: --param project=Home')
    if (values.has(name)) throw new Failure('usage', `--param ${name} is given twice`)
    if (!wanted.has(name)) {
      const near = nearest(name, wanted)
      throw new Failure(
        'usage',
        `the query has no parameter :${name}`,
        near === undefined ? `such as: where project = :${name}` : `did you mean ${near}?`,
      )
    }
    values.set(name, readValue(text.slice(at + 1)))
  }
  for (const name of wanted)
    if (!values.has(name)) throw new Failure('usage', `:${name} has no value`, `--param ${name}=...`)
  return values
}

function readValue(text: string): Value {
  if (/^(0|-?[1-9]\d{0,17})$/.test(text)) return BigInt(text)
  return /^-?(0|[1-9]\d{0,14})\.\d{0,14}[1-9]$/.test(text) ? Number(text) : text
}
