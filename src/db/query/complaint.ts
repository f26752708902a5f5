import { Failure } from '../../domain/errors.ts'
import { nearest } from '../../domain/nearest.ts'
import { documentedViews } from './documented.ts'
import type { QueryText } from './text.ts'

const views = Object.keys(documentedViews)

/** SQLite's result codes (sqlite.org/rescode.html) that say something of the query and nothing of the file. */
const ofQuery = /^SQLITE_(ERROR|MISMATCH|RANGE|TOOBIG|AUTH)/

/** What SQLite says against a query as a usage failure; undefined for an error that is about the file. */
export function complaintOf(error: unknown, { words }: QueryText): Failure | undefined {
  if (!(error instanceof Error) || error instanceof Failure) return undefined
  const { code = '' } = error as NodeJS.ErrnoException
  if (!ofQuery.test(code) && !(error instanceof RangeError)) return undefined
  return new Failure('usage', messageOf(error.message), hintFor(error.message, words), { cause: error })
}

function messageOf(message: string): string {
  if (/more than one statement/.test(message)) return 'the query has more than one statement'
  if (/no statements/.test(message)) return 'the query is empty'
  if (/Too few parameter values/.test(message)) return 'a parameter of the query has no name'
  return `the query cannot be answered: ${message}`
}

function hintFor(message: string, words: QueryText['words']): string | undefined {
  const [, kind, name] = /^no such (table|column): (?:main\.)?(.*)$/.exec(message) ?? []
  if (kind === 'table')
    return meant(name!, views) ?? `there are ${views.join(', ')}; larry sql --views tells their columns`
  if (kind === 'column') {
    const asked = views.filter((view) => words.has(view))
    const columns = (asked.length === 0 ? views : asked).flatMap((view) => Object.keys(documentedViews[view]!))
    return (
      meant(name!.split('.').at(-1)!, columns) ?? 'larry sql --views tells the columns; text stands in single quotes'
    )
  }
  if (/Too few parameter values/.test(message)) return 'write :name for ?, and give --param name=value'
  if (/more than one statement/.test(message)) return 'ask one thing at a time'
  if (!/syntax error|incomplete input|unrecognized token/.test(message)) return undefined
  return `views: ${views.join(', ')}; larry sql --views tells their columns`
}

function meant(name: string, known: readonly string[]): string | undefined {
  const near = nearest(name, known)
  return near === undefined ? undefined : `did you mean ${near}?`
}
