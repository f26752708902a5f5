import { expect, test } from 'vitest'
import { type Bench, bench } from '../support/larry.ts'

const sgr = /\u001b\[/

async function due(): Promise<Bench> {
  const b = bench()
  await b.larry('add', 'Late due:2026-11-01 p:urgent')
  return b
}

/** On a terminal or in a pipe, with these variables and flags: is there colour? The first that speaks decides. */
test.each<[string, boolean, Record<string, string>, string[], boolean]>([
  ['terminal', true, {}, [], true],
  ['pipe', false, {}, [], false],
  ['terminal', true, { NO_COLOR: '1' }, [], false],
  ['terminal', true, { NO_COLOR: '' }, [], true],
  ['terminal', true, { CLICOLOR: '0' }, [], false],
  ['terminal', true, { TERM: 'dumb' }, [], false],
  ['pipe', false, { FORCE_COLOR: '1' }, [], true],
  ['pipe', false, { CLICOLOR_FORCE: '1' }, [], true],
  ['pipe', false, { CLICOLOR_FORCE: '0' }, [], false],
  ['pipe', false, { CLICOLOR: '1' }, [], false],
  ['terminal', true, { FORCE_COLOR: '0' }, [], false],
  ['pipe', false, { FORCE_COLOR: '1', NO_COLOR: '1' }, [], false],
  ['pipe', false, { FORCE_COLOR: '1', CLICOLOR: '0', TERM: 'dumb' }, [], true],
  ['pipe', false, {}, ['--color', 'always'], true],
  ['pipe', false, { NO_COLOR: '1', TERM: 'dumb' }, ['--color=always'], true],
  ['terminal', true, { FORCE_COLOR: '1' }, ['--color=never'], false],
  ['terminal', true, { FORCE_COLOR: '1' }, ['--no-color'], false],
  ['terminal', true, { NO_COLOR: '1' }, ['--color=auto'], true],
  ['pipe', false, { FORCE_COLOR: '1' }, ['--color=auto'], false],
])('%s (%j) with %j and %j: colour %j', async (_, tty, env, flags, coloured) => {
  const b = await due()
  const { stdout } = await b.with({ ...(tty ? { columns: 80 } : {}), env })('list', '--format', 'table', ...flags)
  expect(stdout).toContain('Late')
  expect(sgr.test(stdout)).toBe(coloured)
})

test.each(['json', 'ndjson', 'csv', 'tsv', 'ids'])('%s is never coloured', async (format) => {
  const b = await due()
  const run = b.with({ columns: 80, env: { FORCE_COLOR: '1' } })
  expect((await run('list', '--format', format, '--color', 'always')).stdout).not.toMatch(sgr)
})

test('colour changes nothing but colour', async () => {
  const b = await due()
  for (const line of [['list'], ['show', '1'], ['history', 'list']]) {
    const plain = await b.with({ columns: 80 })(...line, '--no-color')
    const painted = await b.with({ columns: 80 })(...line, '--color=always')
    expect(painted.stdout).toMatch(sgr)
    expect(painted.stdout.replaceAll(/\u001b\[\d+m/g, '')).toBe(plain.stdout)
  }
})

test('help and errors in a pipe have no colour', async () => {
  const b = await due()
  expect((await b.larry('--help')).stdout).not.toMatch(sgr)
  expect((await b.larry('show', '99')).stderr).not.toMatch(sgr)
})
