import { expect, test } from 'vitest'
import { bench } from '../support/larry.ts'
import { everything, seed } from './seed.ts'

const ids = (stdout: string) => stdout.trim().split('\n').filter(Boolean).map(Number)

test.each([
  [['1', '+a,b']],
  [['1', '+1,b']],
  [['1', '+🎉,b']],
  [['1', '+é,b']],
  [['1', '-a,b']],
  [['1', 'titel:foo']],
  [['1', 'bogus:1']],
  [['1', 'notes:hello']],
  [['1', 'title:foo']],
  [['1', 'tomorrow']],
  [['1', 'p:high', '2']],
  [['1', 'p:high', '2', '3']],
  [['1', 'p:high', '2-3']],
  [['--where', '+q', '3', 'due:fri']],
  [['--where', 'one', '3', 'due:fri']],
])('edit %j holds a mistyped word: a usage error, no title, nothing changed', async (words) => {
  const b = bench()
  await seed(b, 'One +q', 'Two', 'Three')
  const before = await everything(b)
  const ran = await b.larry('edit', ...words)
  expect(await everything(b)).toEqual(before)
  expect(ran).toMatchObject({ code: 2, stdout: '' })
  expect(ran.stderr).toMatch(/^larry: [^\n]+\n( {2}hint: [^\n]+\n)?$/)
})

test.each([
  [['--', 'titel:foo'], 'titel:foo'],
  [['--', '+a,b'], '+a,b'],
  [['--', '2'], '2'],
  [['--', 'tomorrow'], 'tomorrow'],
  [['--title', 'notes:hello'], 'notes:hello'],
  [['Read', 'notes:hello', 'again'], 'Read notes:hello again'],
  [['Buy 2'], 'Buy 2'],
  [['Rename a -> b'], 'Rename a -> b'],
  [['Mend the +/- sign'], 'Mend the +/- sign'],
  [['Say -"x" and +(y)'], 'Say -"x" and +(y)'],
])('edit 1 %j sets the title %j', async (words, title) => {
  const b = bench()
  await seed(b, 'One')
  const ran = await b.larry('edit', '1', ...words)
  expect(ran).toMatchObject({ code: 0, stderr: '' })
  expect(await b.tasks()).toMatchObject([{ title, tags: [] }])
})

test.each([
  ['Fix parse of next friday'],
  ['not until next monday'],
  ['every monday'],
  ['the day after tomorrow'],
  ['Clean the house every monday'],
  ['Wait, but not until next monday'],
  ['Call Ann the day after tomorrow'],
])('%j stays whole as a title', async (title) => {
  const b = bench()
  expect(await b.larry('add', title)).toMatchObject({ code: 0, stderr: '' })
  expect(await b.tasks()).toMatchObject([{ title, due: null }])
})

test('an hour before the day is taken with it', async () => {
  const b = bench()
  await seed(b, 'Meet Bob at 10:30 tomorrow')
  expect(await b.tasks()).toMatchObject([{ title: 'Meet Bob', due: '2026-11-24T10:30' }])
})

test('a pattern with spaces finds the same tasks however it stands in a filter', async () => {
  const b = bench()
  await seed(b, 'See a b c', 'See foo', 'See b a', 'See ab', 'See A-B')
  const found = async (...line: string[]) => {
    const ran = await b.larry(...line, '--ids')
    expect({ line, ...ran }).toMatchObject({ line, code: 0 })
    return ids(ran.stdout)
  }
  for (const line of [['/a b/'], ['not not /a b/'], ['(/a b/)'], ['see', '/a b/'], ['/a b/ see'], ['/a b/ and see']])
    expect([line, await found('list', ...line)]).toEqual([line, [1]])
  for (const line of [['not /a b/'], ['not', '/a b/'], ['not (/a b/)'], ['see not /a b/']])
    expect([line, await found('list', ...line)]).toEqual([line, [2, 3, 4, 5]])
  for (const line of [['(/a b/ or foo)'], ['/a b/ or foo'], ['/a b/', 'or', 'foo'], ['(foo or /a b/) see']])
    expect([line, await found('list', ...line)]).toEqual([line, [1, 2]])
  expect(await found('done', '-n', '--where', '/a b/')).toEqual([1])
  expect(await found('done', '-n', '--where', '(/a b/ or foo) see')).toEqual([1, 2])
  expect(await found('done', '-n', '--where', 'not /a b/')).toEqual([2, 3, 4, 5])
})
