/** A line as the rules of the format part it (github.com/todotxt/todo.txt): what stands before the text has its place. */
export interface Line {
  readonly isDone: boolean
  /** `A` to `Z`. */
  readonly letter?: string | undefined
  /** Dates, `YYYY-MM-DD`. */
  readonly completed?: string | undefined
  readonly created?: string | undefined
  /** Words with single spaces between them, or as they were typed. */
  readonly text: string
}

const date = '(?:(\\d{4}-\\d{2}-\\d{2}) )?'
const done = new RegExp(`^x (?:\\(([A-Z])\\) )?${date}${date}(.*)$`, 's')
const open = new RegExp(`^(?:\\(([A-Z])\\) )?${date}(.*)$`, 's')

/** Parts a line, whatever its dates are. A single date of a done task says when it was done. */
export function partLine(line: string): Line {
  const [, letter, first, second, text] = done.exec(line) ?? []
  if (text !== undefined) return { isDone: true, letter, completed: first, created: second, text }
  const [, priority, created, rest] = open.exec(line)!
  return { isDone: false, letter: priority, created, text: rest! }
}

/** The line `partLine` parts so. */
export function joinLine({ isDone, letter, completed, created, text }: Line): string {
  const dates = isDone && completed === undefined ? [] : [completed, created]
  return [isDone ? 'x' : undefined, letter && `(${letter})`, ...dates, text]
    .filter((part) => part !== undefined)
    .join(' ')
}
