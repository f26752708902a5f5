import { array, assert, asyncProperty, constantFrom, integer, oneof, tuple } from 'fast-check'
import { expect, test } from 'vitest'
import { inFile } from '../db/stores.ts'
import { bench } from '../support/larry.ts'

const id = integer({ min: 1, max: 5 }).map(String)

const line = oneof(
  { weight: 3, arbitrary: constantFrom(['done', '--where', 'is:recurring']) },
  { weight: 3, arbitrary: id.map((one) => ['done', one]) },
  { weight: 3, arbitrary: id.map((one) => ['task', 'reopen', one]) },
  { weight: 2, arbitrary: constantFrom(['undo'], ['redo']) },
  { weight: 1, arbitrary: tuple(constantFrom('skip', 'resume'), id).map(([verb, one]) => ['recur', verb, one]) },
  {
    weight: 2,
    arbitrary: tuple(id, constantFrom('p:low', 'due:2026-11-20', 'due:2026-12-24', 'status:done', 'every:day')).map(
      ([one, word]) => ['edit', one, word],
    ),
  },
  { weight: 1, arbitrary: id.map((one) => ['task', 'comment', one, 'said']) },
)

/** A command, and how many hours pass before it. */
const steps = array(tuple(line, constantFrom(1, 30, 24 * 9)), { minLength: 4, maxLength: 12 })

test.each(['every:week', 'after:"3 days"'])(
  'whatever is done, reopened, moved, undone and redone, one occurrence of %s is open',
  async (repeats) => {
    await assert(
      asyncProperty(steps, async (all) => {
        const b = bench()
        await b.larry('add', 'Water', 'due:2026-11-23', repeats)
        let hour = 0
        for (const [argv, hours] of all) {
          hour += hours
          const now = new Date(Date.UTC(2026, 10, 23, 9 + hour)).toISOString()
          const { code, stderr } = await b.with({ now })(...argv)
          expect({ argv, code, stderr }).toMatchObject({
            code: expect.toSatisfy((one: number) => [0, 3, 4].includes(one)),
          })
          const count = 'select count(*) filter (where completed_at is null) as open, count(*) as tasks from tasks'
          const { open, tasks } = inFile(b.file, (handle) => handle.prepare(count).get()) as {
            open: number
            tasks: number
          }
          expect({ argv, open }).toEqual({ argv, open: Math.min(tasks, 1) })
        }
      }),
      { seed: 20261123, numRuns: 5 },
    )
  },
)

const head = integer({ min: 1, max: 6 }).map(String)

const moving = oneof(
  { weight: 4, arbitrary: constantFrom(['done', '--where', 'is:recurring is:open', '--cascade']) },
  { weight: 2, arbitrary: head.map((one) => ['recur', 'skip', one]) },
  {
    weight: 3,
    arbitrary: tuple(integer({ min: 10, max: 30 }), constantFrom('', 'T10:00')).map(([day, time]) => [
      'edit',
      '--where',
      'is:recurring is:open',
      `due:2026-11-${day}${time}`,
    ]),
  },
)

test.each(['every:month', 'after:"3 days"'])(
  'whatever is moved, skipped and done, what belongs to %s stays as far from it',
  async (repeats) => {
    await assert(
      asyncProperty(array(tuple(moving, constantFrom(1, 30, 24 * 9)), { minLength: 6, maxLength: 12 }), async (all) => {
        const b = bench()
        await b.larry('add', 'Trip', 'due:2026-11-25', repeats, 'wait:2026-11-23', 'remind:"2026-11-24 8:00"')
        await b.larry('add', 'Pack', 'due:2026-11-24', 'parent:1')
        let hour = 0
        for (const [argv, hours] of all) {
          hour += hours
          const now = new Date(Date.UTC(2026, 10, 23, 9 + hour)).toISOString()
          const { code, stderr } = await b.with({ now })(...argv)
          expect({ argv, code: argv[1] === 'skip' && [3, 4].includes(code) ? 0 : code, stderr }).toMatchObject({
            code: 0,
          })
        }
        const distances = `select distinct julianday(t.wait_until) - julianday(date(t.due)) as wait,
          julianday(below.due) - julianday(date(t.due)) as below, julianday(date(r.civil_at)) - julianday(date(t.due)) as remind
          from tasks t join tasks below on below.parent_id = t.id join reminders r on r.task_id = t.id`
        expect(inFile(b.file, (handle) => handle.prepare(distances).all())).toEqual([
          { wait: -2, below: -1, remind: -1 },
        ])
      }),
      { seed: 20261123, numRuns: 4 },
    )
  },
)
