import { expect, test } from 'vitest'
import { type FormatOptions, formatNames, write } from '../../src/output/formats.ts'
import { plain } from '../../src/output/paint.ts'
import { reply, type View } from '../../src/output/view.ts'

const view: View<{ id: number }> = { singular: 'row', plural: 'rows', keys: ['id'], columns: ['id'], id: 'id' }

test.each(formatNames)('a quarter of a million rows held at once are written as %s', async (format) => {
  const options: FormatOptions = {
    format,
    fields: undefined,
    nul: false,
    header: false,
    spreadsheet: false,
    quiet: false,
    limit: undefined,
    paint: plain,
  }
  const rows = Array.from({ length: 250_000 }, (_, id) => ({ id }))
  let written = 0
  expect(await write(reply(view, rows), options, (text) => (written += text.length))).toBe(250_000)
  expect(written).toBeGreaterThan(1_500_000)
})
