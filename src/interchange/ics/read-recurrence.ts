import { Failure } from '../../domain/errors.ts'
import type { TaskRecord } from '../../domain/records/task-record.ts'
import { readRule, ruleText } from '../../domain/recurrence/rule.ts'
import { toTheMinute } from '../../domain/recurrence/to-the-minute.ts'
import type { Properties, Property } from './properties.ts'
import { civilIn, instantIn, readDigits } from './times.ts'
import type { Zones } from './zones.ts'

type Repeating = Pick<
  TaskRecord,
  | 'recurrence'
  | 'recurrence_mode'
  | 'recurrence_anchor'
  | 'recurrence_exceptions'
  | 'recurrence_paused_at'
  | 'series_uid'
>

/**
 * What RRULE, EXDATE and DTSTART say of a task that repeats. A rule larry cannot go by stays with the fields of other programs, and
 * that is told. By the calendar it counts from `anchor`, larry's own word, else from `start`, which is DTSTART.
 */
export function readRecurrence(
  properties: Properties,
  { start, anchor: told }: { readonly start: Property | undefined; readonly anchor: Property | undefined },
  zones: Zones,
  adapted: string[],
): Repeating {
  const [first, ...more] = properties.takeAll('RRULE')
  if (first === undefined) return { recurrence: null, recurrence_mode: null }
  if (more.length > 0) adapted.push(`only the first of ${more.length + 1} rules is kept`)
  const rule = ruleIn(first, zones, adapted)
  if (rule === undefined) {
    properties.leave(first)
    return {}
  }
  const isFromCompletion = properties.take('X-LARRY-MODE')?.value.toLowerCase() === 'completion'
  const anchor = told ?? (isFromCompletion ? undefined : start)
  const civil = anchor && civilIn(anchor, zones)?.civil
  if (civil !== undefined && civil.slice(0, 10) !== readDigits(anchor!.value)?.civil.slice(0, 10))
    adapted.push(`RRULE ${first.value} is counted in your time zone, where it begins on ${civil.slice(0, 10)}`)
  if (properties.rest().some(({ name }) => name === 'RDATE')) adapted.push('it is not due on the dates of RDATE')
  const exceptions = isFromCompletion ? [] : exceptionsIn(properties, zones, adapted)
  const paused = properties.take('X-LARRY-PAUSED-AT')
  const series = properties.take('X-LARRY-SERIES')
  return {
    recurrence: rule,
    recurrence_mode: isFromCompletion ? 'completion' : 'schedule',
    ...(isFromCompletion && civil === undefined ? {} : { recurrence_anchor: civil ?? null }),
    recurrence_exceptions: exceptions.length === 0 ? null : exceptions.join(','),
    recurrence_paused_at: (paused && instantIn(paused, zones)) ?? null,
    ...(series !== undefined && { series_uid: series.value }),
  }
}

function ruleIn({ value }: Property, zones: Zones, adapted: string[]): string | undefined {
  try {
    return ruleText(toTheMinute(readRule(value, zones.own), value.slice(0, 60)))
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    adapted.push(`it does not repeat here: ${error.message}`)
    return undefined
  }
}

function exceptionsIn(properties: Properties, zones: Zones, adapted: string[]): string[] {
  const dates = new Set<string>()
  for (const property of properties.takeAll('EXDATE'))
    for (const value of property.value.split(',')) {
      const read = civilIn({ ...property, value }, zones)
      if (read === undefined) adapted.push(`EXDATE "${value.slice(0, 40)}" is no date, and left out`)
      else dates.add(read.civil)
    }
  return [...dates].sort()
}
