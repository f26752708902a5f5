import { expect, test } from 'vitest'
import { bench } from '../support/larry.ts'
import { seed } from './seed.ts'

test.each([
  [['project:wrok'], 3, 'project "wrok" does not exist', 'did you mean work'],
  [['project:wrok/'], 3, 'project "wrok" does not exist', 'did you mean work'],
  [['not project:nowhere'], 3, 'project "nowhere" does not exist', ''],
  [['client:acme'], 3, 'client "acme" does not exist', ''],
  [['id:99'], 3, 'task 99 does not exist', ''],
  [['is:overdu'], 2, '"overdu"', 'did you mean overdue?'],
  [['has:note'], 2, '"note"', 'did you mean notes?'],
  [['status:tod0'], 2, 'unknown status "tod0"', 'did you mean todo?'],
  [['p:hgih'], 2, 'unknown priority "hgih"', 'did you mean high?'],
  [['p:zzz'], 2, 'unknown priority "zzz"', 'low, medium, high, critical, urgent'],
  [['projct:work'], 2, 'unknown word "projct:work"', 'did you mean project:?'],
  [['statsu:todo'], 2, 'unknown word "statsu:todo"', 'did you mean status:?'],
  [['due:someday'], 2, 'cannot read "someday" as a date', ''],
  [['due:2027-02-29'], 2, '2027-02-29', ''],
  [['due:fri..mon..tue'], 2, 'fri..mon..tue', ''],
  [['due:2026-12-02..2026-12-01'], 2, 'ends before it begins', ''],
  [['est:long'], 2, 'cannot read "long"', ''],
  [['/(/'], 2, 'cannot read /(/ as a pattern', ''],
  [['(+a'], 2, '"(" is not closed', ''],
  [['+a', ')'], 2, '")"', ''],
  [['or', '+a'], 2, '"or"', ''],
  [['+a', 'and'], 2, 'ends where a word should follow', ''],
  [['not'], 2, 'ends where a word should follow', ''],
])('larry list %j answers %i, %s, hint %s', async (filter, code, message, hint) => {
  const b = bench()
  await seed(b, 'One project:work +a')
  const { stderr, ...ran } = await b.larry('list', ...filter)
  expect(ran).toEqual({ code, stdout: '' })
  expect(stderr.split('\n')[0]).toContain(message)
  expect(stderr).toContain(hint)
})

test.each([['https://x'], ['Re: hello'], ['fix:typo'], ['foo:bar'], ['a:b']])(
  '%s is text in a filter',
  async (text) => {
    const b = bench()
    await b.larry('add', '--', `About ${text} today`)
    await seed(b, 'Other')
    expect(await b.json('list', text)).toMatchObject([{ id: 1 }])
  },
)

test('search without a word is refused', async () => {
  expect(await bench().larry('search')).toMatchObject({ code: 2, stdout: '' })
})
