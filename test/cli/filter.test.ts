import { expect, test } from 'vitest'
import { many } from './many.ts'

const cases: readonly [filter: string[], found: string][] = [
  [[], 'abcdeghi'],
  [['+home'], 'ab'],
  [['-home'], 'cdeghi'],
  [['+home', '-shop'], 'a'],
  [['+b-c'], 'a'],
  [['tag:home,shop'], 'abc'],
  [['p:high'], 'b'],
  [['priority:5'], 'd'],
  [['pri:cri,low'], 'ac'],
  [['p:high..'], 'bcd'],
  [['p:..medium'], 'aeghi'],
  [['p:high..critical'], 'bc'],
  [['p>=high'], 'bcd'],
  [['p<medium'], 'a'],
  [['due:today'], 'bc'],
  [['due:sunday'], 'd'],
  [['due:..today'], 'abc'],
  [['due<today'], 'a'],
  [['due>today'], 'de'],
  [['due:2026-11-23..2026-11-29'], 'bcd'],
  [['due:2026-11-29..'], 'de'],
  [['due:none'], 'ghi'],
  [['due:any'], 'abcde'],
  [['project:work'], 'b'],
  [['proj:WORK'], 'b'],
  [['project:work/'], 'bc'],
  [['project:none'], 'aeghi'],
  [['status:review'], 'd'],
  [['status:todo,review'], 'abcdefi'],
  [['status:done,cancelled'], 'jk'],
  [['status:in'], 'h'],
  [['is:closed'], 'jk'],
  [['is:open'], 'abcdeghi'],
  [['is:overdue'], 'ab'],
  [['is:due-today'], 'bc'],
  [['is:this-week'], 'bcd'],
  [['is:blocked'], 'eg'],
  [['is:ready'], 'abcdhi'],
  [['is:active'], 'h'],
  [['is:waiting'], 'f'],
  [['wait:tomorrow'], 'f'],
  [['is:recurring'], ''],
  [['est:..30m'], 'c'],
  [['est:1h..2h'], 'd'],
  [['est:30m'], 'c'],
  [['est:none'], 'abeghi'],
  [['parent:1'], 'e'],
  [['parent:none'], 'abcdghi'],
  [['depends:2'], 'e'],
  [['id:3-5,1'], 'acde'],
  [['id:9-99'], 'ijk'],
  [['has:notes'], 'i'],
  [['has:subtasks'], 'a'],
  [['has:due'], 'abcde'],
  [['has:project'], 'bcd'],
  [['has:tags'], 'abcg'],
  [['has:client'], ''],
  [['created:2026-11-20'], 'a'],
  [['created:..yesterday'], 'a'],
  [['completed:2026-11-22'], 'j'],
  [['completed:any'], 'jk'],
  [['übung'], 'a'],
  [['ÜBUNG'], 'a'],
  [['U\u0308bung'], 'a'],
  [['STRASSE'], 'a'],
  [['σίσυφος'], 'i'],
  [['100%'], 'b'],
  [['rent_now'], 'b'],
  [['*bob*'], 'd'],
  [['[x]'], 'd'],
  [['\\dir\\'], 'e'],
  [['.'], ''],
  [['/rent.now/'], 'bc'],
  [['/^Pay \\d+ /'], 'c'],
  [['/(?i)BOB/'], 'd'],
  [['/second line$/'], 'i'],
  [['+home', 'or', '+shop'], 'abc'],
  [['+home or +shop and p:high'], 'ab'],
  [['(+home or +shop) and p:high'], 'b'],
  [['(', '+home', 'or', '+shop', ')', 'p:high..'], 'bc'],
  [['not', '+home'], 'cdeghi'],
  [['not (+home or +shop)'], 'deghi'],
  [['not not +home'], 'ab'],
  [['not due:today'], 'adeghi'],
  [['pay', 'rent'], 'bc'],
  [['--', 'or'], ''],
  [['--', 'rent_now b'], 'b'],
  [['--', '-home'], ''],
  [['--all', '+home'], 'abj'],
  [['--all'], 'abcdefghijk'],
]

test('every filter word of the table finds its tasks', async () => {
  const b = await many()
  const found: Record<string, string> = {}
  for (const [filter] of cases) {
    const ran = await b.larry('list', '--sort', 'id', '--fields', 'title', '--json', ...filter)
    const titles = ran.code === 0 ? (JSON.parse(ran.stdout) as { title: string }[]) : [{ title: ran.stderr }]
    found[filter.join(' ')] = titles.map(({ title }) => (ran.code === 0 ? title.at(-1) : title)).join('')
  }
  expect(found).toEqual(Object.fromEntries(cases.map(([filter, letters]) => [filter.join(' '), letters])))
})

test('search looks at finished and waiting tasks too', async () => {
  const { json } = await many()
  expect(await json('search', '+home', '--sort', 'id')).toMatchObject([{ id: 1 }, { id: 2 }, { id: 10 }])
  expect(await json('search', 'waits')).toMatchObject([{ id: 6 }])
})

test('days of creation and completion are days of the zone asked for', async () => {
  const { json } = await many()
  const ids = async (...line: string[]) => (await json<{ id: number }[]>('list', ...line)).map(({ id }) => id)
  expect(await ids('completed:2026-11-22')).toEqual([10])
  expect(await ids('completed:2026-11-23', '--tz', 'Europe/Vienna', 'status:done')).toEqual([10])
  expect(await ids('created:2026-11-21', '--tz', 'Europe/Vienna')).toEqual([1])
  expect(await ids('created:2026-11-20', '--tz', 'America/New_York')).toEqual([1])
})

test('a date-only due shows and filters the same in every zone', async () => {
  const { larry } = await many()
  const line = ['list', 'due:2026-11-22..2026-12-24', '--sort', 'id', '--json']
  expect(await larry(...line, '--tz', 'Asia/Kolkata')).toEqual(await larry(...line, '--tz', 'America/Los_Angeles'))
})
