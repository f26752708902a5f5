import { Failure } from '../../domain/errors.ts'

/** The longest query, in characters. */
const longest = 1_000_000

/** Strings, quoted names and comments, in which nothing means anything; parameters; words. */
const pieces =
  /'[^']*'?|"[^"]*"?|`[^`]*`?|\[[^\]]*\]?|--[^\n]*|\/\*[^]*?(?:\*\/|$)|[:@$](?<parameter>\w+)|(?<word>\w+)/g

/** What the text of a query tells before SQLite has seen it. */
export interface QueryText {
  /** The names of its parameters, `:name` without the colon. */
  readonly parameters: ReadonlySet<string>
  /** Its words outside of strings and comments, in lower case. */
  readonly words: ReadonlySet<string>
}

/** Reads the text of a query; one that does not ask is a usage failure: what changes something, settings, an empty text. */
export function readQueryText(text: string): QueryText {
  if (text.length > longest)
    throw new Failure('usage', `a query of ${text.length} characters is too long`, `at most ${longest}`)
  const [parameters, words] = [new Set<string>(), new Set<string>()]
  for (const { groups } of text.matchAll(pieces)) {
    if (groups?.['parameter'] !== undefined) parameters.add(groups['parameter'])
    if (groups?.['word'] !== undefined) words.add(groups['word'].toLowerCase())
  }
  const [first] = words
  if (text.includes('\0')) throw new Failure('usage', 'the query has a NUL character', 'it is no text')
  if (first === undefined) throw new Failure('usage', 'the query is empty', 'larry sql "select * from v_tasks"')
  if (!['select', 'with', 'values', 'explain'].includes(first))
    throw onlyAsks(`larry sql asks, with SELECT, WITH, VALUES or EXPLAIN; "${first}" is none of them`)
  return { parameters, words }
}

/** The failure for a statement that would do more than ask. */
export function onlyAsks(message: string): Failure {
  return new Failure('usage', message, 'the other verbs change tasks, and larry undo takes it back')
}
