import ICAL from 'ical.js'
import { type Component, no } from './components.ts'

/** How much of a line ical.js looks for parameters in, in characters: it looks for the end anew with each. */
const longestHead = 8192

/** No property has a type for ical.js here: it would make 0 of a number it cannot read, and trip over one called CONSTRUCTOR. */
const untyped = {
  property: Object.create(null) as object,
  param: Object.create(null) as object,
  value: Object.create(null) as object,
  propertyGroups: false,
}

/** A property (RFC 5545 3.1) whose value is as the file has it, escapes and all. */
export interface Property {
  /** In capitals. */
  readonly name: string
  /** By their names in lower case. */
  readonly params: Readonly<Record<string, string>>
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

/** A line as a property, without parameters where those cannot be read; undefined when it is none. */
export function readProperty(text: string): Property | undefined {
  const name = /^[A-Za-z0-9_-]+(?=[;:])/.exec(text)?.[0]
  const colon = text.indexOf(':')
  if (name === undefined || colon < 0) return undefined
  const head = text[name.length] === ';' ? readHead(text.slice(0, longestHead)) : undefined
  return { name: name.toUpperCase(), params: head?.params ?? {}, value: text.slice(head?.length ?? colon + 1), text }
}

/** The parameters at the beginning of a line, and how long that is. ical.js throws at some that are none, and takes part of a value into others. */
function readHead(text: string): (Pick<Property, 'params'> & { readonly length: number }) | undefined {
  try {
    const [, params, , value] = ICAL.parse.property(text, untyped) as [string, Record<string, string>, string, string]
    const isSound = Object.keys(params).every((name) => /^[a-z0-9_-]+$/.test(name))
    return isSound ? { params, length: text.length - value.length } : undefined
  } catch {
    return undefined
  }
}

/** TEXT (RFC 5545 3.3.11) as it is meant. */
export function textOf({ value }: Property): string {
  return unescaped(value)
}

/** A list of TEXT. ical.js does not part it after an escaped backslash; no text holds NUL, which stands for where it does. */
export function textsOf({ value }: Property): string[] {
  const parted = value.replaceAll(/\\.|,/gs, (found) => (found === ',' ? '\0' : found))
  return parted.split('\0').map(unescaped)
}

/** Some programs escape `:` and `"` too, which ical.js leaves so. */
function unescaped(value: string): string {
  const plain = value.replaceAll(/\\./gs, (found) => (found === '\\:' || found === '\\"' ? found.slice(1) : found))
  return decoded('text', plain)
}

type Decoders = Readonly<Record<'text' | 'date' | 'date-time', { readonly fromICAL: (value: string) => string }>>

/** A value as jCal has it: `2026-11-23T09:30:00Z`, or text without escapes. */
export function decoded(type: keyof Decoders, value: string): string {
  return (ICAL.design.icalendar.value as Decoders)[type].fromICAL(value)
}

/** ical.js counts the line, and not the space that begins one continuing another. */
ICAL.foldLength = 74

/** A line with its end, folded so that none has more than 75 octets and no character is cut (RFC 5545 3.1). The first has no space, so a letter goes before. */
export function folded(line: string): string {
  return `${line.slice(0, 1)}${ICAL.helpers.foldline(line.slice(1))}\r\n`
}
