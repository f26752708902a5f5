import { Failure } from '../domain/errors.ts'
import { safe } from './safe.ts'
import { textOf } from './view.ts'

/** A line for each row, in parts: text as it stands, and keys whose values take their place. */
export type Template = readonly (string | { readonly key: string })[]

/** A key in braces, an escape, what looks like the beginning of either, a brace that is text, and text. */
const part = /\{\{([^{}]*)\}\}|\\([^]?)|(\{\{(?!\{))|\{|[^{\\]+/g

const escapes: Readonly<Record<string, string>> = { t: '\t', n: '\n', '\\': '\\', '{': '{', '}': '}' }

/** Reads `{{id}}\t{{title}}`; an unclosed `{{`, an unknown escape and a template without any field are refused. */
export function readTemplate(text: string): Template {
  const parts = [...text.matchAll(part)].map(([whole, key, escaped, unclosed]) => {
    if (key !== undefined) return { key: requireKey(key) }
    if (unclosed !== undefined)
      throw new Failure('usage', `"${whole}" is not closed in --template "${text}"`, 'a brace that is text is \\{')
    if (escaped !== undefined) return unescaped(escaped)
    return whole
  })
  if (!parts.some((one) => typeof one === 'object')) throw noField(text)
  return parts
}

/** The keys a template names, each once. */
export function keysIn(template: Template): string[] {
  return [...new Set(template.flatMap((one) => (typeof one === 'string' ? [] : [one.key])))]
}

/** A row in the words of a template: values on one line, what could drive a terminal written out, nothing for null. */
export function fill(template: Template, row: object): string {
  return template.map((one) => (typeof one === 'string' ? one : valueAt(row, one.key))).join('')
}

/** A backslash stays one: unlike tsv nobody is to read values back from the line. */
function valueAt(row: object, key: string): string {
  return safe(textOf((row as Record<string, unknown>)[key]))
}

function requireKey(typed: string): string {
  const key = typed.trim()
  if (key === '') throw noField(`{{${typed}}}`)
  return key
}

function unescaped(letter: string): string {
  const meant = escapes[letter]
  if (meant === undefined)
    throw new Failure('usage', `unknown escape "\\${letter}" in --template`, 'known are \\t, \\n, \\\\, \\{ and \\}')
  return meant
}

function noField(text: string): Failure {
  return new Failure('usage', `--template "${text}" names no field`, "such as --template '{{id}} {{title}}'")
}
