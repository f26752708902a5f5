import { expect, test } from 'vitest'
import { readRule, ruleText } from '../../src/domain/recurrence/rule.ts'
import { clockAt } from './clock.ts'
import { refusal } from './refusal.ts'

test.each([
  ['FREQ=DAILY', 'FREQ=DAILY'],
  ['RRULE:FREQ=DAILY', 'FREQ=DAILY'],
  ['  rrule:freq=daily;interval=1;wkst=mo;', 'FREQ=DAILY'],
  ['COUNT=3;INTERVAL=02;FREQ=WEEKLY;BYDAY=th,MO,TH', 'FREQ=WEEKLY;INTERVAL=2;COUNT=3;BYDAY=MO,TH'],
  ['FREQ=MONTHLY;BYDAY=+2TU,-1FR,MO', 'FREQ=MONTHLY;BYDAY=MO,2TU,-1FR'],
  ['FREQ=YEARLY;BYMONTHDAY=31,-1,15,31', 'FREQ=YEARLY;BYMONTHDAY=-1,15,31'],
  ['FREQ=YEARLY;BYWEEKNO=53,-53;BYDAY=SU;WKST=SU', 'FREQ=YEARLY;BYWEEKNO=-53,53;BYDAY=SU;WKST=SU'],
  ['FREQ=DAILY;BYSECOND=60,0;BYMINUTE=5;BYHOUR=23', 'FREQ=DAILY;BYHOUR=23;BYMINUTE=5;BYSECOND=0,59'],
  ['FREQ=DAILY;UNTIL=20270101', 'FREQ=DAILY;UNTIL=20270101'],
  ['FREQ=DAILY;UNTIL=2027-01-01T09:30:00', 'FREQ=DAILY;UNTIL=20270101T093000'],
  ['RSCALE=GREGORIAN;FREQ=YEARLY;SKIP=OMIT', 'FREQ=YEARLY'],
])('%j is %s', (text, canonical) => {
  expect(ruleText(readRule(text))).toBe(canonical)
  expect(readRule(canonical)).toEqual(readRule(text))
})

test('an UNTIL in UTC is told in the time of the zone, without a zone as its digits', () => {
  const { zone } = clockAt('2026-11-23T09:00', 1, 'America/New_York')
  expect(readRule('FREQ=DAILY;UNTIL=20270101T030015Z', zone).until).toBe('2026-12-31T22:00:15')
  expect(readRule('FREQ=DAILY;UNTIL=20270101T030015Z').until).toBe('2027-01-01T03:00:15')
  expect(readRule('FREQ=DAILY;UNTIL=20270101T030015', zone).until).toBe('2027-01-01T03:00:15')
})

test.each([
  ['', '"" is no part of a recurrence rule', 'parts: FREQ'],
  ['RRULE:', '"" is no part of a recurrence rule', 'parts: FREQ'],
  ['INTERVAL=2', 'the rule "INTERVAL=2" has no FREQ', 'FREQ=WEEKLY'],
  ['FREQ=', 'unknown FREQ ""', 'YEARLY'],
  ['FREQ=DAYLY', 'unknown FREQ "DAYLY"', 'did you mean DAILY?'],
  ['FREQ=DAILY;FREQ=WEEKLY', 'the rule says FREQ twice', 'once'],
  ['FREQ=DAILY;BYMNTH=1', '"BYMNTH=1" is no part', 'did you mean BYMONTH?'],
  ['FREQ=DAILY;constructor=1', '"constructor=1" is no part', 'parts: FREQ'],
  ['FREQ=DAILY;COUNT', 'COUNT= is not a whole number above 0', 'COUNT=2'],
  ['FREQ=DAILY;;COUNT=1', '"" is no part', 'parts: FREQ'],
  ['FREQ=DAILY;INTERVAL=0', 'INTERVAL=0 is not a whole number above 0', 'INTERVAL=2'],
  ['FREQ=DAILY;INTERVAL=-1', 'INTERVAL=-1 is not a whole number above 0', 'INTERVAL=2'],
  ['FREQ=DAILY;INTERVAL=.007', 'INTERVAL=.007 is not a whole number above 0', 'INTERVAL=2'],
  ['FREQ=DAILY;INTERVAL=1e9', 'INTERVAL=1e9 is not a whole number above 0', 'INTERVAL=2'],
  ['FREQ=DAILY;INTERVAL=9999999999999999', 'is not a whole number above 0', 'at most'],
  ['FREQ=DAILY;COUNT=0', 'COUNT=0 is not a whole number above 0', 'COUNT=2'],
  ['FREQ=DAILY;COUNT=2;UNTIL=20270101', 'COUNT and UNTIL do not stand together', 'leave one'],
  ['FREQ=DAILY;UNTIL=20270229', 'UNTIL=20270229 is not a date that exists', 'UNTIL=20270131'],
  ['FREQ=DAILY;UNTIL=20270101T240000Z', 'UNTIL=20270101T240000Z is not a date that exists', 'UNTIL=20270131'],
  ['FREQ=DAILY;UNTIL=friday', 'UNTIL=friday is not a date that exists', 'UNTIL=20270131'],
  ['FREQ=DAILY;BYMONTH=13', 'BYMONTH=13 is out of range', '1 to 12'],
  ['FREQ=DAILY;BYMONTH=-1', 'BYMONTH=-1 is out of range', '1 to 12'],
  ['FREQ=DAILY;BYMONTH=', 'BYMONTH= is out of range', '1 to 12'],
  ['FREQ=DAILY;BYMONTH=1,,2', 'BYMONTH= is out of range', '1 to 12'],
  ['FREQ=DAILY;BYMONTHDAY=0', 'BYMONTHDAY=0 is out of range', '1 to 31'],
  ['FREQ=DAILY;BYMONTHDAY=32', 'BYMONTHDAY=32 is out of range', '1 to 31'],
  ['FREQ=YEARLY;BYYEARDAY=-367', 'BYYEARDAY=-367 is out of range', '1 to 366'],
  ['FREQ=YEARLY;BYWEEKNO=54', 'BYWEEKNO=54 is out of range', '1 to 53'],
  ['FREQ=DAILY;BYHOUR=24', 'BYHOUR=24 is out of range', '0 to 23'],
  ['FREQ=DAILY;BYMINUTE=60', 'BYMINUTE=60 is out of range', '0 to 59'],
  ['FREQ=DAILY;BYSECOND=61', 'BYSECOND=61 is out of range', '0 to 60'],
  ['FREQ=DAILY;BYHOUR=9;BYSETPOS=400', 'BYSETPOS=400 is out of range', '1 to 366'],
  ['FREQ=WEEKLY;BYDAY=XX', 'BYDAY=XX is no weekday', 'MO, TU'],
  ['FREQ=MONTHLY;BYDAY=0MO', 'BYDAY=0MO is no weekday', 'MO, TU'],
  ['FREQ=YEARLY;BYDAY=54MO', 'BYDAY=54MO is no weekday', 'MO, TU'],
  ['FREQ=WEEKLY;WKST=XX', 'unknown WKST "XX"', 'MO, TU'],
  ['FREQ=DAILY;BYSETPOS=1', 'BYSETPOS needs another BY part', 'BYSETPOS=-1'],
  ['FREQ=WEEKLY;BYDAY=1MO', 'a number in BYDAY does not stand with FREQ=WEEKLY', 'FREQ=MONTHLY'],
  ['FREQ=YEARLY;BYWEEKNO=1;BYDAY=1MO', 'a number in BYDAY does not stand with BYWEEKNO', 'week'],
  ['FREQ=MONTHLY;BYWEEKNO=1', 'BYWEEKNO does not stand with FREQ=MONTHLY', 'FREQ=YEARLY'],
  ['FREQ=MONTHLY;BYYEARDAY=1', 'BYYEARDAY does not stand with FREQ=MONTHLY', 'FREQ=YEARLY'],
  ['FREQ=WEEKLY;BYMONTHDAY=1', 'BYMONTHDAY does not stand with FREQ=WEEKLY', 'FREQ=MONTHLY'],
  ['FREQ=DAILY;RSCALE=CHINESE', 'RSCALE=CHINESE is not supported', 'one calendar'],
  ['FREQ=MONTHLY;SKIP=BACKWARD', 'SKIP=BACKWARD is not supported', 'BYSETPOS=-1'],
])('%j is refused', (text, message, hint) => {
  expect(() => readRule(text)).toThrow(refusal(message, hint))
})
