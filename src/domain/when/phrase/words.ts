import { months, ordinal, weekdays } from '../names.ts'

const upToNineteen = [
  ...'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen'.split(' '),
  ...'seventeen eighteen nineteen'.split(' '),
]

const upToNineteenth = [
  ...'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth'.split(' '),
  ...'fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth'.split(' '),
]

/** What is typed in place of each word, or of several, that the grammar knows. */
const spellings: Readonly<Record<string, string>> = {
  monday: 'mon',
  tuesday: 'tue tues',
  wednesday: 'wed weds',
  thursday: 'thu thur thurs',
  friday: 'fri',
  saturday: 'sat',
  sunday: 'sun',
  january: 'jan',
  february: 'feb',
  march: 'mar',
  april: 'apr',
  june: 'jun',
  july: 'jul',
  august: 'aug',
  september: 'sep sept',
  october: 'oct',
  november: 'nov',
  december: 'dec',
  minute: 'minutes min mins',
  hour: 'hours hr hrs',
  day: 'days',
  week: 'weeks wk wks',
  fortnight: 'fortnights',
  month: 'months mo mos',
  quarter: 'quarters qtr',
  year: 'years yr yrs',
  at: '@',
  noon: 'midday',
  lunch: 'lunchtime',
  start: 'beginning',
  mid: 'middle',
  christmas: 'xmas',
  this: 'current',
  next: 'following',
  last: 'previous',
  'today night': 'tonight',
  'end of day': 'eod',
  'start of week': 'sow',
  'end of week': 'eow',
  'start of month': 'som',
  'end of month': 'eom',
  'start of quarter': 'soq',
  'end of quarter': 'eoq',
  'start of year': 'soy',
  'end of year': 'eoy',
}

/** Units of one letter, which mean something only after a number. */
export const letters: ReadonlyMap<string, string> = new Map([
  ['m', 'minute'],
  ['h', 'hour'],
  ['d', 'day'],
  ['w', 'week'],
  ['y', 'year'],
])

/** `20` to `50` by their words. */
export const tens: ReadonlyMap<string, number> = new Map([
  ['twenty', 20],
  ['thirty', 30],
  ['forty', 40],
  ['fifty', 50],
])

const known = new Map<string, readonly string[]>([
  ...Object.entries(spellings).flatMap(([word, others]) =>
    others.split(' ').map((other) => [other, word.split(' ')] as const),
  ),
  ...upToNineteen.map((word, i) => [word, [String(i + 1)]] as const),
  ...upToNineteenth.map((word, i) => [word, [ordinal(i + 1)]] as const),
  ['twentieth', ['20th']],
  ['thirtieth', ['30th']],
  ...[...tens].map(([word, value]) => [word, [String(value)]] as const),
])

/** The words one typed word stands for: `fri` for friday, `three` for 3, `eow` for the end of the week. */
export function meaningOf(word: string): readonly string[] {
  return known.get(word) ?? [word]
}

const withShort = (names: readonly string[]) => names.flatMap((name) => [name, ...(spellings[name]?.split(' ') ?? [])])

/** Weekdays and months with their short forms. */
export const weekdaySpellings = withShort(weekdays)
export const monthSpellings = withShort(months)

/** Every word of weekdays, months, units and the calendar that can be mistyped. */
export function vocabulary(): string[] {
  const single = Object.keys(spellings).filter((word) => !word.includes(' '))
  return [...single, ...known.keys(), 'may', 'today', 'tomorrow', 'yesterday', 'weekend', 'midnight']
    .concat('morning', 'afternoon', 'evening', 'night', 'after', 'before', 'from', 'past', 'half', 'now', 'ago')
    .filter((word) => word.length > 2)
}
