import type { BareContext } from '../../cli/context.ts'
import { Failure } from '../../domain/errors.ts'
import { nearest } from '../../domain/nearest.ts'
import type { Weekday } from '../../domain/when/civil.ts'
import type { Clock } from '../../domain/when/clock.ts'
import { readExact } from '../../domain/when/moment.ts'
import { weekdayNamed } from '../../domain/when/names.ts'
import { meaningOf, weekdaySpellings } from '../../domain/when/phrase/words.ts'
import { requirePhrase } from '../../domain/when/read.ts'
import { requireYear } from '../../domain/when/years.ts'
import { oneOf } from '../../output/answers.ts'
import { reply } from '../../output/view.ts'
import { describeReading } from './describe.ts'
import { view } from './view.ts'

interface Options {
  readonly now?: string
  readonly weekStart?: string
}

export const answers = oneOf(view)

/** Tells how a phrase is read: its civil date or time, the instant that is in the zone, and how exactly it was said. */
export async function run(
  { clock: usual, literal, settings }: BareContext,
  words: readonly string[],
  { now, weekStart }: Options,
) {
  const phrase = [...words, ...literal].join(' ')
  if (phrase.trim() === '') throw new Failure('usage', 'no phrase to read', 'larry date parse next friday')
  const clock = clockOf(usual, now, weekStart)
  const { civil, grain, instant } = requirePhrase(phrase, clock)
  const utc = instant ?? clock.zone.instantOf(civil)
  if (!/^\d{4}-/.test(utc)) throw new Failure('usage', `"${phrase}" is too far away for a date`)
  const row = { phrase, civil, utc, grain, zone: clock.zone.name }
  const sentences = settings.fields === undefined ? { sentences: [describeReading({ civil, grain }, clock)] } : {}
  return reply(view, [row], { one: true, ...sentences })
}

/** The clock of the run, at another instant and with another first day of the week where these are given. */
function clockOf(usual: Clock, now: string | undefined, weekStart: string | undefined): Clock {
  const first = weekStart === undefined ? usual.weekStart : readWeekday(weekStart)
  if (now === undefined) return { ...usual, weekStart: first }
  const instant = readExact(now.trim().toLowerCase())
  if (instant === undefined)
    throw new Failure('usage', `cannot read --now "${now}" as an instant`, 'such as 2026-11-23T09:00:00Z')
  requireYear(instant, `--now "${now}" is out of reach`)
  const civilNow = usual.zone.civilOf(instant)
  return { now: instant, civilNow, today: civilNow.slice(0, 10), weekStart: first, zone: usual.zone }
}

function readWeekday(text: string): Weekday {
  const weekday = weekdayNamed(meaningOf(text.trim().toLowerCase())[0])
  if (weekday !== undefined) return weekday
  const near = nearest(text, weekdaySpellings)
  throw new Failure(
    'usage',
    `--week-start cannot be "${text}"`,
    near === undefined ? 'monday to sunday' : `did you mean ${near}?`,
  )
}
