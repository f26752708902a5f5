import { Failure } from '../../domain/errors.ts'
import { nextAfter } from '../../domain/recurrence/occurrences.ts'
import { type Rule, readRule } from '../../domain/recurrence/rule.ts'
import { type Component } from './components.ts'
import { type Properties, propertiesOf, textOf } from './properties.ts'
import { readDigits } from './times.ts'
import { type FileZone } from './zones.ts'

/** One side of a change of the clocks: STANDARD or DAYLIGHT. Offsets are minutes east of UTC. */
interface Observance {
  readonly from: number
  readonly to: number
  /** Civil: its first beginning, and others that are named. */
  readonly starts: readonly string[]
  /** By which it begins again each year. */
  readonly rule: Rule | undefined
}

/** A VTIMEZONE (RFC 5545 3.6.5) as a zone; undefined for one that cannot be read. Only what begins once a year is. */
export function readTimezone(component: Component): (FileZone & { readonly name: string }) | undefined {
  const tzid = propertiesOf(component).take('TZID')
  const parts = component.inside.map((part) => readObservance(propertiesOf(part)))
  const observances = parts.filter((part) => part !== undefined)
  if (tzid === undefined || observances.length === 0 || observances.length < parts.length) return undefined
  const offsets = new Map<string, number>()
  const offsetAt = (civil: string) => {
    const known = offsets.get(civil) ?? offsetIn(observances, civil)
    offsets.set(civil, known)
    return known
  }
  return {
    name: textOf(tzid),
    instantOf: (civil) => {
      const time = civil.length === 10 ? `${civil}T00:00` : civil
      return new Date(Date.parse(`${time}Z`) - offsetAt(time) * 60_000).toISOString()
    },
  }
}

function readObservance(properties: Properties): Observance | undefined {
  const [from, to] = ['TZOFFSETFROM', 'TZOFFSETTO'].map((name) => readOffset(properties.take(name)?.value ?? ''))
  const start = readDigits(properties.take('DTSTART')?.value ?? '')
  const dates = properties.takeAll('RDATE').flatMap(({ value }) => value.split(',').map(readDigits))
  const rules = properties.takeAll('RRULE')
  const rule = rules.length === 0 ? undefined : readYearly(rules[0]!.value)
  if (from === undefined || to === undefined || start === undefined || rules.length > 1) return undefined
  if ((rules.length === 1 && rule === undefined) || dates.includes(undefined)) return undefined
  return { from, to, starts: [start, ...dates].map((one) => one!.civil), rule }
}

function readYearly(text: string): Rule | undefined {
  try {
    const rule = readRule(text)
    return rule.freq === 'yearly' && (rule.byHour ?? rule.byMinute ?? rule.bySecond) === undefined ? rule : undefined
  } catch (error) {
    if (error instanceof Failure) return undefined
    throw error
  }
}

/** `+0130` or `-050000` as minutes. */
function readOffset(text: string): number | undefined {
  const [, sign, hours, minutes] = /^([+-])(\d\d)([0-5]\d)(?:[0-5]\d)?$/.exec(text.trim()) ?? []
  return sign === undefined ? undefined : (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes))
}

/** The offset after the latest beginning before a civil time; before all of them, that from which the first one changed. */
function offsetIn(observances: readonly Observance[], civil: string): number {
  let latest: string | undefined
  let offset: number | undefined
  for (const observance of observances)
    for (const start of startsBefore(observance, civil))
      if (start <= civil && (latest === undefined || start > latest)) [latest, offset] = [start, observance.to]
  if (offset !== undefined) return offset
  const [first] = observances.toSorted((a, b) => (a.starts[0]! < b.starts[0]! ? -1 : 1))
  return first!.from
}

/** The beginnings that can be the latest before a civil time: those named, and by the rule those of its year and the one before. */
function startsBefore({ starts, rule }: Observance, civil: string): string[] {
  if (rule === undefined) return [...starts]
  const year = Number(civil.slice(0, 4))
  const yearly = [year - 2, year - 1]
    .map((before) => nextAfter(rule, starts[0]!, `${String(Math.max(before, 1)).padStart(4, '0')}-12-31T23:59`))
    .filter((start) => start !== undefined)
  return [...starts, ...yearly]
}
