import { describe, expect, test } from 'vitest'
import { everything, small, taskKeys } from './seed.ts'

const changes: readonly [line: string[], sentence: string, ids: number[]][] = [
  [['add', 'Buy milk tomorrow +shop'], 'Added 5 "Buy milk" · due tomorrow (Tue 24 Nov) · +shop', [5]],
  [
    ['task', 'add', 'Plan', 'project:work/site', 'est:1h30m'],
    'Added 5 "Plan" · project work/site · about 1h30m · new project work/site',
    [5],
  ],
  [['task', 'duplicate', '1', 'due:fri'], 'Added 5 "Pay rent" · due Fri 27 Nov · +home · high', [5]],
  [['edit', '1', 'due:fri', '-home'], 'Changed 1 "Pay rent" · due Fri 27 Nov · high', [1]],
  [['edit', '1', '2', 'p:low'], 'Changed 2 tasks', [1, 2]],
  [['edit', '2', 'due:fri'], 'Nothing changed: it was so already', []],
  [['done', '2'], 'Done: 2 "Call Bob"\nNow ready: 3 "Fix tap"', [2]],
  [['done', '4'], '4 "Old thing" was already done', []],
  [['start', '2'], 'Started 2 "Call Bob"', [2]],
  [['task', 'cancel', '2'], 'Cancelled 2 "Call Bob"\nNow ready: 3 "Fix tap"', [2]],
  [['task', 'reopen', '4'], 'Reopened 4 "Old thing"', [4]],
  [['task', 'remove', '1', '--yes'], 'Removed 1 "Pay rent" · 1 tag · 1 subtask moved up', [1]],
]

describe.each(changes)('larry %j', (line, sentence, ids) => {
  test('says in a table what it did', async () => {
    const b = await small()
    expect(await b.larry(...line, '--format', 'table')).toEqual({ code: 0, stdout: `${sentence}\n`, stderr: '' })
  })

  test('answers JSON with a list of whole tasks in the frozen key order', async () => {
    const b = await small()
    const rows = await b.json<Record<string, unknown>[]>(...line)
    expect(rows.map(({ id }) => id)).toEqual(ids)
    for (const row of rows) expect(Object.keys(row)).toEqual(taskKeys)
  })

  test('says the same under --dry-run and writes nothing', async () => {
    const b = await small()
    const before = await everything(b)
    expect(await b.larry(...line, '--format', 'table', '--dry-run')).toEqual({
      code: 0,
      stdout: `${sentence}\n`,
      stderr: 'dry run: nothing was written\n',
    })
    expect((await b.json<{ id: number }[]>(...line, '-n')).map(({ id }) => id)).toEqual(ids)
    expect(await everything(b)).toEqual(before)
  })

  test('with -q says no sentence', async () => {
    const b = await small()
    const { code, stdout, stderr } = await b.with({ columns: 80 })(...line, '-q')
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout).toBe(sentence.startsWith('Added') ? '5\n' : '')
  })
})
