import { clientStatuses } from '../../domain/client.ts'
import { possessions, states } from '../../domain/filter/filter.ts'
import { periods } from '../../domain/habit/period.ts'
import { projectStatuses } from '../../domain/project.ts'
import { sortFields } from '../../domain/sort.ts'
import { priorities, statuses } from '../../domain/task.ts'
import { groupings } from '../../domain/time-report.ts'
import { weekdays } from '../../domain/when/names.ts'
import { either, fixed, listOf, type Source } from './candidate.ts'

export const priority = fixed(priorities)

const statusesOf: Readonly<Record<string, readonly string[]>> = { client: clientStatuses, project: projectStatuses }

/** The statuses of what the noun is about. */
export const status: Source = (ask) => fixed(statusesOf[ask.noun] ?? statuses)(ask)

export const state = fixed(states)

export const possession = fixed(possessions)

export const period = fixed(periods)

export const weekday = fixed(weekdays)

export const reportParts = listOf(fixed(groupings))

/** Days people name; any phrase of `larry help dates` will do. */
export const when = fixed([
  'today',
  'tomorrow',
  'yesterday',
  ...weekdays,
  'next week',
  'next month',
  'weekend',
  ['eow', 'the end of the week'],
  ['eom', 'the end of the month'],
  ['eoq', 'the end of the quarter'],
  ['eoy', 'the end of the year'],
  ['sow', 'the start of the week'],
  ['som', 'the start of the month'],
  '2pm',
  'tonight',
])

export const none = fixed([['none', 'there is none']])

export const noneOrAny = fixed([
  ['none', 'there is none'],
  ['any', 'there is one'],
])

export const length = fixed(['15m', '30m', '45m', '1h', '1h30m', '2h', '4h'])

export const rule = fixed([
  'day',
  'weekday',
  'week',
  '2 weeks',
  'month',
  'month on the 1st',
  'month on the last friday',
  'quarter',
  'year',
  ...weekdays,
])

export const distance = fixed(['1 day', '3 days', '1 week', '10 days', '2 weeks', '1 month', '1 year'])

export const reminder = either(
  fixed([
    ['-1d', 'a day before it is due'],
    ['-1h', 'an hour before it is due'],
    ['-15m', 'a quarter of an hour before it is due'],
    ['+30m', 'in half an hour'],
    'tomorrow 9am',
  ]),
  when,
)

/** Fields to sort by, each in its order and in reverse. */
export const sortKey = listOf(
  fixed(
    sortFields.flatMap((field): [string, string][] => [
      [field, ''],
      [`-${field}`, 'in reverse'],
    ]),
  ),
)

/** Time zones by their IANA names. */
export const zone: Source = (ask) => fixed(['UTC', ...Intl.supportedValuesOf('timeZone')])(ask)

const settings: Readonly<Record<string, Source>> = {
  week_start: weekday,
  tz: zone,
  color: fixed(['auto', 'always', 'never']),
  auto_migrate: fixed(['true', 'false']),
  durability: fixed(['full', 'normal']),
}

/** What the key of the config before it can be, where its values are few or known. */
export const setting: Source = (ask) => {
  const [key = ''] = ask.before
  return Object.hasOwn(settings, key) ? settings[key]!(ask) : []
}
