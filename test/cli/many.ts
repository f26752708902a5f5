import { type Bench, bench } from '../support/larry.ts'
import { seed } from './seed.ts'

/** Monday 2026-11-23 09:00 UTC; each task by the one letter its title ends with. */
export async function many(): Promise<Bench> {
  const b = bench()
  const { json, larry, with: using } = b
  await using({ now: '2026-11-20T23:30:00Z' })(
    'add',
    'Übung macht Straße a',
    '+home',
    '+b-c',
    'p:low',
    'due:2026-11-22',
  )
  await seed(
    b,
    'Pay 100% rent_now b +home +shop p:high due:2026-11-23T08:00 project:work',
    'Pay 100 rentXnow c +shop p:critical due:2026-11-23T10:00 project:work/site est:30m',
    'Call *Bob* [x] d p:urgent due:2026-11-29 project:workout est:1h30m status:review',
    'C:\\dir\\new e due:2026-12-24 parent:1 depends:2',
    'Waits f wait:2026-11-24',
    'Blocked g status:blocked +Home',
    'Begun h status:in-progress',
  )
  await json('add', 'Noted i', '--notes', 'the ΣΊΣΥΦΟΣ stone\nsecond line')
  await json('add', 'Finished j +home')
  await using({ now: '2026-11-22T23:30:00Z' })('done', '10')
  await larry('add', 'Given up k', '--depends', '1')
  await larry('task', 'cancel', '11')
  return b
}
