import { expect, test } from 'vitest'
import { requireClient } from '../../src/repositories/clients.ts'
import { ensureNamed } from '../../src/repositories/ensure-named.ts'
import { projectIdsBelow, requireProject } from '../../src/repositories/projects.ts'
import { newIds } from '../../src/repositories/records/new-ids.ts'
import { resolveRefs } from '../../src/repositories/refs.ts'
import { insertInto, now, opened } from '../db/stores.ts'
import { bench } from '../support/larry.ts'
import { seed, writing } from './seed.ts'

async function withProjects(...names: string[]) {
  const store = await opened(bench().file)
  const ensure = (...wanted: string[]) => writing(store, (tx) => ensureNamed(tx, 'projects', wanted, now))
  await ensure(...names)
  return { store, db: store.kysely, ensure }
}

test('projects are one whatever the case, over all of Unicode', async () => {
  const { ensure, store } = await withProjects('Straße', 'ÄÖ/Σίσυφος')
  const { ids, created } = await ensure('STRASSE', 'äö/ΣΊΣΥΦΟΣ', 'New', 'NEW', 'new')
  expect(created).toHaveLength(1)
  expect([...ids.values()].sort((a, b) => a - b)).toEqual([1, 2, 3])
  expect(store.handle.prepare('select count(*) from projects').pluck().get()).toBe(3)
  expect(await ensure()).toEqual({ ids: new Map(), created: [] })
})

test('clients made at once each have an id and a uid of their own', async () => {
  const { store } = await withProjects()
  const many = Array.from({ length: 5000 }, (_, i) => `c${i}`)
  const { ids, created } = await writing(store, (tx) => ensureNamed(tx, 'clients', many, now))
  expect([ids.size, created.length]).toEqual([5000, 5000])
  expect(store.handle.prepare('select count(distinct uid) from clients').pluck().get()).toBe(5000)
})

test('ids are found for more rows than a call can have arguments', async () => {
  const { store } = await withProjects()
  const wanted = Array.from({ length: 200_000 }, (_, i) => i + 1)
  expect((await writing(store, (tx) => newIds(tx, 'task_comments', wanted))).at(-1)).toBe(200_000)
})

test('projects made at once each have a uid of their own', async () => {
  const { ensure, store } = await withProjects()
  await ensure(...Array.from({ length: 1000 }, (_, i) => `p${i}`))
  expect(store.handle.prepare('select count(distinct uid) from projects').pluck().get()).toBe(1000)
})

test('a project is found by its name and with all below it, no others that begin alike', async () => {
  const { db } = await withProjects(
    'work',
    'Work/Site',
    'work/site/a',
    'workshop',
    'w_rk/x',
    '100%',
    '100%/a',
    '100x/b',
  )
  expect(await requireProject(db, 'WORK/site')).toEqual({ id: 2, name: 'Work/Site' })
  expect(await projectIdsBelow(db, 'Work')).toEqual([1, 2, 3])
  expect(await projectIdsBelow(db, 'work/site')).toEqual([2, 3])
  expect(await projectIdsBelow(db, '100%')).toEqual([6, 7])
  await expect(requireProject(db, 'wrok')).rejects.toMatchObject({ kind: 'not-found', hint: 'did you mean work?' })
  await expect(projectIdsBelow(db, 'wor')).rejects.toMatchObject({ kind: 'not-found' })
})

test('a parent that is no project itself still has what is below it', async () => {
  const { db } = await withProjects('a/b', 'a/c')
  expect(await projectIdsBelow(db, 'a')).toEqual([1, 2])
})

async function withClients(...names: string[]) {
  const { kysely, handle } = await opened(bench().file)
  for (const name of names) handle.exec(insertInto('clients', { name, name_folded: name.toLowerCase() }))
  return (name: string) => requireClient(kysely, name)
}

test('a client is found by its name whatever the case, or by a beginning only it has', async () => {
  const find = await withClients('Acme', 'Acme Corp', 'Zoë GmbH', 'Globex')
  expect(await find('ACME')).toMatchObject({ id: 1, name: 'Acme' })
  expect(await find('acme c')).toMatchObject({ id: 2 })
  expect(await find('zOË')).toMatchObject({ id: 3 })
  await expect(find('ac')).rejects.toMatchObject({
    kind: 'conflict',
    message: 'several clients begin with "ac"',
    hint: 'Acme, Acme Corp',
  })
  await expect(find('Globx')).rejects.toMatchObject({ kind: 'not-found', hint: 'did you mean Globex?' })
})

test('without clients any name is not found', async () => {
  const find = await withClients()
  await expect(find('acme')).rejects.toMatchObject({ kind: 'not-found', hint: 'larry client list --all' })
})

test('references: in the order typed, each once; a gap in a range is refused unless allowed', async () => {
  const store = await opened(bench().file)
  await seed(store, ...Array.from({ length: 9 }, () => ({})))
  store.handle.exec('delete from tasks where id = 5')
  const resolve = (...refs: Parameters<typeof resolveRefs>[1]) => resolveRefs(store.kysely, refs)
  expect(await resolve({ id: 7 }, { from: 6, to: 8 }, { id: 1 })).toEqual([7, 6, 8, 1])
  await expect(resolve({ from: 4, to: 6 })).rejects.toMatchObject({
    kind: 'not-found',
    message: 'task 5 does not exist',
  })
  expect(await resolveRefs(store.kysely, [{ from: 4, to: 6 }], { gaps: true })).toEqual([4, 6])
  await expect(resolve({ id: 99 }, { id: 98 })).rejects.toThrow('tasks 99, 98 do not exist')
  expect(await resolve()).toEqual([])
})

test('the end of a uid names its task; one that several have is a conflict', async () => {
  const { kysely, handle } = await opened(bench().file)
  for (const end of ['aaaabc123456', 'bbbbbc123456'])
    handle.exec(
      insertInto('tasks', { title: 't' }).replace(
        /values \(.*?, '2026/s,
        `values ('01a207a2-3280-7000-8000-${end}', '2026`,
      ),
    )
  expect(await resolveRefs(kysely, [{ tail: 'abc123456' }])).toEqual([1])
  await expect(resolveRefs(kysely, [{ tail: 'bc123456' }])).rejects.toMatchObject({ kind: 'conflict' })
  await expect(resolveRefs(kysely, [{ tail: 'ffffff' }])).rejects.toMatchObject({ kind: 'not-found' })
})
