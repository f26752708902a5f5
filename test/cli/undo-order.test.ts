import { expect, test } from 'vitest'
import { type Bench, bench } from '../support/larry.ts'
import { everything, seed } from './seed.ts'

const titles = async (b: Bench) => (await b.tasks()).map(({ title }) => title)

test('undo after redo takes back what was redone, though other changes came in between', async () => {
  const b = bench()
  await seed(b, 'One', 'Two')
  await b.json('undo')
  await seed(b, 'Three')
  await b.json('redo')
  expect(await titles(b)).toEqual(['One', 'Two', 'Three'])
  expect((await b.larry('undo', '--format', 'table')).stdout).toBe('Undone: larry add Two (1 row)\n')
  expect(await titles(b)).toEqual(['One', 'Three'])
  await b.json('undo')
  expect(await titles(b)).toEqual(['One'])
  await b.json('redo')
  await b.json('redo')
  expect(await titles(b)).toEqual(['One', 'Two', 'Three'])
})

test('undo and redo take turns without end, with a change in between too', async () => {
  const b = bench()
  await seed(b, 'One', 'Two')
  const both = await b.tasks()
  await b.json('undo')
  const one = await b.tasks()
  await b.json('redo')
  for (let round = 0; round < 4; round++) {
    await b.json('undo')
    expect(await b.tasks()).toEqual(one)
    await b.json('redo')
    expect(await b.tasks()).toEqual(both)
  }
  await b.json('undo')
  await seed(b, 'Three')
  for (let round = 0; round < 3; round++) {
    await b.json('redo')
    expect(await titles(b)).toEqual(['One', 'Two', 'Three'])
    await b.json('undo')
    expect(await titles(b)).toEqual(['One', 'Three'])
  }
})

test('undo 2 takes back the two that took effect last, a redone one counted from its redo', async () => {
  const b = bench()
  await seed(b, 'One', 'Two')
  await b.json('undo')
  await seed(b, 'Three')
  await b.json('redo')
  await b.json('undo', '2')
  expect(await titles(b)).toEqual(['One'])
  await b.json('redo')
  expect(await titles(b)).toEqual(['One', 'Two', 'Three'])
})

test('what is undone as one step, redone and undone again is one step each time', async () => {
  const b = bench()
  await seed(b, 'One', 'Two', 'Three')
  for (let round = 0; round < 3; round++) {
    await b.json('undo', '2')
    expect(await titles(b)).toEqual(['One'])
    await b.json('redo')
    expect(await titles(b)).toEqual(['One', 'Two', 'Three'])
  }
})

test.each([
  ['nothing was done after it', [], '2'],
  ['what came after it is undone', [['undo']], '1'],
  ['all is undone', [['undo', '2']], '1'],
])('undo --to says so when %s, and changes nothing', async (_, lines, to) => {
  const b = bench()
  await seed(b, 'One', 'Two')
  for (const line of lines) await b.json(...line)
  const before = await everything(b)
  const ran = await b.larry('undo', '--to', to)
  expect(ran).toMatchObject({ code: 3, stdout: '' })
  expect(ran.stderr).toMatch(/^larry: .*(nothing|after)/)
  expect(await everything(b)).toEqual(before)
})
