import { describe, expect, test } from 'vitest'
import { text as dates } from '../../src/cli/topics/dates.ts'
import { text as exchange } from '../../src/cli/topics/exchange.ts'
import { text as exitCodes } from '../../src/cli/topics/exit-codes.ts'
import { text as filters } from '../../src/cli/topics/filters.ts'
import { text as formats } from '../../src/cli/topics/formats.ts'
import { topics } from '../../src/cli/topics.ts'
import { importedView } from '../../src/commands/data/import-view.ts'
import { possessions, states } from '../../src/domain/filter/filter.ts'
import { parseFilterText } from '../../src/domain/filter/parse.ts'
import { priorities, statuses } from '../../src/domain/task.ts'
import { requirePhrase } from '../../src/domain/when/read.ts'
import { spellingsFor } from '../../src/domain/words/vocabulary.ts'
import { keys } from '../../src/interchange/csv/columns.ts'
import { formatNames as exchangeNames } from '../../src/interchange/formats.ts'
import { formatNames } from '../../src/output/formats.ts'
import { clockAt } from '../domain/clock.ts'
import { bench } from '../support/larry.ts'

const clock = clockAt()

/** The examples of a topic: what its indented lines begin with, up to two spaces. */
function examplesIn(text: string): string[] {
  return text.split('\n').flatMap((line) => /^ {2}(\S.*?)(?: {2,}|$)/.exec(line)?.[1] ?? [])
}

describe.each(Object.entries(topics))('larry help %s', (name, { load }) => {
  test('tells its text, within 80 columns, in the manual too', async () => {
    const { text } = await load()
    expect(await bench({ empty: true }).larry('help', name)).toEqual({ code: 0, stdout: text, stderr: '' })
    const lines = text.split('\n')
    expect(lines.filter((line) => line.length > 80)).toEqual([])
    expect(lines.filter((line) => line.startsWith('  ') && line.length > 74)).toEqual([])
    expect(text).toMatch(/^[A-Z].*[.:]\n\n[^]*\S\n$/)
  })

  test('stands in the help of larry', async () => {
    expect((await bench({ empty: true }).larry()).stdout.replaceAll('\n', ' ')).toMatch(
      new RegExp(`topic:.* ${name}[,.]`),
    )
  })
})

test.each([
  [['help', 'filtrs'], 'there is no help for "filtrs"', 'did you mean filters?'],
  [['help', 'lst'], 'there is no help for "lst"', 'did you mean list?'],
  [
    ['help', 'xyzzyx'],
    'there is no help for "xyzzyx"',
    'topics: filters, dates, formats, exchange, operations, exit-codes',
  ],
  [['help', 'reopen'], 'unknown command "reopen"', 'did you mean larry task reopen?'],
])('larry %j is refused with what was meant', async (line, message, hint) => {
  const { larry } = bench({ empty: true })
  expect(await larry(...line)).toEqual({ code: 2, stdout: '', stderr: `larry: ${message}\n  hint: ${hint}\n` })
  expect(JSON.parse((await larry(...line, '--json')).stderr)).toEqual({
    error: { kind: 'usage', message, hint, line: null },
  })
})

describe('larry help filters', () => {
  const examples = examplesIn(filters)

  test.each(examples)('%s can be asked', (example) => {
    expect(parseFilterText(example.replace(/^'(.*)'$/, '$1'), clock)).toBeDefined()
  })

  test('has every key and its other names, every state and possession, every priority and status', () => {
    expect(examples.length).toBeGreaterThanOrEqual(25)
    const known = [
      ...spellingsFor('ask').map((key) => `${key}:`),
      ...states.map((state) => `is:${state}`),
      ...possessions.map((possession) => `has:${possession}`),
      ...priorities,
      ...statuses,
    ]
    expect(known.filter((word) => !filters.includes(word))).toEqual([])
  })

  test('its ranges and comparisons can be asked', () => {
    const ranges = filters.split('\n').filter((line) => /^(Ranges|Quoted)/.test(line))
    const words = ranges.flatMap((line) => line.slice(line.lastIndexOf(': ') + 2).split(' '))
    expect(words).toEqual(['due:..fri', 'due:2026-01-01..', 'p:low..high', "'due<fri'", "'p>=high'"])
    for (const word of words) expect(parseFilterText(word.replaceAll("'", ''), clock)).toBeDefined()
  })
})

describe('larry help dates', () => {
  const phrases = examplesIn(dates).flatMap((line) => line.split(', '))

  test('has many', () => {
    expect(phrases.length).toBeGreaterThan(40)
  })

  test.each(phrases)('%s is a date', (phrase) => {
    expect(() => requirePhrase(phrase, clock)).not.toThrow()
  })
})

test('larry help formats has every format larry writes, and no other', () => {
  expect(examplesIn(formats)).toEqual(expect.arrayContaining([...formatNames]))
  expect(examplesIn(formats)).toHaveLength(formatNames.length)
})

test('larry help formats tells the escapes of a template', () => {
  expect(formats).toContain('\\t and \\n are a tab and a newline, and \\\\ \\{ \\} what they show.')
})

test('larry help exchange has every format larry exchanges, every count of import and every key of --map', () => {
  const names = examplesIn(exchange).flatMap((line) => line.split(', '))
  expect(
    [...exchangeNames, ...Object.keys(importedView.types).slice(2, 7)].filter((name) => !names.includes(name)),
  ).toEqual([])
  const mapped = /holds?, of ([^:]*):/.exec(exchange)![1]!.split(/,\s+|\s+and\s+/)
  expect(mapped).toEqual([...keys])
})

test.each([
  ['csv', 'exchange'],
  ['json', 'exchange'],
  ['markdown', 'exchange'],
  ['todotxt', 'exchange'],
  ['taskwarrior', 'exchange'],
  ['ics', 'exchange'],
  ['template', 'formats'],
])('larry help %s is that of %s', async (word, topic) => {
  const { larry } = bench({ empty: true })
  expect(await larry('help', word)).toEqual(await larry('help', topic))
})

test.each(['import', 'export'])('larry help %s is that of the verb, and points to the topic', async (verb) => {
  const { larry } = bench({ empty: true })
  const { stdout } = await larry('help', verb)
  expect(stdout).toContain(`Usage: larry data ${verb} `)
  expect(stdout).toContain('larry help exchange')
})

test('larry help exit-codes has every code there is', async () => {
  const { larry } = bench()
  const codes = examplesIn(exitCodes)
  expect(codes).toEqual(['0', '1', '2', '3', '4', '5', '130'])
  const ran = [['list'], ['list', '--exit-code'], ['lst'], ['show', '9'], ['client', 'add', 'A']]
  expect(await Promise.all(ran.map(async (line) => (await larry(...line)).code))).toEqual([0, 1, 2, 3, 0])
  expect((await larry('client', 'add', 'a')).code).toBe(4)
  expect((await larry('list', '--db', '/dev/null/x')).code).toBe(5)
})
