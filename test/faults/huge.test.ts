import { readFileSync } from 'node:fs'
import { afterAll, beforeEach, expect, inject, test } from 'vitest'
import { longRun, rounds } from './figures.ts'
import { type Place, placeFrom, plainLine, type Ran } from './place.ts'

const isLong = rounds >= 1000

const place: Place = placeFrom(readFileSync(inject('template')))

beforeEach(() => {
  place.renew()
})

afterAll(() => {
  place.remove()
})

const larry = (...argv: string[]): Promise<Ran> => place.run(plainLine(...argv))
const piped = (stdin: string | Uint8Array, ...argv: string[]): Promise<Ran> => place.run({ argv, stdin, env: {} })

test.each<[string, string, string[], RegExp]>([
  ['a title of a megabyte', 'x'.repeat(1e6), ['add', '-'], /line 1: the title has 1000000 characters; at most 10000/],
  ['a title of ten megabytes', 'x'.repeat(1e7), ['add', '-', '--literal'], /line 1: the title has 10000000 characters/],
  [
    'a megabyte of combining marks',
    `a${'\u0301'.repeat(5e5)}`,
    ['add', '-'],
    /line 1: the title has 500001 characters/,
  ],
  ['a megabyte of one id', '1'.repeat(1e6), ['done', '-'], /task 1{20,}/],
  ['a megabyte of quotes', '"'.repeat(1e6), ['add', '-'], /line 1: /],
  ['a megabyte of keys', 'due:'.repeat(250_000), ['add', '-'], /line 1: /],
  ['the widest range', '1-1000000', ['done', '-'], /tasks .* do not exist/],
  ['a megabyte of ranges', '1-9,'.repeat(250_000), ['done', '-'], /tasks? .*do(es)? not exist/],
])('%s is refused in a moment and changes nothing', longRun, async (_, stdin, argv, says) => {
  expect((await larry('add', 'One')).code).toBe(0)
  const before = place.content()
  const ran = await piped(stdin, ...argv)
  expect({ code: ran.code, stdout: ran.stdout, said: ran.stderr.slice(0, 300) }).toMatchObject({
    code: expect.toSatisfy((code: number) => code === 2 || code === 3) as number,
    stdout: '',
    said: expect.stringMatching(says) as string,
  })
  expect(ran.ms).toBeLessThan(2000)
  expect(place.content()).toBe(before)
})

test('a task may bear a hundred thousand tags', longRun, async () => {
  const count = isLong ? 100_000 : 10_000
  const tags = Array.from({ length: count }, (_, i) => `t${i}`)
  expect((await piped(`Tagged ${tags.map((tag) => `+${tag}`).join(' ')}`, 'add', '-', '-q')).code).toBe(0)
  const [task] = JSON.parse((await larry('list', '--json')).stdout) as { tags: string[] }[]
  expect(task!.tags.toSorted()).toEqual(tags.toSorted())
  expect((await larry('list', '--format', 'table')).code).toBe(0)
  expect(JSON.parse((await larry('tag', 'list', '--json')).stdout)).toHaveLength(count)
  expect((await larry('undo', '-q')).code).toBe(0)
  expect((await larry('list', '--all', '--json')).stdout).toBe('[]\n')
})

test.each([
  '^(a+)+$',
  '(a|aa)+$',
  '(.*)*x',
  '((((a*)*)*)*)*b',
  '(a{1,30}){1,30}b',
  '.{0,500}.{0,500}x',
  '(?:a?){300}a{300}b',
])('the pattern /%s/ over long titles answers in a moment', async (pattern) => {
  const lines = Array.from({ length: 5 }, (_, i) => `${'a'.repeat(2000)}!${i}`).join('\n')
  expect((await piped(lines, 'add', '-', '--literal', '-q')).code).toBe(0)
  const { code, ms } = await larry('list', `/${pattern}/`, '--count')
  expect({ code, slow: ms > 2000 ? ms : false }).toEqual({ code: 0, slow: false })
})

test.each([
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  'valueOf',
  '12',
  '007',
  '1e400',
  '12.0',
  'null',
  'none',
])('the word %s is a name like any other where a name may stand, and unknown where it may not', async (word) => {
  const added = await larry('add', '--tag', `t${word}`, '--project', `p/${word}`, '--notes', word, '--', word)
  expect(added.code).toBe(0)
  expect(JSON.parse((await larry('list', '--json')).stdout)).toMatchObject([
    { id: 1, title: word, notes: word, tags: [`t${word}`], project: `p/${word}` },
  ])
  expect((await larry('list', `+t${word}`, `project:p/${word}`, '--count')).stdout).toBe('1\n')
  const before = place.content()
  for (const argv of [
    [word],
    ['task', word],
    ['list', '--fields', word],
    ['list', '--sort', word],
    ['list', '--format', word],
    ['list', '--tz', word],
    ['list', `is:${word}`],
    ['list', `has:${word}`],
    ['list', `status:${word}`],
    ['edit', '1', `--${word}`],
  ])
    expect({ argv, ...(await larry(...argv)) }).toMatchObject({ argv, code: 2, stdout: '' })
  expect(place.content()).toBe(before)
})

test.each([
  '9007199254740992',
  '9007199254740993',
  '9223372036854775808',
  '1'.repeat(40),
  '1e400',
  '-0',
  '0',
  '1.5',
  '١',
])('the id %s names no task, anywhere', async (id) => {
  expect((await larry('add', 'One')).code).toBe(0)
  const before = place.content()
  for (const argv of [
    ['show', id],
    ['done', '--', id],
    ['done', `1-${id}`],
    ['add', 'Two', `parent:${id}`],
    ['add', 'Two', `depends:${id}`],
    ['edit', '1', '--depends', id],
    ['history', 'show', id],
    ['undo', '--to', id],
    ['undo', '--', id],
    ['list', '-l', `${id}.`],
  ])
    expect({ argv, ...(await larry(...argv)) }).toMatchObject({
      argv,
      code: expect.toSatisfy((code: number) => code === 2 || code === 3) as number,
      stdout: '',
      stderr: expect.stringMatching(/^larry: [^\n]+\n( {2}hint: [^\n]+\n)?$/) as string,
    })
  expect(place.content()).toBe(before)
})
