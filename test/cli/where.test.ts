import { expect, test } from 'vitest'
import { type Bench, bench } from '../support/larry.ts'
import { everything, seed, statuses } from './seed.ts'

async function five(): Promise<Bench> {
  const b = bench()
  await seed(b, 'One +home', 'Two +home', 'Three +home', 'Four +home', 'Five due:today')
  return b
}

test('--where takes the tasks a filter finds', async () => {
  const b = await five()
  expect(await b.json('done', '--where', 'due:today')).toMatchObject([{ id: 5, status: 'done' }])
  expect(await b.json('edit', '--where', '+home (one or two)', 'p:high')).toMatchObject([{ id: 1 }, { id: 2 }])
})

test('more than three rows are asked about on a terminal, and Enter, no and the end of input change nothing', async () => {
  const b = await five()
  const before = await everything(b)
  for (const answers of [[''], ['n'], []]) {
    const ran = await b.with({ answers })('done', '--where', '+home')
    expect(ran.stderr).toMatch(/^Change 4 tasks\? \[y\/N\] /)
    expect(ran.code).toBe(1)
    expect(await everything(b)).toEqual(before)
  }
  expect(await b.with({ answers: ['y'] })('done', '--where', '+home')).toMatchObject({ code: 0 })
  expect(await statuses(b)).toEqual(['done', 'done', 'done', 'done', 'todo'])
})

test('up to three rows are not asked about', async () => {
  const b = await five()
  const ran = await b.with({ answers: [] })('done', '--where', '+home -x not four')
  expect(ran).toMatchObject({ code: 0, stderr: '' })
})

test.each<[string, string[], Parameters<Bench['with']>[0]]>([
  ['a pipe', [], {}],
  ['--yes', ['--yes'], { answers: [] }],
  ['--no-input', ['--no-input'], { answers: [] }],
  ['LARRY_NO_INPUT', [], { answers: [], env: { LARRY_NO_INPUT: '1' } }],
])('many rows go without a question under %s', async (_, flags, options) => {
  const b = await five()
  expect(await b.with(options)('done', '--where', '+home', ...flags)).toMatchObject({ code: 0, stderr: '' })
  expect((await statuses(b)).filter((status) => status === 'done')).toHaveLength(4)
})

test('--dry-run asks nothing', async () => {
  const b = await five()
  expect(await b.with({ answers: [] })('rm', '--where', '+home', '-n')).toMatchObject({
    code: 0,
    stderr: 'dry run: nothing was written\n',
  })
})

test('a filter that finds nothing changes nothing, exit 0', async () => {
  const b = await five()
  expect(await b.json('done', '--where', '+nowhere')).toEqual([])
})

test.each([
  [['done', '1', '--where', '+home'], 'are both given'],
  [['done', '--where', ''], '--where is empty'],
  [['done', '--where', 'due:zz'], 'cannot read "zz"'],
])('larry %j is refused, exit 2', async (line, message) => {
  const b = await five()
  const ran = await b.larry(...line)
  expect(ran).toMatchObject({ code: 2, stdout: '' })
  expect(ran.stderr).toContain(message)
})

test('remove asks on a terminal, once, and elsewhere needs --yes, which its message names', async () => {
  const b = await five()
  const refused = await b.larry('rm', '1')
  expect(refused).toMatchObject({ code: 2, stdout: '' })
  expect(refused.stderr).toContain('--yes')
  expect(await b.with({ answers: ['n'] })('rm', '1')).toMatchObject({ code: 1 })
  expect(await b.with({ answers: ['y'], env: { LARRY_NO_INPUT: '1' } })('rm', '1')).toMatchObject({ code: 2 })
  expect(await b.tasks()).toHaveLength(5)
  const ran = await b.with({ answers: ['y'] })('rm', '1')
  expect(ran).toMatchObject({ code: 0, stderr: 'Remove 1 "One"? [y/N] ' })
  expect(await b.tasks()).toHaveLength(4)
})

test('remove --where asks one question, not two', async () => {
  const b = await five()
  const ran = await b.with({ answers: ['y', 'y'] })('rm', '--where', '+home')
  expect(ran.stderr.match(/\[y\/N\]/g)).toHaveLength(1)
})
