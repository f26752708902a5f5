import { parse, type TomlError, type TomlTable } from 'smol-toml'
import type { Plain } from '../domain/config.ts'
import { Failure } from '../domain/errors.ts'

/** Lines of a TOML text (toml.io/en/v1.0.0) that say something together: a key with its value, or the head of a table. */
export interface Statement {
  /** Of a dotted key or table its first part. */
  readonly key: string
  readonly isTable: boolean
  /** Numbers of its first line and of the one behind its last, from 0. */
  readonly from: number
  readonly to: number
}

/** What a TOML text says; what cannot be read is a usage failure that names file and line. */
export function readToml(text: string, file: string): TomlTable {
  try {
    return parse(text)
  } catch (error) {
    const { line, message } = error as TomlError
    const reason = message.split('\n')[0]!.replace(/^Invalid TOML document: /, '')
    const hint = line === undefined ? undefined : quotesFor(text.split('\n')[line - 1] ?? '')
    throw new Failure('usage', `${file} line ${line ?? '?'}: ${reason}`, hint, { cause: error })
  }
}

/** How a line is to say its text, where it stands there bare. */
function quotesFor(line: string): string | undefined {
  const [, key, value] = /^\s*([\w-]+)\s*=\s*([^\s"'#[{][^"'#]*?)\s*(?:#.*)?$/.exec(line) ?? []
  return key === undefined ? undefined : `text stands in quotes: ${key} = ${literal(value!)}`
}

/**
 * The statements at the top of a text that can be read, and the heads of its tables. A statement ends where its lines can be
 * read by themselves: while a string or list is open they cannot.
 */
export function statementsOf(text: string): Statement[] {
  const lines = linesOf(text)
  const found: Statement[] = []
  let inTable = false
  for (let from = 0, to = 1; from < lines.length; from = to, to++) {
    let said = parsed(lines.slice(from, to).join(''))
    while (said === undefined && to < lines.length) said = parsed(lines.slice(from, ++to).join(''))
    const [key] = Object.keys(said ?? {})
    if (key === undefined) continue
    const isTable = /^\s*\[/.test(lines[from]!)
    inTable ||= isTable
    if (isTable || !inTable) found.push({ key, isTable, from, to })
  }
  return found
}

/** The text with this value for a key; everything else, comments and blank lines too, stays as it is. A new key goes behind the others. */
export function withValue(text: string, key: string, value: Plain): string {
  const lines = linesOf(text)
  const statements = statementsOf(text)
  const end = lines[0]?.endsWith('\r\n') === true ? '\r\n' : '\n'
  const said = statements.find((one) => one.key === key && !one.isTable)
  if (said !== undefined) {
    const statement = lines.slice(said.from, said.to).join('')
    const [head] = /^[^=]*=[ \t]*/.exec(statement)!
    lines.splice(said.from, said.to - said.from, `${head}${literal(value)}${tailOf(statement)}`)
    return lines.join('')
  }
  const last = statements.findLast(({ isTable }) => !isTable)
  const place = last?.to ?? (statements.length > 0 ? 0 : lines.length)
  if (place > 0 && !lines[place - 1]!.endsWith('\n')) lines[place - 1] += end
  lines.splice(place, 0, `${key} = ${literal(value)}${end}`)
  return lines.join('')
}

/** The text without a key. */
export function withoutKey(text: string, key: string): string {
  const lines = linesOf(text)
  const gone = statementsOf(text).filter((one) => one.key === key && !one.isTable)
  return lines.filter((_, at) => !gone.some(({ from, to }) => at >= from && at < to)).join('')
}

/** A value in TOML: JSON's escapes are TOML's, but for DEL. */
function literal(value: Plain): string {
  return JSON.stringify(value).replaceAll('\x7f', '\\u007f')
}

/** Lines with their ends. */
function linesOf(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? []
}

function parsed(text: string): TomlTable | undefined {
  try {
    return parse(text)
  } catch {
    return undefined
  }
}

/** What stands behind the value of a statement: a comment, the end of the line. */
function tailOf(statement: string): string {
  for (let at = statement.indexOf('#'); at >= 0; at = statement.indexOf('#', at + 1)) {
    const before = statement.slice(0, at)
    if (parsed(before) !== undefined) return statement.slice(before.trimEnd().length)
  }
  return statement.slice(statement.trimEnd().length)
}
