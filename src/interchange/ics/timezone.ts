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

/**
 * A VTIMEZONE (RFC 5545 3.6.5) as a zone; undefined for one that cannot be read. Only what begins once a year is. Not by
 * ICAL.Timezone: it is at UTC before the first change, takes a repeated hour for the second, and every second has no end there.
 */
export function readTimezone(component: Component): (FileZone & { readonly name: string }) | undefined {
  const tzid = propertiesOf(component).take('TZID')
  const parts = component.inside.map((part) => readObservance(propertiesOf(part)))
  const observances = parts.filter((part) => part !== undefined)
  if (tzid === undefined || observances.length === 0 || observances.length < parts.length) return undefined
  const changes = new Map<string, readonly Change[]>()
  const offsetAt = (civil: string) => {
    const year = civil.slice(0, 4)
    const known = changes.get(year) ?? changesUntil(observances, Number(year))
    changes.set(year, known)
    return known.findLast(({ start }) => start <= civil)?.to ?? known[0]!.from
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

/** From when on which offset holds. */
interface Change extends Pick<Observance, 'from' | 'to'> {
  readonly start: string
}

/** The changes that can be the latest before a time of this year, in order: the first of each, those named, and by the rule those of the year and the one before. */
function changesUntil(observances: readonly Observance[], year: number): Change[] {
  const changes = observances.flatMap(({ from, to, starts, rule }) => {
    const yearly =
      rule === undefined ? [] : [year - 2, year - 1].map((before) => nextAfter(rule, starts[0]!, endOf(before)))
    return [...starts, ...yearly].filter((start) => start !== undefined).map((start) => ({ start, from, to }))
  })
  return changes.sort((a, b) => (a.start < b.start ? -1 : 1))
}

function endOf(year: number): string {
  return `${String(Math.max(year, 1)).padStart(4, '0')}-12-31T23:59`
}
