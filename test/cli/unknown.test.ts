import { expect, test } from 'vitest'
import { bench } from '../support/larry.ts'
import { three } from './seed.ts'

test.each([
  [['lst'], 'lst', 'list'],
  [['task', 'lst'], 'lst', 'list'],
  [['tsk', 'list'], 'tsk', 'task'],
  [['histroy', 'list'], 'histroy', 'history'],
  [['help', 'lst'], 'lst', 'list'],
  [['list', '--lmit', '5'], '--lmit', '--limit'],
  [['list', '--lmit=5'], '--lmit', '--limit'],
  [['add', 'T', '--prioritty', 'high'], '--prioritty', '--priority'],
  [['list', '--jsn'], '--jsn', '--json'],
  [['list', '--fields', 'titel'], 'titel', 'title'],
  [['add', 'T', 'projct:Home'], 'projct:Home', 'project'],
  [['--jsn', 'list'], '--jsn', '--json'],
  [['--jsn'], '--jsn', '--json'],
  [['task', '--jsn'], '--jsn', '--json'],
])('larry %j: unknown %s, did you mean %s? exit 2', async (line, wrong, meant) => {
  const b = await three()
  const ran = await b.larry(...line)
  expect(ran).toMatchObject({ code: 2, stdout: '' })
  expect(ran.stderr).toContain(wrong)
  expect(ran.stderr).toMatch(new RegExp(`did you mean ${meant}`))
})

test.each([
  [['done', '-x', '1'], 'unknown option "-x"'],
  [['done', '1', '--color', 'maybe'], 'maybe'],
  [['list', '--format', 'yaml'], 'yaml'],
  [['list', '--tz'], '--tz needs a value'],
  [['list', '--json=yes'], '--json takes no value'],
  [['tag', 'list', 'extra'], ''],
])('larry %j is refused, exit 2', async (line, message) => {
  const b = await three()
  const ran = await b.larry(...line)
  expect(ran).toMatchObject({ code: 2, stdout: '' })
  expect(ran.stderr).toContain(message)
})

test.each([
  [['completion', 'tcsh'], 'larry completion bash, zsh or fish'],
  [['task', 'xyzzyx'], 'larry task --help lists them'],
  [['xyzzyx'], 'larry --help lists them'],
])('larry %j is like no command there is: where to look', async (line, hint) => {
  const { larry } = await three()
  expect(await larry(...line)).toMatchObject({
    code: 2,
    stderr: `larry: unknown command "${line.join(' ')}"\n  hint: ${hint}\n`,
  })
})

test.each([
  [['sql', '-'], 'cat query.sql | larry sql -'],
  [['add', '-'], 'cat titles.txt | larry add -'],
  [['task', 'comment', '1', '-'], 'date | larry task comment 12 -'],
  [['done', '-'], 'larry list --ids | larry done -'],
])('%j on a terminal is told of a pipe that fits', async (line, pipe) => {
  const ran = await bench().with({ answers: [] })(...line)
  expect(ran).toMatchObject({
    code: 2,
    stderr: `larry: "-" reads from a pipe, and there is none\n  hint: such as: ${pipe}\n`,
  })
})

test.each([
  [['config', 'set'], 'key', 'larry config set <key> <value>'],
  [['time', 'log'], 'id', 'larry time log <id> [length]'],
])('%j is told what is missing and how it is typed', async (line, name, usage) => {
  expect((await bench().larry(...line)).stderr).toBe(`larry: missing required argument "${name}"\n  hint: ${usage}\n`)
})
