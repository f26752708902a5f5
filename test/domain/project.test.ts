import { expect, test } from 'vitest'
import { renamedBelow } from '../../src/domain/project.ts'

test.each([
  ['work', 'work', 'web', 'web'],
  ['work/site', 'work', 'web', 'web/site'],
  ['work/site/blog', 'work/site', 'a/b/c', 'a/b/c/blog'],
  ['STRASSE/x/y', 'straße', 'w', 'w/x/y'],
  ['work/work', 'work', 'x', 'x/work'],
])('%s, where %s becomes %s, is %s', (name, from, to, renamed) => {
  expect(renamedBelow(name, from, to)).toBe(renamed)
})
