/** `larry help dates`. The phrases of lines that begin with two spaces are read by a test. */
export const text = `How dates can be said: due:, wait:, --at, --from, --on and the rest.

Days
  today, tomorrow, yesterday, day after tomorrow
  fri, friday               the next one, never today
  next friday               the friday of next week
  last friday, 3 days ago, -3d
  in 3 weeks, 3w, in a fortnight, 2 days before christmas
  24 dec, dec 24, 24.12., 2026-12-24, 2026-W51-4
  last monday of march, second wed of oct, mid march
  weekend, easter, new year

Times
  14:00, 2pm, noon, half past 3
  fri at 9am, tomorrow morning, tonight
  in 90 min, an hour and a half ago
  2026-12-24T14:00, 2026-12-24T13:00Z

Spans: a due date takes their last day or first, a filter all of them
  this week, next month, last year, q1, october 2027
  sow, som, eod, eow, eom, eoq, eoy

A due date without a time is the whole day. In a filter a date is a range too:
due:..fri, completed:"last month". In a title only the last words are taken for
a date, and only plain ones: "Pay rent tomorrow". none clears a date.

larry date parse next friday at 2pm tells how a phrase is read.
Weeks begin on monday unless week_start in config.toml says otherwise.
`
