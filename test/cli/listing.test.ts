import { expect, test } from 'vitest'
import { type Bench, bench } from '../support/larry.ts'
import { seed } from './seed.ts'

async function six(): Promise<Bench> {
  const b = bench()
  await seed(
    b,
    'b none',
    'a timed due:2026-11-25T08:00',
    'd day due:2026-11-25',
    'c urgent p:urgent',
    'f first due:2026-11-24 p:low',
    'e first due:2026-11-24 p:high',
  )
  return b
}

const ids = async (b: Bench, ...line: string[]) => (await b.json<{ id: number }[]>('list', ...line)).map(({ id }) => id)

test.each<[string[], number[]]>([
  [[], [6, 5, 3, 2, 4, 1]],
  [
    ['--sort', 'due'],
    [5, 6, 3, 2, 1, 4],
  ],
  [
    ['--sort', '-due'],
    [2, 3, 5, 6, 1, 4],
  ],
  [['--sort=-due'], [2, 3, 5, 6, 1, 4]],
  [
    ['--sort', '-priority'],
    [4, 6, 1, 2, 3, 5],
  ],
  [
    ['--sort', '-priority', '--sort', '-due'],
    [4, 6, 2, 3, 1, 5],
  ],
  [
    ['--sort', '-priority,-id'],
    [4, 6, 3, 2, 1, 5],
  ],
  [
    ['--sort', 'title'],
    [2, 1, 4, 3, 6, 5],
  ],
  [
    ['--sort', '-id', '--limit', '2'],
    [6, 5],
  ],
  [
    ['--sort', 'id', '-l', '2', '--offset', '3'],
    [4, 5],
  ],
  [
    ['--sort', 'id', '--offset', '4'],
    [5, 6],
  ],
  [['--limit', '0'], []],
  [['--offset', '99'], []],
])('list %j gives %j', async (line, expected) => {
  expect(await ids(await six(), ...line)).toEqual(expected)
})

test('a million rows are not the default limit: there is none', async () => {
  const b = bench()
  await b.with({ stdin: 'x\n'.repeat(1500) })('add', '-', '-q')
  expect(await ids(b)).toHaveLength(1500)
})

test.each([
  ['tsv', '4\n'],
  ['table', '4\n'],
  ['json', '{\n  "count": 4\n}\n'],
  ['ndjson', '{"count":4}\n'],
  ['csv', 'count\r\n4\r\n'],
])('--count tells only how many, as %s', async (format, stdout) => {
  const b = await six()
  expect(await b.larry('list', 'due:any', '--count', '--format', format)).toEqual({ code: 0, stdout, stderr: '' })
})

test('--count counts what the page would hold', async () => {
  const b = await six()
  expect((await b.larry('list', '--count', '-l', '2')).stdout).toBe('2\n')
  expect((await b.larry('list', '--count', '--offset', '5')).stdout).toBe('1\n')
  expect((await b.larry('list', '--count', '+none')).stdout).toBe('0\n')
})

test('--exit-code is 1 only when nothing matched', async () => {
  const b = await six()
  expect(await b.larry('list', '+none', '--exit-code')).toEqual({ code: 1, stdout: '', stderr: 'No tasks.\n' })
  expect(await b.larry('list', '+none', '--exit-code', '--count')).toMatchObject({ code: 1, stdout: '0\n' })
  expect(await b.larry('list', 'due:any', '--exit-code')).toMatchObject({ code: 0 })
  expect(await b.larry('search', 'nowhere', '--exit-code')).toMatchObject({ code: 1 })
  expect(await b.larry('list', '+none')).toMatchObject({ code: 0 })
})

test('waiting tasks are hidden until their day or minute comes', async () => {
  const b = bench()
  await seed(b, 'Day wait:2026-11-24', 'Minute wait:2026-11-24T10:00')
  const at = async (now: string) => {
    const { stdout } = await b.with({ now })('list', '--ids')
    return stdout
  }
  expect(await at('2026-11-23T23:59:00Z')).toBe('')
  expect(await at('2026-11-24T00:00:00Z')).toBe('1\n')
  expect(await at('2026-11-24T09:59:00Z')).toBe('1\n')
  expect(await at('2026-11-24T10:00:00Z')).toBe('1\n2\n')
})

test.each([
  [['--sort', 'duue'], 'did you mean due?'],
  [['--limit', '-1'], '-1'],
  [['--limit', 'x'], '"x"'],
  [['--limit', '1.5'], '1.5'],
  [['--offset', ''], ''],
])('list %j is refused, exit 2', async (line, message) => {
  const ran = await (await six()).larry('list', ...line)
  expect(ran).toMatchObject({ code: 2, stdout: '' })
  expect(ran.stderr).toContain(message)
})
