import { Failure } from './errors.ts'

/** Reads a whole number, zero or more, given for `what`; undefined stays undefined. */
export function readWhole(what: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined
  if (!/^\d{1,15}$/.test(text))
    throw new Failure('usage', `${what} "${text}" is not a whole number`, `such as ${what} 20`)
  return Number(text)
}
