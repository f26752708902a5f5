import { Failure } from '../../domain/errors.ts'
import type { Zone } from '../../domain/when/clock.ts'
import { namedZone } from '../../domain/when/zone.ts'
import type { Component } from './components.ts'
import { readTimezone } from './timezone.ts'

/** What is asked of the zone a time was written in. */
export type FileZone = Pick<Zone, 'instantOf'>

/** The time zones of a file, by their TZID. */
export interface Zones {
  /** The user's. */
  readonly own: Zone
  /** Takes note of a VTIMEZONE. */
  readonly add: (timezone: Component) => void
  /** The zone of the IANA database, else the one the file describes; undefined for a name nobody knows. */
  readonly named: (tzid: string) => FileZone | undefined
  /** One of the IANA database. */
  readonly iana: (name: string) => Zone | undefined
}

export function zonesFor(own: Zone): Zones {
  const known = new Map<string, Zone | undefined>()
  const described = new Map<string, FileZone>()
  const iana = (name: string) => {
    if (!known.has(name)) known.set(name, ianaZone(name))
    return known.get(name)
  }
  return {
    own,
    iana,
    add: (timezone) => {
      const zone = readTimezone(timezone)
      if (zone !== undefined) described.set(zone.name, zone)
    },
    named: (tzid) => iana(tzid) ?? described.get(tzid) ?? iana(tzid.split('/').slice(-2).join('/')),
  }
}

function ianaZone(name: string): Zone | undefined {
  try {
    return namedZone(name)
  } catch (error) {
    if (error instanceof Failure) return undefined
    throw error
  }
}
