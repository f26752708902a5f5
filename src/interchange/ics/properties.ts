import { type Component, no } from './components.ts'

/** The longest name with parameters, in characters. */
const longestHead = 65_536

/** A property (RFC 5545 3.1) whose value is as the file has it, escapes and all. */
export interface Property {
  /** In capitals, as the names of parameters. */
  readonly name: string
  readonly params: ReadonlyMap<string, string>
  readonly value: string
  /** The whole of it, unfolded. */
  readonly text: string
}

/** The properties of a component, each to be taken once; what nobody took is known to others. */
export interface Properties {
  /** The first of this name that is left. */
  readonly take: (name: string) => Property | undefined
  readonly takeAll: (name: string) => Property[]
  /** Puts one back that could not be read. */
  readonly leave: (property: Property) => void
  /** What is left, in the order of the file. */
  readonly rest: () => readonly Property[]
}

/** The properties of a component; a line that is none is refused. */
export function propertiesOf({ lines, line, name }: Component): Properties {
  let left = lines.map((text) => readProperty(text) ?? refuse(line, name, text))
  const takeAll = (wanted: string) => {
    const taken = left.filter((one) => one.name === wanted)
    left = left.filter((one) => one.name !== wanted)
    return taken
  }
  return {
    takeAll,
    take: (wanted) => {
      const at = left.findIndex((one) => one.name === wanted)
      return at < 0 ? undefined : left.splice(at, 1)[0]
    },
    leave: (property) => void left.push(property),
    rest: () => left,
  }
}

function refuse(line: number, name: string, text: string): never {
  throw no(line, `"${text.slice(0, 60)}" is no property of ${name}`, 'such as SUMMARY:Pay rent')
}

/** A line as a property; undefined when it is none. */
export function readProperty(text: string): Property | undefined {
  const end = valueAt(text)
  const [name, ...params] = text.slice(0, end).match(/(?:[^;"]|"[^"]*")+/g) ?? []
  if (end < 0 || end > longestHead || name === undefined || !/^[A-Za-z0-9_-]+$/.test(name)) return undefined
  return { name: name.toUpperCase(), params: new Map(params.map(readParam)), value: text.slice(end + 1), text }
}

/** Where the colon before the value stands: the first outside of quotes, or the first when a quote does not end. */
function valueAt(text: string): number {
  let isQuoted = false
  for (let at = 0; at < Math.min(text.length, longestHead); at++) {
    if (text[at] === '"') isQuoted = !isQuoted
    else if (text[at] === ':' && !isQuoted) return at
  }
  return text.indexOf(':')
}

function readParam(text: string): [name: string, value: string] {
  const [name = '', ...value] = text.split('=')
  return [name.toUpperCase(), value.join('=').replaceAll('"', '')]
}

/** TEXT (RFC 5545 3.3.11) as it is meant. */
export function textOf({ value }: Property): string {
  return value.replaceAll(/\\([\\;,:"nN])/g, (_, letter: string) => (letter === 'n' || letter === 'N' ? '\n' : letter))
}

/** A list of TEXT. No text holds NUL, so that it can stand for what must not be split or read twice. */
export function textsOf(property: Property): string[] {
  const marked = property.value.replaceAll('\\\\', '\0b').replaceAll('\\,', '\0c')
  return marked
    .split(',')
    .map((value) => textOf({ ...property, value: value.replaceAll('\0b', '\\\\').replaceAll('\0c', '\\,') }))
}

/** Text as TEXT. A line ends with LF alone there, so CR and CRLF become it. */
export function escaped(text: string): string {
  return text
    .replaceAll(/[\\;,]/g, '\\$&')
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll('\n', '\\n')
}

const [encoder, decoder] = [new TextEncoder(), new TextDecoder()]

/** A line with its end, folded so that none has more than 75 octets and no character is cut (RFC 5545 3.1). */
export function folded(line: string): string {
  const bytes = encoder.encode(line)
  if (bytes.length <= 75) return `${line}\r\n`
  const parts: string[] = []
  for (let at = 0; at < bytes.length; ) {
    let end = Math.min(at + (at === 0 ? 75 : 74), bytes.length)
    while (end < bytes.length && (bytes[end]! & 0xc0) === 0x80) end--
    parts.push(decoder.decode(bytes.subarray(at, end)))
    at = end
  }
  return `${parts.join('\r\n ')}\r\n`
}
