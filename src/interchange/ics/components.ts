import { failureAt } from '../../domain/at-line.ts'
import type { Failure } from '../../domain/errors.ts'
import { linesOf } from '../text.ts'

/** The largest component, in characters: what is larger is no task. */
const largest = 16 << 20

/** How many components may lie in one another. */
export const deepest = 8

/** A part of a calendar between BEGIN and END (RFC 5545 3.6): its properties, unfolded, a line each, and what lies inside. */
export interface Component {
  /** In capitals. */
  readonly name: string
  /** From 1: where it begins. */
  readonly line: number
  readonly lines: readonly string[]
  readonly inside: readonly Component[]
}

interface Growing extends Component {
  readonly lines: string[]
  readonly inside: Growing[]
}

/**
 * The components that lie directly in the calendars of a text, one at a time; a text may hold several calendars. What is
 * no iCalendar, does not end or ends as something else is refused with its line.
 */
export function* componentsIn(pieces: Iterable<string>): Generator<Component> {
  const open: Growing[] = []
  let size = 0
  let last = 0
  for (const { line, text } of unfolded(pieces)) {
    last = line
    const [, edge, word] = /^(BEGIN|END):\s*(\S+)\s*$/i.exec(text.slice(0, 200)) ?? []
    const name = word?.toUpperCase() ?? ''
    const current = open.at(-1)
    if (current === undefined && (edge?.toUpperCase() !== 'BEGIN' || name !== 'VCALENDAR'))
      throw no(line, 'stands outside of any calendar', 'an iCalendar file begins with BEGIN:VCALENDAR')
    if (edge?.toUpperCase() === 'BEGIN') {
      const component = { name, line, lines: [], inside: [] }
      if (open.length > deepest) throw no(line, `BEGIN:${name} is too deep`)
      if (open.length > 1) current!.inside.push(component)
      if (open.length === 1) size = 0
      open.push(component)
    } else if (edge !== undefined) {
      if (name !== current!.name) throw no(line, `END:${name} ends ${current!.name} of line ${current!.line}`)
      open.pop()
      if (open.length === 1) yield current!
    } else if (open.length > 1) {
      size += text.length
      if (size > largest) throw no(open[1]!.line, `${open[1]!.name} has more than ${largest} characters`)
      current!.lines.push(text)
    }
  }
  const [calendar, component] = open
  if (calendar !== undefined)
    throw no(last, `the file ends inside ${(component ?? calendar).name} of line ${(component ?? calendar).line}`)
}

/** Lines with those that continue them, which begin with white space (RFC 5545 3.1); empty ones are passed over. */
function* unfolded(pieces: Iterable<string>): Generator<{ readonly line: number; readonly text: string }> {
  let parts: string[] = []
  let begun = 0
  for (const { line, text } of linesOf(pieces)) {
    if (parts.length > 0 && /^[ \t]/.test(text)) {
      parts.push(text.slice(1))
      continue
    }
    if (parts.length > 0) yield { line: begun, text: parts.join('') }
    parts = text.trim() === '' ? [] : [text]
    begun = line
  }
  if (parts.length > 0) yield { line: begun, text: parts.join('') }
}

/** A component as the lines it was read from, unfolded. */
export function componentLines({ name, lines, inside }: Component): string[] {
  return [`BEGIN:${name}`, ...lines, ...inside.flatMap(componentLines), `END:${name}`]
}

/** A refusal that names the line. */
export function no(line: number, reason: string, hint?: string): Failure {
  return failureAt(line, 'usage', reason, hint)
}
