import type { Status } from '../../domain/task.ts'

/** A line `- [ ] Title`, `2. [x] Title`. */
export interface Item {
  /** Where its bullet stands, and where its text begins, in columns. */
  readonly column: number
  readonly content: number
  readonly box: string
  readonly text: string
}

/** Boxes and what they say: GitHub's first, then those of Obsidian. */
const boxes: Readonly<Record<string, Status>> = {
  ' ': 'todo',
  x: 'done',
  X: 'done',
  '-': 'cancelled',
  '/': 'in-progress',
}

/** Boxes of others that say no status: `[>]` is an open task that went elsewhere. */
const openBoxes = '><!?*'

const shape = /^([ \t]*)([-*+]|\d{1,9}[.)])([ \t]+)\[(.)\](?:[ \t]+(.*))?$/su

/** Reads a line as an item; undefined for any other, also where the box is none that larry knows. */
export function itemIn(line: string): Item | undefined {
  const [, indent, bullet, gap, box, text = ''] = shape.exec(line) ?? []
  if (box === undefined || (boxes[box] === undefined && !openBoxes.includes(box))) return undefined
  const column = columnsOf(indent!)
  return { column, content: column + bullet!.length + columnsOf(gap!), box, text }
}

/** The status a box says, and whether it was a box of larry's. */
export function statusOf(box: string): { readonly status: Status; readonly isKnown: boolean } {
  return { status: boxes[box] ?? 'todo', isKnown: boxes[box] !== undefined }
}

/** The box that says a status, or comes nearest to it. */
export function boxOf(status: Status): string {
  return Object.keys(boxes).find((box) => boxes[box] === status) ?? ' '
}

/** How wide white space is; a tab goes to the next column that four divides (spec.commonmark.org, 2.2). */
export function columnsOf(space: string): number {
  let column = 0
  for (const character of space) column = after(character, column)
  return column
}

function after(character: string, column: number): number {
  return character === '\t' ? column + 4 - (column % 4) : column + 1
}

/** A line without the white space of so many columns before it. */
export function outdented(line: string, columns: number): string {
  let at = 0
  let column = 0
  while (/[ \t]/.test(line[at] ?? '') && after(line[at]!, column) <= columns) column = after(line[at++]!, column)
  return line.slice(at)
}
