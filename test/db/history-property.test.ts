import { array, assert, asyncProperty, boolean, constantFrom, integer, oneof, tuple, uniqueArray } from 'fast-check'
import { expect, test } from 'vitest'
import { bench } from '../support/larry.ts'
import { dump, inFile } from './stores.ts'

const id = integer({ min: 1, max: 6 }).map(String)
const ids = uniqueArray(id, { minLength: 1, maxLength: 3 })
const word = constantFrom(
  '+home',
  '+work',
  '-home',
  '-work',
  'p:high',
  'p:low',
  'due:tomorrow',
  'due:none',
  'due:2026-12-24T14:00',
  'project:a',
  'project:a/b',
  'project:none',
  'est:1h',
  'wait:none',
  'every:week',
  'every:none',
)
const words = uniqueArray(word, {
  minLength: 1,
  maxLength: 3,
  selector: (text) => text.split(':')[0]!.replace(/^[+-]/, ''),
})

/** Command lines over few ids, so that many meet the same rows; some are refused, which is as good as not typed. */
const line = oneof(
  { weight: 4, arbitrary: words.map((some) => ['add', 'new', ...some.filter((one) => !one.startsWith('-'))]) },
  { weight: 2, arbitrary: tuple(id, id).map(([a, b]) => ['add', 'under', `parent:${a}`, `depends:${b}`]) },
  { weight: 3, arbitrary: tuple(ids, words).map(([some, given]) => ['edit', ...some, ...given]) },
  { weight: 1, arbitrary: tuple(ids, id).map(([some, to]) => ['edit', ...some, `parent:${to}`]) },
  { weight: 1, arbitrary: tuple(id, ids).map(([one, on]) => ['edit', one, `depends:${on.join(',')}`]) },
  {
    weight: 3,
    arbitrary: tuple(
      constantFrom(['done', '--force'], ['done', '--cascade'], ['reopen'], ['start'], ['cancel']),
      ids,
    ).map(([[verb, ...flags], some]) => ['task', verb, ...some, ...flags]),
  },
  {
    weight: 1,
    arbitrary: tuple(constantFrom('skip', 'pause', 'resume'), id).map(([verb, one]) => ['recur', verb, one]),
  },
  { weight: 2, arbitrary: id.map((one) => ['time', 'start', one]) },
  { weight: 1, arbitrary: constantFrom(['time', 'stop'], ['time', 'rm', '1', '--yes']) },
  { weight: 1, arbitrary: tuple(id, id).map(([one, to]) => ['time', 'edit', one, '--task', to]) },
  {
    weight: 2,
    arbitrary: tuple(boolean(), ids).map(([all, some]) => ['rm', ...some, '--yes', ...(all ? ['--cascade'] : [])]),
  },
)

test.each([
  ['one by one', 1],
  ['as one', Number.POSITIVE_INFINITY],
])('undo of everything, %s, gives the start, and redo the end, of any commands', async (_, atOnce) => {
  await assert(
    asyncProperty(array(line, { minLength: 3, maxLength: 14 }), async (lines) => {
      const { larry, with: using, file } = bench()
      const rows = () => inFile(file, dump)
      const start = rows()
      let minute = 0
      for (const argv of lines) {
        const now = `2026-11-23T09:${String(minute++).padStart(2, '0')}:00.000Z`
        const { code, stderr } = await using({ now })(...argv)
        expect([0, 3, 4], `${argv.join(' ')}: ${stderr}`).toContain(code)
      }
      const end = rows()
      const count = inFile(file, (handle) => handle.prepare('select count(*) from actions').pluck().get()) as number
      const step = Math.min(atOnce, count)
      for (let left = count; left > 0; left -= step)
        expect(await larry('undo', String(step))).toMatchObject({ code: 0 })
      expect(rows()).toEqual(start)
      expect((await larry('undo')).code).toBe(3)
      for (let left = count; left > 0; left -= step) expect(await larry('redo')).toMatchObject({ code: 0 })
      expect(rows()).toEqual(end)
      expect((await larry('redo')).code).toBe(3)
      expect((await larry('db', 'check')).code).toBe(0)
    }),
    { seed: 20261123, numRuns: 35 },
  )
})
