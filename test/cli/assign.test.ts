import { expect, test } from 'vitest'
import { bench, type TaskJson } from '../support/larry.ts'
import { agency, rows } from './agency.ts'
import { taskKeys } from './seed.ts'

const clients = (all: readonly TaskJson[]) => all.map((task) => task['client'])

test('assign gives tasks to a client, named last, and says which had it before', async () => {
  const b = await agency()
  expect(await b.larry('task', 'assign', '1-3', 'acme', '--format', 'table')).toEqual({
    code: 0,
    stdout: 'Assigned to Acme Corp: 2 "Plan", 3 "Blog"\n1 "Logo" was already assigned to Acme Corp\n',
    stderr: '',
  })
  expect(clients(await b.tasks())).toEqual(['Acme Corp', 'Acme Corp', 'Acme Corp', 'Acme Corp', null])
})

test('a task of another client is a conflict, unless forced', async () => {
  const b = await agency()
  const before = rows(b)
  expect(await b.larry('task', 'assign', '5', '1', 'Globex')).toEqual({
    code: 4,
    stdout: '',
    stderr: 'larry: task 1 is assigned to Acme Corp\n  hint: --force gives it to Globex\n',
  })
  expect((await b.larry('task', 'assign', '1-4', 'glo')).stderr).toBe(
    'larry: task 1 is assigned to Acme Corp, and 2 more to other clients\n  hint: --force gives them to Globex\n',
  )
  expect(rows(b)).toEqual(before)
  const answer = await b.json<TaskJson[]>('task', 'assign', '5', '1', 'Globex', '--force')
  expect(clients(answer)).toEqual(['Globex', 'Globex'])
  expect(Object.keys(answer[0]!)).toEqual(taskKeys)
  await b.json('undo')
  expect(rows(b)).toEqual(before)
})

test('unassign takes tasks away from their client, and says which had none', async () => {
  const b = await agency()
  expect(await b.larry('task', 'unassign', '1', '5', '--format', 'table')).toEqual({
    code: 0,
    stdout: 'Unassigned 1 "Logo"\n5 "Mow" was already without a client of its own\n',
    stderr: '',
  })
  expect(clients(await b.tasks())).toEqual([null, 'Acme Corp', null, 'Acme Corp', null])
})

test('ids come from a pipe and tasks from a filter too', async () => {
  const b = await agency()
  expect(await b.with({ stdin: '2\tx\n3\n' })('task', 'assign', '-', 'globex', '--force', '--ids')).toMatchObject({
    stdout: '2\n3\n',
    stderr: '',
  })
  expect(await b.json('task', 'assign', '--where', '+garden', 'globex')).toMatchObject([{ id: 5, client: 'Globex' }])
  expect(await b.with({ stdin: '' })('task', 'assign', '-', 'globex', '--json')).toEqual({
    code: 0,
    stdout: '[]\n',
    stderr: '',
  })
  expect(await b.json('task', 'unassign', '--where', 'client:globex')).toHaveLength(3)
})

test('a dry run and -q of assign are as of any verb', async () => {
  const b = await agency()
  const before = rows(b)
  expect(await b.larry('task', 'assign', '5', 'acme', '-n', '--format', 'table')).toEqual({
    code: 0,
    stdout: 'Assigned to Acme Corp: 5 "Mow"\n',
    stderr: 'dry run: nothing was written\n',
  })
  expect(rows(b)).toEqual(before)
  expect(await b.with({ columns: 80 })('task', 'assign', '5', 'acme', '-q')).toMatchObject({ stdout: '', stderr: '' })
})

test.each<[string[], number, string]>([
  [['assign'], 2, 'no client is named'],
  [['assign', 'acme'], 2, 'no task is named'],
  [['assign', '3', 'nobody'], 3, 'client "nobody" does not exist'],
  [['assign', '99', 'acme'], 3, 'task 99 does not exist'],
  [['assign', '3', 'Acme', 'Corp'], 3, 'client "Corp" does not exist'],
  [['assign', '3', 'acme', '--where', '+design'], 2, 'are both given'],
  [['assign', '3', ''], 2, 'cannot name a client'],
  [['unassign'], 2, 'no task is named'],
  [['unassign', '99'], 3, 'task 99 does not exist'],
])('larry task %j answers %i: %s', async (line, code, message) => {
  const b = await agency()
  const before = rows(b)
  const ran = await b.larry('task', ...line)
  expect(ran).toMatchObject({ code, stdout: '' })
  expect(ran.stderr).toContain(message)
  expect(rows(b)).toEqual(before)
})

test('ten thousand tasks are assigned in one update', async () => {
  const b = bench()
  await b.json('client', 'add', 'Acme')
  await b.with({ stdin: 'task\n'.repeat(10_000) })('add', '-', '-q')
  const ran = await b.larry('task', 'assign', '1-10000', 'acme', '--profile', '--ids')
  expect(ran.stdout.split('\n')).toHaveLength(10_001)
  expect(ran.stderr.split('\n').filter((line) => line.includes('update "tasks"'))).toEqual([
    expect.stringMatching(/^ +1x .* 10000 rows /),
  ])
})

test('a task that is for the client of its project is given to another only by force', async () => {
  const b = bench()
  await b.larry('client', 'add', 'Acme')
  await b.larry('client', 'add', 'Globex')
  await b.larry('project', 'add', 'work', '--client', 'globex')
  await b.larry('add', 'One', 'project:work')
  expect(await b.larry('task', 'assign', '1', 'acme')).toMatchObject({
    code: 4,
    stderr: 'larry: task 1 is assigned to Globex\n  hint: --force gives it to Acme\n',
  })
  expect((await b.larry('task', 'unassign', '1', '--format', 'table')).stdout).toBe(
    '1 "One" was already without a client of its own\n',
  )
  expect(await b.json('task', 'assign', '1', 'acme', '--force')).toMatchObject([{ client: 'Acme' }])
})

test('a client left out is not taken for the last id, and all digits is an id before it is a name', async () => {
  const b = bench()
  for (const name of ['Acme', 'Beta', '1']) await b.larry('client', 'add', name)
  for (const title of ['one', 'two']) await b.larry('add', title)
  expect(await b.larry('task', 'assign', '1', '2')).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('no client is named'),
  })
  await b.larry('client', 'archive', '1')
  expect((await b.json<{ name: string }[]>('client', 'list')).map(({ name }) => name)).toEqual(['1', 'Beta'])
})
