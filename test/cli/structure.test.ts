import { expect, test } from 'vitest'
import { bench } from '../support/larry.ts'
import { everything, seed } from './seed.ts'

async function chain() {
  const b = bench()
  await seed(b, 'One', 'Two parent:1', 'Three parent:2', 'Four parent:3', 'Five', 'Six depends:5', 'Seven depends:6')
  return b
}

const parents = async (b: ReturnType<typeof bench>) =>
  Object.fromEntries((await b.tasks()).map(({ id, parent_id }) => [id, parent_id]))

test.each([
  [
    ['edit', '1', 'parent:3'],
    ['1', '3', '2', '1'],
  ],
  [
    ['edit', '1', 'parent:1'],
    ['1', '1'],
  ],
  [
    ['edit', '5', 'depends:7'],
    ['5', '7', '6', '5'],
  ],
  [
    ['edit', '5', 'depends:5'],
    ['5', '5'],
  ],
  [
    ['edit', '5', '6', 'depends:7'],
    ['6', '7', '6'],
  ],
])('larry %j is refused with the circle %j', async (line, circle) => {
  const b = await chain()
  const before = await everything(b)
  const ran = await b.larry(...line)
  expect(ran).toMatchObject({ code: 4, stdout: '' })
  const shown = /\d+(?: -> \d+)+/.exec(ran.stderr)?.[0].split(' -> ') ?? []
  expect(shown.at(0)).toBe(shown.at(-1))
  expect(shown).toHaveLength(circle.length)
  expect(new Set(shown)).toEqual(new Set(circle))
  expect(await everything(b)).toEqual(before)
})

test('moving a task takes all below it along', async () => {
  const b = await chain()
  await b.json('edit', '2', 'parent:5')
  expect(await parents(b)).toMatchObject({ 2: 5, 3: 2, 4: 3 })
  await b.json('edit', '2', 'parent:none')
  expect(await parents(b)).toMatchObject({ 2: null, 3: 2, 4: 3 })
})

test('removing a parent gives its children to the grandparent', async () => {
  const b = await chain()
  expect((await b.larry('rm', '2', '--yes', '--format', 'table')).stdout).toMatch(
    /^Removed 2 "Two" · 1 subtasks? moved up\n$/,
  )
  expect(await parents(b)).toMatchObject({ 1: null, 3: 1, 4: 3 })
})

test('removing several generations at once promotes to the nearest that stays', async () => {
  const b = await chain()
  await b.json('rm', '2', '3', '--yes')
  expect(await parents(b)).toMatchObject({ 1: null, 4: 1 })
  await b.json('rm', '1', '--yes')
  expect(await parents(b)).toMatchObject({ 4: null })
})

test('remove --cascade takes the whole subtree, and one undo brings it back', async () => {
  const b = await chain()
  const [before] = await everything(b)
  expect((await b.json<{ id: number }[]>('rm', '2', '--cascade', '--yes')).map(({ id }) => id)).toEqual([2, 3, 4])
  expect(Object.keys(await parents(b))).toEqual(['1', '5', '6', '7'])
  await b.json('undo')
  expect(await b.tasks()).toEqual(before)
})

test('remove says how many rows of each kind went', async () => {
  const b = bench()
  await seed(b, 'One +a +b', 'Two depends:1 +c')
  expect((await b.larry('rm', '1', '--yes', '--format', 'table')).stdout).toBe(
    'Removed 1 "One" · 2 tags · 1 dependency\n',
  )
})

test('what is removed leaves nothing that names it', async () => {
  const b = bench()
  await seed(b, 'One +a +b', 'Two depends:1 +c', 'Three')
  await b.json('edit', '1', 'depends:3')
  await b.json('rm', '1', '--yes')
  expect(await b.json('db', 'info')).toMatchObject({ rows: { tasks: 2, task_tags: 1, task_dependencies: 0 } })
})

test('depends in edit replaces the blockers, none clears them', async () => {
  const b = await chain()
  expect(await b.json('edit', '7', 'depends:1,2')).toMatchObject([{ depends_on: [1, 2] }])
  expect(await b.json('edit', '7', 'depends:none')).toMatchObject([{ depends_on: [] }])
})

test.each([
  ['parent:99', 'task 99 does not exist'],
  ['depends:1,99', 'task 99 does not exist'],
])('%s is not found, in add, edit and list', async (word, message) => {
  const b = await chain()
  for (const line of [
    ['add', 'New', word],
    ['edit', '5', word],
    ['list', word],
  ]) {
    const ran = await b.larry(...line)
    expect({ line, ...ran }).toMatchObject({ line, code: 3, stdout: '' })
    expect(ran.stderr).toContain(message)
  }
})

test('edit gives many tasks the same attributes, but not the same title', async () => {
  const b = await chain()
  const ran = await b.larry('edit', '1', '2', 'New title')
  expect(ran).toMatchObject({ code: 2, stdout: '' })
  expect(await b.json('edit', '1-3', '+x', '-y', 'due:none', 'p:low')).toMatchObject([{ id: 1 }, { id: 2 }, { id: 3 }])
  expect(await b.json('list', '+x')).toHaveLength(3)
})

test('edit clears what none clears and --no-notes clears the notes', async () => {
  const b = bench()
  await b.json('add', 'T due:fri wait:wed project:work est:1h +a', '--notes', 'text')
  await b.json('edit', '1', 'due:none', 'wait:none', 'project:none', 'est:none', '-a', '--no-notes')
  expect(await b.tasks()).toMatchObject([
    { title: 'T', due: null, wait_until: null, project: null, estimate_minutes: null, tags: [], notes: null },
  ])
})
