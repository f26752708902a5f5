import { expect, test } from 'vitest'
import { type FormatOptions, formatNames, write } from '../../src/output/formats.ts'
import { plain } from '../../src/output/paint.ts'
import { integer } from '../../src/output/types.ts'
import { reply, type View } from '../../src/output/view.ts'
import { cpuMs } from '../support/cpu.ts'
import { bench } from '../support/larry.ts'

const view: View<{ id: number }> = {
  singular: 'row',
  plural: 'rows',
  types: { id: integer },
  columns: ['id'],
  id: 'id',
}

test.each(formatNames)('a quarter of a million rows held at once are written as %s', async (format) => {
  const options: FormatOptions = {
    format,
    fields: undefined,
    template: undefined,
    nul: false,
    header: false,
    spreadsheet: false,
    quiet: false,
    limit: undefined,
    localTime: String,
    paint: plain,
  }
  const rows = Array.from({ length: 250_000 }, (_, id) => ({ id }))
  let written = 0
  expect(await write(reply(view, rows), options, (text) => (written += text.length))).toBe(250_000)
  expect(written).toBeGreaterThan(1_500_000)
})

test('a card of a thousand lines is no work of minutes', async () => {
  const b = bench()
  await b.larry('add', 'busy', '--notes', Array.from({ length: 1000 }, (_, i) => `line ${i}`).join('\n'))
  const start = cpuMs()
  const { stdout } = await b.with({ columns: 80, env: { NO_COLOR: '1' } })('show', '1', '--format', 'table')
  expect(cpuMs() - start).toBeLessThan(3000)
  expect(stdout).toContain('notes       line 0\n            line 1\n')
  expect(stdout).toContain('            line 999\n')
})
