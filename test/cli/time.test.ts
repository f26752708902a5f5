import { describe, expect, test } from 'vitest'
import { entryKeys, stored, worked } from './time-seed.ts'

const changes: readonly [line: string[], sentence: string, ids: number[], quiet?: string][] = [
  [['start', '2'], 'Stopped 1 "Build site" after 15m · started 2 "Call Bob"', [3, 4]],
  [
    ['start', '2', '--at', '-5m', '--note', 'n', '--no-billable'],
    'Stopped 1 "Build site" after 10m · started 2 "Call Bob" · since 08:55',
    [3, 4],
  ],
  [['start', '1'], 'The timer on 1 "Build site" runs already, since 08:45 (15m)', []],
  [['stop'], 'Stopped 1 "Build site" after 15m', [3]],
  [['stop', '--at', '8:50'], 'Stopped 1 "Build site" after 5m', [3]],
  [['log', '3', '15m', '--at', '8:30'], 'Logged 15m on 3 "Sweep" · 08:30 to 08:45', [4], '4\n'],
  [['log', '4', '--from', '6:00', '--to', '7:00'], 'Logged 1h on 4 "Old thing" · 06:00 to 07:00', [4], '4\n'],
  [
    ['log', '3', '1h', '--allow-overlap', '--note', 'n', '--no-billable'],
    'Logged 1h on 3 "Sweep" · 08:00 to 09:00',
    [4],
    '4\n',
  ],
  [['edit', '1', '--to', '7:45'], 'Changed entry 1 on 1 "Build site" · 07:00 to 07:45 · 45m', [1]],
  [['edit', '3', '--to', '8:50'], 'Changed entry 3 on 1 "Build site" · 08:45 to 08:50 · 5m', [3]],
  [['edit', '3', '--from', '8:30'], 'Changed entry 3 on 1 "Build site" · since 08:30 · 30m', [3]],
  [['edit', '1-3', '--task', '3'], 'Changed 3 time entries', [1, 2, 3]],
  [['edit', '1,2', '--no-billable'], 'Changed entry 1 on 1 "Build site" · 07:00 to 08:00 · 1h · not billable', [1]],
  [['edit', '2', '--no-note', '--billable'], 'Changed entry 2 on 2 "Call Bob" · 08:00 to 08:30 · 30m', [2]],
  [['edit', '2', '--note', 'about the site'], 'Nothing changed: it was so already', []],
  [
    ['split', '1', '20m'],
    'Split entry 1 on 1 "Build site" · 07:00 to 07:20 · 20m\nAdded entry 4 on 1 "Build site" · 07:20 to 08:00 · 40m',
    [1, 4],
  ],
  [
    ['split', '3', '8:50'],
    'Split entry 3 on 1 "Build site" · 08:45 to 08:50 · 5m\nAdded entry 4 on 1 "Build site" · since 08:50 · 10m',
    [3, 4],
  ],
  [
    ['remove', '2', '--yes'],
    'Removed entry 2 on 2 "Call Bob" · 08:00 to 08:30 · 30m · not billable · about the site',
    [2],
  ],
  [['rm', '1-3', '--yes'], 'Removed 3 time entries · 1h45m', [1, 2, 3]],
]

describe.each(changes)('larry time %j', (verb, sentence, ids, quiet = '') => {
  const line = ['time', ...verb]

  test('says in a table what it did', async () => {
    const b = await worked()
    expect(await b.larry(...line, '--format', 'table')).toEqual({ code: 0, stdout: `${sentence}\n`, stderr: '' })
  })

  test('answers JSON with a list of whole entries in their key order', async () => {
    const b = await worked()
    const rows = await b.json<Record<string, unknown>[]>(...line)
    expect(rows.map(({ id }) => id)).toEqual(ids)
    for (const row of rows) expect(Object.keys(row)).toEqual(entryKeys)
  })

  test('says the same under --dry-run and writes nothing', async () => {
    const b = await worked()
    const before = stored(b)
    expect(await b.larry(...line, '--format', 'table', '-n')).toEqual({
      code: 0,
      stdout: `${sentence}\n`,
      stderr: 'dry run: nothing was written\n',
    })
    expect(stored(b)).toEqual(before)
  })

  test('with -q says no sentence', async () => {
    const b = await worked()
    expect(await b.with({ columns: 80 })(...line, '-q')).toEqual({ code: 0, stdout: quiet, stderr: '' })
  })

  test('is one step, which undo takes back wholly and redo does again', async () => {
    const b = await worked()
    const before = stored(b)
    await b.larry(...line)
    const after = stored(b)
    expect(Number(after.actions) - Number(before.actions)).toBe(ids.length === 0 ? 0 : 1)
    for (let left = Number(after.actions) - Number(before.actions); left > 0; left--) await b.json('undo')
    expect(stored(b).entries).toEqual(before.entries)
    if (ids.length > 0) await b.json('redo')
    expect(stored(b).entries).toEqual(after.entries)
  })
})

describe.each(changes)('what larry time %j left', (verb, _, ids) => {
  test('is sound, and in every format', async () => {
    const b = await worked()
    for (const format of ['json', 'ndjson', 'csv', 'tsv', 'ids', 'md', 'table']) {
      const ran = await b.larry('time', ...verb, '-n', '--format', format)
      expect({ format, ...ran }).toMatchObject({ format, code: 0, stderr: 'dry run: nothing was written\n' })
    }
    expect((await b.larry('time', ...verb, '-n', '--ids')).stdout).toBe(ids.map((id) => `${id}\n`).join(''))
    await b.larry('time', ...verb)
    expect((await b.larry('db', 'check')).code).toBe(0)
  })
})

test.each<[string[], number, string]>([
  [['start'], 2, ''],
  [['start', '99'], 3, 'task 99 does not exist'],
  [['start', 'x'], 2, '"x" is not a task id'],
  [['start', '1', '2'], 2, ''],
  [['start', '1-2'], 2, '"1-2" does not name one task'],
  [['start', '4'], 4, 'larry task reopen 4'],
  [['start', '1', '--note', 'n'], 4, 'runs already\n  hint: larry time edit 3'],
  [['start', '2', '--at', '8:20'], 4, 'before the timer on 1 "Build site" began, at 08:45'],
  [['start', '2', '--at', '9:01'], 2, 'still to come'],
  [['start', '2', '--note', ' '], 2, 'the note is empty'],
  [['stop', '--at', '8:44'], 2, '08:44 is before 08:45'],
  [['stop', '--at', 'soon'], 2, 'cannot read "soon"'],
  [['stop', '1'], 2, ''],
  [['status', '1'], 2, ''],
  [['log', '1'], 2, 'how long is not said'],
  [['log', '1', '30m'], 4, '08:30 to 09:00 overlaps entry 3 on 1 "Build site", since 08:45\n  hint: --allow-overlap'],
  [['log', '1', '1h', '--to', '7:30'], 4, '06:30 to 07:30 overlaps entry 1'],
  [['log', '1', '10m', '--at', '8:10'], 4, '08:10 to 08:20 overlaps entry 2 on 2 "Call Bob", 08:00 to 08:30'],
  [['log', '1', '1m', '--at', '7:00', '--from', '7:00'], 2, '--at 7:00 and --from 7:00'],
  [['log', '1', '1h', '1h'], 2, ''],
  [['log', '1', '10h', '--billable'], 2, 'unknown option'],
  [['edit', '1'], 2, 'nothing to change'],
  [['edit', '--note', 'n'], 2, 'no time entry is named'],
  [['edit', '9', '--note', 'n'], 3, 'time entry 9 does not exist\n  hint: larry time list'],
  [['edit', '1-9', '--note', 'n'], 3, 'time entries 4, 5, 6, 7, 8 and 1 more do not exist'],
  [['edit', 'x', '--note', 'n'], 2, '"x" is not a time entry id'],
  [['edit', '1', '2', '--to', '7:30'], 2, '2 entries cannot have the same time'],
  [['edit', '1', '--to', '6:30'], 2, '06:30 is before 07:00'],
  [['edit', '1', '--to', '8:10'], 4, 'overlaps entry 2'],
  [['edit', '3', '--from', '8:10'], 4, 'overlaps entry 2'],
  [['edit', '3', '--task', '4'], 4, 'task 4 is done and its timer would run'],
  [['edit', '1', '--task', '99'], 3, 'task 99 does not exist'],
  [['edit', '1', '--note', 'a', '--no-note'], 2, 'are both given'],
  [['edit', '1', '--billable', '--no-billable'], 2, 'are both given'],
  [['split', '1'], 2, ''],
  [['split', '1-2', '10m'], 2, 'does not name one time entry'],
  [['split', '1', '8:00'], 2, '08:00 is not inside entry 1, 07:00 to 08:00'],
  [['split', '1', '1h'], 2, 'is not inside entry 1'],
  [['split', '1', '7:00'], 2, 'is not inside'],
  [['split', '1', 'half'], 2, 'cannot read "half"'],
  [['remove', '1'], 2, '--yes'],
  [['remove'], 2, 'no time entry is named'],
  [['list', '--from', 'soon'], 2, 'cannot read "soon"'],
  [['list', '--client', 'acne'], 3, 'did you mean Acme?'],
  [['list', '--project', 'wrok'], 3, 'did you mean work?'],
  [['list', '--task', '99'], 3, 'task 99 does not exist'],
  [['list', 'is:runing'], 2, 'did you mean running?'],
  [['list', '-l', 'x'], 2, 'not a whole number'],
  [['report', '--round', 'x'], 2, 'as a length of time'],
  [['report', '--by', 'clients'], 2, 'did you mean client?'],
  [['report', '--fields', 'monny'], 2, 'has no field'],
  [['lst'], 2, 'did you mean list?'],
])('larry time %j is refused, exit %i, and changes nothing', async (line, code, message) => {
  const b = await worked()
  const before = stored(b)
  const ran = await b.larry('time', ...line)
  expect(ran).toMatchObject({ code, stdout: '' })
  expect(ran.stderr).toContain(message)
  expect(stored(b)).toEqual(before)
})
