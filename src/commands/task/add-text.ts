import type { PrepareContext } from '../../cli/context.ts'
import { Failure } from '../../domain/errors.ts'
import { type Edited, edit } from './editor.ts'

/** A title line and notes, as a person wrote them. */
export interface Written {
  readonly line: string
  /** Empty where there are none. */
  readonly notes: string
}

/** From this line on nothing is read, so that notes may begin their lines with #. */
const scissors = '# ------------------------ >8 ------------------------'

const template = `

${scissors}
# The first line is the title, with words such as +home p:high due:fri; what
# follows it is the notes. From the line above on nothing is read. A text
# without a title adds nothing.
`

/** Lets a person write a task in their editor. */
export function writeTask(context: PrepareContext): Edited<Written> {
  return edit(context, 'add.txt', template, (text) => {
    const [line = '', ...rest] = text.split(`\n${scissors}`)[0]!.split('\n')
    const notes = rest
      .join('\n')
      .replace(/^(\s*\n)+/, '')
      .trimEnd()
    if (line.trim() === '' && notes === '') throw new Failure('failed', 'the text is empty; nothing was added')
    return { line, notes }
  })
}
