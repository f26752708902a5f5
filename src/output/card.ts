import type { Paint } from './paint.ts'
import { safe } from './safe.ts'
import { cellText } from './table.ts'
import type { View } from './view.ts'

export interface CardOptions {
  readonly fields: readonly string[] | undefined
  readonly limit: number | undefined
  readonly paint: Paint
}

/** One thing in a small box, a line for each key that has a value. */
export async function card(view: View<object>, row: object, { fields, limit, paint }: CardOptions): Promise<string> {
  const { default: Table } = await import('cli-table3')
  const keys = fields ?? view.keys
  const pairs = keys
    .map((key) => [key, safe(cellText(view, row, key))] as const)
    .filter(([, text]) => fields !== undefined || text !== '')
  const keyWidth = Math.max(...pairs.map(([key]) => key.length), 1) + 2
  const widest = Math.max(...pairs.map(([, text]) => text.length), 1) + 2
  const room = limit === undefined ? undefined : Math.max(limit - keyWidth - 3, 8)
  const box = new Table({
    style: { head: [], border: [] },
    wordWrap: true,
    wrapOnWordBoundary: false,
    ...(room === undefined || widest <= room ? {} : { colWidths: [keyWidth, room] }),
  })
  for (const [key, text] of pairs) box.push([paint('quiet', key), text])
  return `${box.toString()}\n`
}
