import type { ReminderRecord } from '../../domain/records/task-record.ts'
import { withTime } from '../../domain/reminder.ts'
import type { Clock, Zone } from '../../domain/when/clock.ts'
import type { Component } from './components.ts'
import { addCivil, readDuration } from './durations.ts'
import { isUuid } from './identity.ts'
import { type Property, propertiesOf, textOf } from './properties.ts'
import { civilIn, instantIn } from './times.ts'
import type { Zones } from './zones.ts'

/** What an alarm counts from, civil, where its component has it. */
export interface Around {
  readonly start: string | undefined
  readonly due: string | undefined
  readonly zones: Zones
  readonly clock: Clock
  /** The task is done or cancelled. */
  readonly isClosed: boolean
  /** Takes UIDs that are not in lower case, by the uid that became of them. */
  readonly uids: Map<string, string>
}

type Placed = Pick<ReminderRecord, 'at' | 'civil_at' | 'zone' | 'before_due_minutes'>

/**
 * A VALARM (RFC 5545 3.6.6) as a reminder; undefined for one that has no moment, or that is there to say there is none
 * (ACTION:NONE). One that has gone by, or is of a closed task, is dismissed: what is imported does not ring at once.
 */
export function readAlarm(alarm: Component, around: Around, adapted: string[]): ReminderRecord | undefined {
  const properties = propertiesOf(alarm)
  const trigger = properties.take('TRIGGER')
  const action = properties.take('ACTION')?.value.trim().toUpperCase()
  const { zones, clock, isClosed, uids } = around
  const zone = zones.iana(properties.take('X-LARRY-ZONE')?.value ?? zones.own.name) ?? zones.own
  const placed = trigger && action !== 'NONE' ? placeOf(trigger, around, zone) : undefined
  if (placed === undefined) return undefined
  const [uid, rule, status, snoozed, heard] = [
    'UID',
    'X-LARRY-RULE',
    'X-LARRY-STATUS',
    'X-LARRY-SNOOZED-UNTIL',
    'ACKNOWLEDGED',
  ].map((name) => properties.take(name))
  properties.take('DESCRIPTION')
  const alias = properties.take('X-WR-ALARMUID')
  if (alias !== undefined && alias.value !== uid?.value) properties.leave(alias)
  const given = uid && textOf(uid)
  const own = given !== undefined && isUuid(given.toLowerCase()) ? given.toLowerCase() : undefined
  if (own === undefined && uid !== undefined) properties.leave(uid)
  if (own !== undefined && own !== given) uids.set(own, given!)
  const lost = [...new Set(properties.rest().map(({ name }) => name))]
  if (action === 'EMAIL' || action === 'PROCEDURE') adapted.push(`a reminder is shown, where it said ACTION:${action}`)
  if (lost.length > 0) adapted.push(`a reminder is kept without ${lost.join(', ')}`)
  const heardAt = heard && instantIn(heard, zones)
  const snoozedUntil = snoozed && instantIn(snoozed, zones)
  const isOver = isClosed || heardAt !== undefined || (rule === undefined && placed.at <= clock.now)
  const known = (['pending', 'fired', 'dismissed'] as const).find((one) => one === status?.value)
  return {
    ...(own !== undefined && { uid: own }),
    ...placed,
    ...(rule !== undefined && { rule: rule.value }),
    ...(known !== undefined ? { status: known } : isOver && { status: 'dismissed' as const }),
    ...(heardAt !== undefined && { fired_at: heardAt }),
    ...(snoozedUntil !== undefined && { snoozed_until: snoozedUntil }),
  }
}

function placeOf(trigger: Property, { start, due, zones }: Around, zone: Zone): Placed | undefined {
  const minutes = readDuration(trigger.value)
  if (minutes === undefined) {
    const at = /Z$/i.test(trigger.value.trim()) ? instantIn(trigger, zones) : undefined
    const read = at === undefined ? civilIn(trigger, zones) : { civil: zone.civilOf(at) }
    return read && momentOf(read.civil, zone, null)
  }
  const anchor = trigger.params['related']?.toUpperCase() === 'END' ? due : (start ?? due)
  const civil = anchor === undefined ? undefined : addCivil(anchor.length === 10 ? `${anchor}T00:00` : anchor, minutes)
  if (civil === undefined) return undefined
  return momentOf(
    civil.length === 10 ? `${civil}T00:00` : civil,
    zone,
    due === undefined ? null : minutesBetween(civil, withTime(due)),
  )
}

function momentOf(civil: string, zone: Zone, before: number | null): Placed | undefined {
  const civil_at = withTime(civil)
  const at = zone.instantOf(civil_at)
  if (at.length !== 24 || at < '1970') return undefined
  return { at, civil_at, zone: zone.name, before_due_minutes: before }
}

/** Minutes on the wall clock from one civil time to another. */
function minutesBetween(from: string, to: string): number {
  return (Date.parse(`${to}Z`) - Date.parse(`${from}Z`)) / 60_000
}
