import { Failure } from './errors.ts'

/** Reads a whole number, zero or more, given for `what`; undefined stays undefined. The hint is `example`. */
export function readWhole(what: string, text: string | undefined, example = `${what} 20`): number | undefined {
  if (text === undefined) return undefined
  if (!/^\d{1,15}$/.test(text))
    throw new Failure('usage', `${what} "${text}" is not a whole number`, `such as ${example}`)
  return Number(text)
}
