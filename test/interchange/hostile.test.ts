import { readFileSync } from 'node:fs'
import { array, assert, asyncProperty, constantFrom, nat, tuple } from 'fast-check'
import { expect, test } from 'vitest'
import { Failure } from '../../src/domain/errors.ts'
import type { TaskRecord } from '../../src/domain/records/task-record.ts'
import { csv } from '../../src/interchange/csv.ts'
import { markdown } from '../../src/interchange/markdown.ts'
import { todotxt } from '../../src/interchange/todotxt.ts'
import { read, write } from './through.ts'

const sheet = 'title,Due,tags,est,Colour,every\r\n"Ship ""v2""",2026-12-24,"a,b",1h30m,red,\r\n"x\ny",,,,,\r\n'

const pieces = [
  '"',
  '""',
  ',',
  ';',
  '\t',
  '\r',
  '\n',
  '\r\n',
  '\u2028',
  '\x1b[31m',
  '\u202e',
  '💥',
  '\ufeff',
  '\\',
  '`',
  '```\n',
  '- [ ] ',
  '  ',
  '    ',
  '#',
  '# ',
  '+',
  '@',
  ':',
  'due:',
  'rec:+',
  'uid:',
  'words:3',
  'x ',
  '(A) ',
  '2026-02-30 ',
  '9999-12-31',
  '&#10;',
  '&#9999999;',
  '<!-- ',
  ' -->',
  '__proto__',
  'every:"',
  'est:999999999h',
  '='.repeat(500),
]

const edits = array(tuple(nat(4000), constantFrom(...pieces), nat(3)), { minLength: 1, maxLength: 12 })

/** A failure that a person can act on takes nothing; any other is a bug. */
function refused(error: unknown): { readonly records: readonly TaskRecord[] } {
  if (error instanceof Failure) return { records: [] }
  throw error
}

/** A text with pieces put into it, each in place of so many characters. */
function mangled(text: string, changes: readonly (readonly [number, string, number])[]): string {
  return changes.reduce((now, [at, piece, gone]) => {
    const place = at % (now.length + 1)
    return now.slice(0, place) + piece + now.slice(place + gone)
  }, text)
}

test.each([
  ['csv', csv, sheet],
  ['todo.txt', todotxt, readFileSync('test/fixtures/interchange/todo.txt', 'utf8')],
  ['Markdown', markdown, readFileSync('test/fixtures/interchange/checklist.md', 'utf8')],
])('a mangled file of %s is read whole and again, or refused', async (_, format, text) => {
  await assert(
    asyncProperty(edits, async (changes) => {
      const bad = mangled(text, changes).toWellFormed()
      const taken = await read(format, bad, {}, 97).catch(refused)
      // What was taken can be given back, and that is taken too.
      const again = await read(format, (await write(format, taken.records)).text)
      expect(again.records).toHaveLength(taken.records.length)
    }),
    { numRuns: 60 },
  )
})
