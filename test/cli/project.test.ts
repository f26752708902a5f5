import { expect, test } from 'vitest'
import { bench } from '../support/larry.ts'
import { agency, rows, track } from './agency.ts'

test('a project counts its own tasks, and with all below it totals, hours and what is due next', async () => {
  const b = await agency()
  await b.json('task', 'cancel', '5')
  track(b, 3, '2026-11-20T09:00:00.000Z', '2026-11-20T09:45:00.000Z')
  expect(await b.json('project', 'list')).toMatchObject([
    { name: 'home', open_tasks: 0, done_tasks: 0, open_total: 0, next_due: null, estimate_total: null },
    {
      name: 'work',
      client: 'Acme Corp',
      client_id: 1,
      open_tasks: 1,
      done_tasks: 0,
      open_total: 2,
      done_total: 0,
      next_due: '2026-11-26',
      estimate_total: 150,
      tracked_total: 2700,
    },
    { name: 'work/site', client: null, open_tasks: 1, open_total: 1, estimate_total: 30, tracked_total: 2700 },
  ])
})

test('projects whose names only begin alike are not below one another', async () => {
  const b = bench()
  for (const name of ['work', 'work-2', 'work/site', 'workshop', 'WORK 2', 'work.x/site'])
    await b.json('add', 'A task', '--project', name)
  const totals = await b.json<{ name: string; open_total: number }[]>('project', 'list')
  expect(totals.map(({ name, open_total }) => [name, open_total])).toEqual([
    ['work', 2],
    ['WORK 2', 1],
    ['work-2', 1],
    ['work.x/site', 1],
    ['work/site', 1],
    ['workshop', 1],
  ])
})

test('show tells how far a project is with all below, the cancelled left out', async () => {
  const b = await agency()
  const shown = () => b.json('project', 'show', 'WORK/')
  expect(await shown()).toMatchObject({ progress: 0 })
  await b.json('done', '3')
  expect(await shown()).toMatchObject({ progress: 50, open_total: 1, done_total: 1, next_due: '2026-11-27' })
  await b.json('task', 'cancel', '2')
  expect(await shown()).toMatchObject({ progress: 100, estimate_total: 30, next_due: null })
  await b.json('project', 'add', 'new idea')
  expect(await b.json('project', 'show', 'new', 'idea')).toMatchObject({ progress: null, last_activity: null })
})

test('archive hides a project with all below, and its tasks stay in lists', async () => {
  const b = await agency()
  expect(await b.json('project', 'archive', 'work')).toMatchObject([{ name: 'work' }, { name: 'work/site' }])
  expect(await b.json('project', 'list')).toMatchObject([{ name: 'home' }])
  expect(await b.json('project', 'list', '--status', 'archived')).toHaveLength(2)
  expect(await b.json('project', 'list', '--all')).toHaveLength(3)
  expect(await b.json('list', 'project:work/')).toHaveLength(2)
  expect(await b.larry('project', 'archive', 'work', '--format', 'table')).toEqual({
    code: 0,
    stdout: 'work was already archived\n',
    stderr: '',
  })
  expect((await b.larry('project', 'add', 'Work')).stderr).toBe(
    'larry: project "work" exists already, archived\n  hint: larry project edit 1 --status active\n',
  )
  expect(await b.json('project', 'edit', 'work', '--status', 'active')).toMatchObject([{ name: 'work' }])
})

test('a project of the past can be found below one that is archived later', async () => {
  const b = await agency()
  await b.json('project', 'archive', 'work/site')
  expect(await b.larry('project', 'archive', 'work/site', 'work', '--format', 'table')).toMatchObject({
    stdout: 'Archived work · 1 task still open\nwork/site was already archived\n',
  })
})

test('remove leaves tasks and the projects below, --cascade takes those too, and tasks are marked changed', async () => {
  const b = await agency()
  const later = b.with({ now: '2026-11-24T09:00:00Z' })
  await later('project', 'remove', 'work', '--yes')
  expect(await b.tasks()).toMatchObject([
    {},
    { project: null, updated_at: '2026-11-24T09:00:00.000Z' },
    { project: 'work/site', updated_at: '2026-11-23T09:00:00.000Z' },
    {},
    {},
  ])
  await b.json('undo')
  await later('project', 'remove', 'work', '--cascade', '--yes')
  expect(await b.json('project', 'list')).toMatchObject([{ name: 'home' }])
})

test('edit changes many at once, and answers those that changed', async () => {
  const b = await agency()
  expect(await b.json('project', 'edit', 'work', 'work/site', '--client', 'acme')).toMatchObject([
    { name: 'work/site' },
  ])
  expect(await b.larry('project', 'edit', 'work', 'home', '--notes', 'x', '--format', 'table')).toMatchObject({
    stdout: 'Changed 2 projects\n',
  })
  expect(await b.json('project', 'edit', 'work', 'home', '--notes', 'none')).toMatchObject([
    { notes: null },
    { notes: null },
  ])
})

test.each<[string[], number, string, string]>([
  [['add'], 2, 'a project needs a name', ''],
  [['add', 'WORK'], 4, 'project "work" exists already', 'larry project show 1'],
  [['add', 'a//b'], 2, '"a//b" cannot name a project', ''],
  [['add', '/a'], 2, '"/a" cannot name a project', ''],
  [['add', 'none'], 2, 'it means no project', ''],
  [['add', 'a\tb'], 2, 'cannot name a project', ''],
  [['add', 'x', '--client', 'nobody'], 3, 'client "nobody" does not exist', ''],
  [['list', '--status', 'done'], 2, 'unknown status "done"', 'one of active, archived'],
  [['show'], 2, 'no project is named', ''],
  [['show', 'wrk'], 3, 'project "wrk" does not exist', 'did you mean work?'],
  [['show', ''], 2, 'cannot name a project', ''],
  [['edit', 'work'], 2, 'nothing to change', ''],
  [['edit', 'work', 'home', '--name', 'x'], 2, '"x" cannot be the name of 2 projects', ''],
  [['edit', 'work', '--name', 'Home'], 4, 'project "home" exists already', ''],
  [['edit', 'work', '--name', ''], 2, 'cannot name a project', ''],
  [['edit', 'work', '--name', 'none'], 2, 'it means no project', ''],
  [['edit', 'home', 'nowhere', '--notes', 'x'], 3, 'project "nowhere" does not exist', ''],
  [['archive', '9'], 3, 'project "9" does not exist', ''],
  [['remove', 'work'], 2, 'Remove work? 1 task lives on without a project. 1 project below stays.', '--yes'],
])('larry project %j answers %i: %s', async (line, code, message, hint) => {
  const b = await agency()
  const before = rows(b)
  const ran = await b.larry('project', ...line)
  expect(ran).toMatchObject({ code, stdout: '' })
  expect(ran.stderr).toContain(message)
  expect(ran.stderr).toContain(hint)
  expect(rows(b)).toEqual(before)
})
