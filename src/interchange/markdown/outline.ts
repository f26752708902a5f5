import { failureAt } from '../../domain/at-line.ts'
import { noteLine } from './inline.ts'
import { columnsOf, type Item, itemIn, outdented } from './item.ts'

/** A part of a document that matters: an item with the lines below it, and the headings above it. */
export interface Entry extends Item {
  readonly line: number
  /** The entry it stands under. */
  readonly above: Entry | undefined
  readonly headings: readonly string[]
  readonly notes: string[]
}

interface Heading {
  readonly level: number
  readonly text: string
}

/** So many levels a list may have: more than any person nests. */
const deepest = 1000

/** What of a document was passed over. */
export interface Skipped {
  count: number
  first: number | undefined
}

/**
 * The items of a document, each when nothing more can follow that belongs to it. An item stands under the nearest one before
 * it whose bullet is further left; one too deep is refused. Indented lines below an item are its notes; a line at the left
 * ends the list. Blocks of code hold no items.
 */
export function* entriesOf(
  lines: Iterable<{ readonly line: number; readonly text: string }>,
  skipped: Skipped,
): Generator<Entry> {
  let tree: Entry[] = []
  let open: Entry[] = []
  let headings: Heading[] = []
  let fence: string | undefined
  let blanks = 0
  const skip = (line: number) => {
    skipped.first ??= line
    skipped.count++
  }
  for (const { line, text } of lines) {
    if (text.trim() === '' && fence === undefined) {
      blanks++
      continue
    }
    const column = columnsOf(/^[ \t]*/.exec(text)![0])
    const item = fence === undefined ? itemIn(text) : undefined
    const heading = fence === undefined ? headingIn(text) : undefined
    fence = fenceAfter(text, fence)
    if (item !== undefined && item.text.trim() !== '') {
      while (open.length > 0 && open.at(-1)!.column >= item.column) open.pop()
      if (open.length === 0) yield* tree.splice(0)
      if (open.length === deepest)
        throw failureAt(line, 'usage', 'the item is nested deeper than 1,000 levels', 'move it further to the left')
      const entry = { ...item, line, above: open.at(-1), headings: headings.map((one) => one.text), notes: [] }
      open.push(entry)
      tree.push(entry)
    } else if (column > 0 && open.length > 0 && item === undefined) {
      const owner = open.findLast((entry) => entry.column < column) ?? open[0]!
      if (owner.notes.length > 0) owner.notes.push(...Array.from({ length: blanks }, () => ''))
      owner.notes.push(noteLine(outdented(text, owner.content)))
    } else {
      yield* tree
      ;[tree, open] = [[], []]
      if (heading === undefined) skip(line)
      else headings = [...headings.filter(({ level }) => level < heading.level), heading]
    }
    blanks = 0
  }
  yield* tree
}

/** `## Site`, at the left; one longer than any project's name is text. */
function headingIn(line: string): Heading | undefined {
  if (line.length > 1000) return undefined
  const [, marks, text] = /^(#{1,6})[ \t]+(.*)$/.exec(line) ?? []
  const name = text
    ?.trim()
    .replace(/(^|[ \t])#+$/, '')
    .trim()
  return marks === undefined || name === undefined || name === '' ? undefined : { level: marks.length, text: name }
}

/** The fence of the block of code a line opens or leaves open; undefined outside of one. */
function fenceAfter(line: string, fence: string | undefined): string | undefined {
  const [, mark] = /^\s*(`{3,}|~{3,})/.exec(line) ?? []
  if (fence === undefined) return mark
  return mark?.startsWith(fence) === true && line.trim() === mark ? undefined : fence
}
