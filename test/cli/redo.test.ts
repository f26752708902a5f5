import { expect, test } from 'vitest'
import { bench } from '../support/larry.ts'
import { everything, seed } from './seed.ts'

/** Each: what stands first, what is undone, what is done in its place, and so makes the redo impossible. */
test.each<[string, string[], string[], string[]]>([
  ['the same task was changed', ['One'], ['edit', '1', 'p:high'], ['edit', '1', 'p:low']],
  ['its task is gone', ['One'], ['edit', '1', 'p:high'], ['rm', '1', '--yes']],
  ['its tags hang on a task that is gone', ['One'], ['edit', '1', '+x'], ['rm', '1', '--yes']],
  ['its project was made anew', ['One'], ['add', 'Two project:work'], ['add', 'Three project:work']],
  ['its project was made anew in other letters', ['One'], ['add', 'Two project:Work'], ['add', 'Three project:work']],
  ['its parent is gone', ['One'], ['add', 'Sub', 'parent:1'], ['rm', '1', '--yes']],
  ['its blocker is gone', ['One'], ['add', 'Waits', 'depends:1'], ['rm', '1', '--yes']],
  ['the task it removed was changed', ['One'], ['rm', '1', '--yes'], ['edit', '1', 'p:low']],
  ['the task it removed has a subtask now', ['One'], ['rm', '1', '--yes'], ['add', 'Sub', 'parent:1']],
  ['it would close a circle of parents', ['One', 'Two'], ['edit', '1', 'parent:2'], ['edit', '2', 'parent:1']],
  ['it would close a circle of blockers', ['One', 'Two'], ['edit', '1', 'depends:2'], ['edit', '2', 'depends:1']],
])('redo is refused when %s, exit 4, and nothing is changed', async (_, first, undone, instead) => {
  const b = bench()
  await seed(b, ...first)
  await b.json(...undone)
  await b.json('undo')
  await b.json(...instead)
  const before = await everything(b)
  const ran = await b.larry('redo')
  expect(await everything(b)).toEqual(before)
  expect(ran).toMatchObject({ code: 4, stdout: '' })
})

test('a redo that touches nothing changed since still works after another change', async () => {
  const b = bench()
  await seed(b, 'One')
  await b.json('undo')
  await seed(b, 'Two')
  await b.json('redo')
  expect(await b.tasks()).toMatchObject([{ id: 1 }, { id: 2 }])
})

test('several undos are redone in reverse, the last one first', async () => {
  const b = bench()
  await seed(b, 'One', 'Two', 'Three')
  await b.json('undo')
  await b.json('undo')
  await b.json('redo')
  expect((await b.tasks()).map(({ id }) => id)).toEqual([1, 2])
  await b.json('redo')
  expect((await b.tasks()).map(({ id }) => id)).toEqual([1, 2, 3])
  await b.json('undo', '3')
  expect(await b.tasks()).toEqual([])
})
