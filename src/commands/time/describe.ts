import { showSeconds } from '../../domain/duration.ts'
import { secondsOf, showSpan } from '../../domain/time-span.ts'
import type { Clock } from '../../domain/when/clock.ts'
import type { Entry } from '../../repositories/time-entries.ts'
import type { StoppedTimer } from '../../workflows/run-timer.ts'

/** `Stopped 12 "Pay rent" after 1h05m`. */
export function describeStopped(timer: StoppedTimer): string {
  const why = timer.setBack ? ' (the clock was set back: it ends where it began)' : ''
  return `Stopped ${timer.task_id} "${timer.title}" after ${showSeconds(secondsOf(timer))}${why}`
}

/** An entry by its id: `entry 7 on 12 "Pay rent" · 09:00 to 10:30 · 1h30m · not billable · note`. */
export function describeEntry(entry: Entry, clock: Clock): string {
  return `entry ${entry.id} on ${describeWork(entry, clock)}`
}

/** What an entry is about: `12 "Pay rent" · since 09:00 · 1h30m`. */
export function describeWork(entry: Entry, clock: Clock): string {
  return [
    `${entry.task_id} "${entry.title}"`,
    showSpan(entry, clock),
    showSeconds(entry.seconds),
    ...(entry.billable ? [] : ['not billable']),
    ...(entry.note === null ? [] : [entry.note]),
  ].join(' · ')
}
