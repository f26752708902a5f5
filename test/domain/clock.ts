import type { Weekday } from '../../src/domain/when/civil.ts'
import type { Clock } from '../../src/domain/when/clock.ts'
import { namedZone } from '../../src/domain/when/zone.ts'

/** A clock that stands at a civil time in a zone; without arguments Monday 23 November 2026, 09:00 UTC. */
export function clockAt(civilNow = '2026-11-23T09:00', weekStart: Weekday = 1, zoneName = 'UTC'): Clock {
  const zone = namedZone(zoneName)
  return { now: zone.instantOf(civilNow), today: civilNow.slice(0, 10), civilNow, weekStart, zone }
}
