import { Failure } from './errors.ts'

/** Reads a whole number, zero or more, given for `what`; undefined stays undefined. The hint is `example`. */
export function readWhole(what: string, text: string | undefined, example = `${what} 20`): number | undefined {
  if (text === undefined) return undefined
  if (!/^\d{1,15}$/.test(text))
    throw new Failure('usage', `${what} "${text}" is not a whole number`, `such as ${example}`)
  return Number(text)
}

/** Which part of a list: at most `limit`, after `offset`; an absent one does not bound it. */
export interface Page {
  readonly limit?: number
  readonly offset?: number
}

/** Reads `--limit` and `--offset`. */
export function readPage(options: { readonly limit?: string; readonly offset?: string }): Page {
  const limit = readWhole('--limit', options.limit)
  const offset = readWhole('--offset', options.offset)
  return { ...(limit === undefined ? {} : { limit }), ...(offset === undefined ? {} : { offset }) }
}
