import type { Extra } from '../../domain/records/task-record.ts'
import { deepest } from './components.ts'
import { readProperty } from './properties.ts'

/** Properties of which a component may have several (RFC 5545 3.6.2): one from elsewhere stands beside larry's. */
const several = new Set(['COMMENT', 'RELATED-TO'])

/**
 * The lines of other programs that a task came with. Where larry says the same itself, as `own`, theirs is out of date;
 * lines that would end the component, or are none, are not written.
 */
export function foreignLines(extra: Extra | null | undefined, own: readonly string[]): string[] {
  const lines = extra?.['ics']?.['lines']
  if (!Array.isArray(lines)) return []
  const said = new Set(own.map(nameOf).filter((name) => name !== undefined && !several.has(name)))
  const properties: string[] = []
  const components: string[] = []
  const open: { readonly name: string; readonly lines: string[] }[] = []
  for (const line of lines) {
    const name = typeof line === 'string' && !/[\r\n\0]/.test(line) ? nameOf(line) : undefined
    if (name === undefined) continue
    const text = line as string
    const word = text.slice(text.indexOf(':') + 1).toUpperCase()
    if (name === 'BEGIN') {
      if (open.length > deepest) break
      open.push({ name: word, lines: [text] })
    } else if (name === 'END') {
      const ended = open.pop()
      if (ended === undefined || ended.name !== word) break
      const around = open.at(-1)?.lines ?? components
      for (const inner of [...ended.lines, text]) around.push(inner)
    } else if (open.length > 0) open.at(-1)!.lines.push(text)
    else if (!said.has(name)) properties.push(text)
  }
  return [...properties, ...components]
}

function nameOf(line: string): string | undefined {
  return readProperty(line)?.name
}
