import { no } from './components.ts'
import { addCivil, readDuration } from './durations.ts'
import type { Properties, Property } from './properties.ts'
import { civilIn } from './times.ts'
import type { Zones } from './zones.ts'

interface Reading {
  readonly zones: Zones
  readonly line: number
  readonly isEvent: boolean
  readonly adapted: string[]
}

interface Dates {
  readonly start: string | undefined
  /** DUE, else DTSTART and DURATION; of an event DTSTART. */
  readonly due: string | undefined
  readonly wait: string | undefined
  readonly estimate: number | undefined
}

/** When a task is due and how long it takes. A date that does not exist is refused with its line. */
export function readDates(properties: Properties, start: Property | undefined, reading: Reading): Dates {
  const begins = start && read(start, reading)
  const due = properties.take('DUE')
  const length = reading.isEvent ? undefined : properties.take('DURATION')
  const wait = properties.take('X-LARRY-WAIT')
  const estimate = properties.take('ESTIMATED-DURATION')
  const minutes = estimate && readDuration(estimate.value)
  if (estimate !== undefined && (minutes === undefined || minutes <= 0)) properties.leave(estimate)
  return {
    start: begins,
    due: due === undefined ? (reading.isEvent ? begins : end(begins, length, reading)) : read(due, reading),
    wait: wait && read(wait, reading),
    estimate: minutes !== undefined && minutes > 0 ? minutes : undefined,
  }
}

function read(property: Property, { zones, line, adapted }: Reading): string {
  const time = civilIn(property, zones)
  if (time === undefined)
    throw no(
      line,
      `${property.name} "${property.value.slice(0, 60)}" is no date that exists`,
      'such as 20261123 or 20261123T093000Z',
    )
  if (time.adapted !== undefined) adapted.push(time.adapted)
  return time.civil
}

function end(start: string | undefined, length: Property | undefined, { line }: Reading): string | undefined {
  if (start === undefined || length === undefined) return undefined
  const minutes = readDuration(length.value)
  const due = minutes === undefined ? undefined : addCivil(start, minutes)
  if (due === undefined)
    throw no(line, `DURATION "${length.value.slice(0, 60)}" is no length`, 'such as P1D or PT1H30M')
  return due
}
