import type { Paint } from './paint.ts'
import { safe } from './safe.ts'
import { cellText } from './table.ts'
import { keysOf, type View } from './view.ts'
import { type Measure, measureFor } from './width.ts'

export interface CardOptions {
  readonly fields: readonly string[] | undefined
  readonly limit: number | undefined
  readonly paint: Paint
}

/** What stands between key and value; no other lines are drawn, so that nothing can be out of line. */
const lines = ['top', 'top-mid', 'top-left', 'top-right', 'bottom', 'bottom-mid', 'bottom-left', 'bottom-right']
const sides = ['left', 'left-mid', 'mid', 'mid-mid', 'right', 'right-mid']
const chars = { ...Object.fromEntries([...lines, ...sides].map((name) => [name, ''])), middle: '  ' }

/** Rows given to cli-table3 at a time: its work grows faster than the square of them, and with several lines in a cell faster still. */
const part = 50

/** One thing, a line for each key that has a value; long values go on below themselves. */
export async function card(view: View<object>, row: object, { fields, limit, paint }: CardOptions): Promise<string> {
  const { default: Table } = await import('cli-table3')
  const pairs = (fields ?? keysOf(view))
    .map((key) => [key, cellText(view, row, key)] as const)
    .filter(([, text]) => fields !== undefined || text !== '')
  const measure = await measureFor(pairs.map(([, text]) => text))
  const keyWidth = Math.max(...pairs.map(([key]) => key.length), 1)
  const room = limit === undefined ? undefined : Math.max(limit - keyWidth - chars.middle.length, 1)
  const rows: (readonly [key: string, line: string])[] = []
  for (const [key, text] of pairs) {
    const shown = text.split('\n').flatMap((line) => fold(safe(line), room, measure))
    for (const [at, line] of shown.entries()) rows.push([at === 0 ? key : '', line])
  }
  const colWidths = [keyWidth, Math.max(...rows.map(([, line]) => measure.width(line)), 1)]
  const style = { head: [], border: [], 'padding-left': 0, 'padding-right': 0 }
  let written = ''
  for (let start = 0; start < rows.length; start += part) {
    const box = new Table({ chars, style, colWidths })
    for (const [key, line] of rows.slice(start, start + part)) box.push([paint('quiet', key), line])
    for (const line of box.toString().split('\n')) written += `${line.trimEnd()}\n`
  }
  return written
}

/** Breaks a line so that each piece fits: between words where it can, else between characters. */
function fold(line: string, room: number | undefined, { width, head }: Measure): string[] {
  if (room === undefined || width(line) <= room) return [line]
  const pieces: string[] = []
  for (let rest = line; rest !== ''; ) {
    const most = head(rest, room) || rest
    const space = most.length < rest.length ? most.lastIndexOf(' ') : -1
    const piece = space > 0 ? most.slice(0, space) : most
    pieces.push(piece)
    rest = rest.slice(piece.length).trimStart()
  }
  return pieces
}
