import type { TaskRecord } from '../../domain/records/task-record.ts'
import { type Rule, readRule, ruleText } from '../../domain/recurrence/rule.ts'

type Repeating = Pick<TaskRecord, 'recurrence' | 'recurrence_mode'>

const units = { daily: 'd', weekly: 'w', monthly: 'm', yearly: 'y' } as const

const workdays = 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR'

/**
 * What `rec:` says: `1w` counts from completion, `+1w` strictly from the due date. Working days, `5b`, become weeks where
 * they make whole ones and days where not, which is adapted; `+1b` is every working day. Undefined for anything else.
 */
export function readRec(value: string): (Repeating & { readonly adapted?: string }) | undefined {
  const [, plus, digits, unit = 'd'] = /^(\+?)(\d{1,4})([dbwmy])?$/.exec(value) ?? []
  const interval = Number(digits)
  if (digits === undefined || interval === 0) return undefined
  const recurrence_mode = plus === '+' ? 'schedule' : 'completion'
  if (value === '+1b') return { recurrence: workdays, recurrence_mode }
  if (unit === 'b') {
    const rule = interval % 5 === 0 ? length('weekly', interval / 5) : length('daily', interval)
    return { recurrence: rule, recurrence_mode, adapted: `rec:${value}, in working days, became ${rule}` }
  }
  const freq = (Object.keys(units) as (keyof typeof units)[]).find((one) => units[one] === unit)!
  return { recurrence: length(freq, interval), recurrence_mode }
}

function length(freq: Rule['freq'], interval: number): string {
  return ruleText({ freq, interval, weekStart: 1 })
}

/** A recurrence as a word: `rec:+1w`, or where that cannot say it the rule itself, `rrule:FREQ=MONTHLY;BYDAY=-1FR`. */
export function recWord({ recurrence, recurrence_mode }: Repeating): string[] {
  if (!recurrence) return []
  const isSchedule = recurrence_mode === 'schedule'
  if (recurrence === workdays && isSchedule) return ['rec:+1b']
  const { freq, interval } = readRule(recurrence)
  const isPlain = recurrence === length(freq, interval) && freq in units && interval < 10_000
  if (isPlain) return [`rec:${isSchedule ? '+' : ''}${interval}${units[freq as keyof typeof units]}`]
  return [`${isSchedule ? 'rrule' : 'rrule-after'}:${recurrence}`]
}
