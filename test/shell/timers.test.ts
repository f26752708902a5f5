import { expect, test } from 'vitest'
import { inFile } from '../db/stores.ts'
import { shell } from '../support/shell.ts'

interface Entry {
  readonly started_at: string
  readonly ended_at: string | null
}

test('timers that many start at once follow one another: one runs, none overlaps another', async () => {
  const { bash, file } = shell()
  await bash('printf "%s\\n" one two three | larry add -')
  await bash('for i in $(seq 12); do larry time start $((i % 3 + 1)) > /dev/null & done; wait')
  const { stdout } = await bash('larry time list --json')
  const entries = (JSON.parse(stdout) as Entry[]).toSorted((a, b) => (a.started_at < b.started_at ? -1 : 1))
  expect(entries.filter(({ ended_at }) => ended_at === null)).toHaveLength(1)
  const overlaps = entries.slice(1).filter(({ started_at }, at) => started_at < (entries[at]!.ended_at ?? '9'))
  expect(overlaps).toEqual([])
  expect(inFile(file, (handle) => handle.pragma('integrity_check', { simple: true }))).toBe('ok')
})
