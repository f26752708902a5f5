import type { Database as Handle } from 'better-sqlite3'
import { type RawBuilder, sql } from 'kysely'
import { Failure } from '../domain/errors.ts'
import { fold } from '../domain/fold.ts'

type Matcher = (text: string) => boolean

const matchers = new Map<string, Matcher>()

/** Gives a connection the functions queries use; the schema itself uses none, so any SQLite can read the file. */
export function defineFunctions(handle: Handle): void {
  handle.function('fold', { deterministic: true }, (text) => (typeof text === 'string' ? fold(text) : null))
  handle.function('matches', { deterministic: true }, (pattern, text) =>
    typeof text === 'string' && matchers.get(pattern as string)?.(text) === true ? 1 : 0,
  )
}

/** `column` holds `text`, case folded over all of Unicode; every character stands for itself. */
export function containsFolded(column: RawBuilder<unknown>, text: string): RawBuilder<boolean> {
  return sql<boolean>`coalesce(instr(fold(${column}), ${fold(text)}), 0) > 0`
}

/**
 * Makes a pattern ready for `matches(pattern, text)`: RE2 syntax, case-insensitive, in time linear in the text
 * whatever the pattern (github.com/google/re2/wiki/Syntax). A pattern that cannot be read is a usage failure.
 */
export async function preparePattern(pattern: string): Promise<void> {
  const { RE2JS } = await import('re2js')
  try {
    const compiled = RE2JS.compile(pattern, RE2JS.CASE_INSENSITIVE)
    matchers.set(pattern, (text) => compiled.matcher(text).find())
  } catch (error) {
    throw new Failure(
      'usage',
      `cannot read /${pattern}/ as a pattern`,
      'RE2 syntax; plain words search as they stand',
      { cause: error },
    )
  }
}
