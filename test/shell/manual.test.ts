import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { shell } from '../support/shell.ts'
import { lacks } from '../support/tools.ts'
import { succeed } from './kit.ts'

const page = resolve('dist/larry.1')

test('the build made the manual page that larry help man prints, and the package has it', async () => {
  expect(await succeed(shell(), 'larry help man')).toBe(readFileSync(page, 'utf8'))
  const { man, files } = JSON.parse(readFileSync('package.json', 'utf8')) as { man: string[]; files: string[] }
  expect(man).toEqual(['dist/larry.1'])
  expect(files).toContain('dist')
})

test.skipIf(lacks('mandoc'))('mandoc has nothing to say against it but that it has no date', async () => {
  const told = await succeed(shell(), `mandoc -T lint '${page}' || true`)
  expect(told.split('\n').filter((line) => line !== '' && !line.includes('missing date'))).toEqual([])
})

test.skipIf(lacks('man', 'col'))('man shows it within 80 columns, without a warning', async () => {
  const { code, stdout, stderr } = await shell().bash(`MANWIDTH=80 man --warnings -l '${page}' | col -bx`, {
    LANG: 'C.UTF-8',
  })
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  const lines = stdout.split('\n')
  expect(lines.length).toBeGreaterThan(1000)
  expect(lines.filter((line) => line.length > 80)).toEqual([])
  const sections = lines.filter((line) => /^[A-Z]+( [A-Z]+)*$/.test(line))
  expect(sections).toEqual(
    'NAME SYNOPSIS DESCRIPTION COMMANDS GLOBAL_OPTIONS FILTERS DATES FORMATS EXCHANGE OPERATIONS ENVIRONMENT FILES EXIT_STATUS'
      .split(' ')
      .map((title) => title.replace('_', ' ')),
  )
  expect(stdout).toContain(`larry list +home -errand 'due:..fri'`)
  expect(stdout).toContain('--limit <count>')
  expect(lines.map((line) => line.trim())).toContain(
    'larry sql "select client, sum(seconds) from v_time group by client"',
  )
  expect(readFileSync(page, 'utf8')).toContain('\n.nh\n.ad l\n')
  expect(lines.filter((line) => line.includes('\u2010'))).toEqual([])
})
