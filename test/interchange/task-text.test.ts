import { array, assert, constantFrom, option, property, record, string } from 'fast-check'
import { expect, test } from 'vitest'
import { changesInText, tasksToText } from '../../src/interchange/task-text.ts'

const text = string({ unit: 'grapheme', maxLength: 40 }).filter((one) => one.isWellFormed())
const odd = constantFrom(
  '"""',
  '\\',
  '\r\n',
  'a\nb\n',
  '\u0000x',
  '\u007f',
  '\u2028',
  "'''",
  '# no comment',
  '[1]',
  'ünï 😀',
)

/** How a task may repeat: by the calendar, from completion, in a way there are no words for, or not. */
const anyRepetition = constantFrom(
  { recurrence: null, recurrence_mode: null },
  { recurrence: 'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH', recurrence_mode: 'schedule' as const },
  { recurrence: 'FREQ=YEARLY;BYWEEKNO=20', recurrence_mode: 'schedule' as const },
  { recurrence: 'FREQ=DAILY;INTERVAL=10', recurrence_mode: 'completion' as const },
)

const anyTask = record({
  id: constantFrom(7),
  title: text,
  status: constantFrom('todo', 'done'),
  priority: constantFrom('low', 'urgent'),
  due: option(constantFrom('2026-11-24', '2026-11-24T14:00')),
  wait_until: option(constantFrom('2026-12-01')),
  estimate_minutes: option(constantFrom(1, 90, 60)),
  project: option(text),
  client: option(text),
  tags: array(text, { maxLength: 3 }),
  parent_id: option(constantFrom(3)),
  depends_on: array(constantFrom(1, 2), { maxLength: 2 }),
  notes: option(text),
})

test('a task written as text and read again has not changed, whatever it holds', () => {
  assert(
    property(anyTask, anyRepetition, odd, (task, repetition, more) => {
      const whole = { ...task, ...repetition, title: task.title + more, notes: `${more}${task.notes ?? ''}${more}` }
      expect(changesInText(tasksToText([whole]), [whole])).toEqual(new Map())
    }),
    { numRuns: 500 },
  )
})

test('a title changed to anything is read as it was written', () => {
  assert(
    property(anyTask, anyRepetition, text, odd, (task, repetition, title, more) => {
      const changed = { ...task, ...repetition, title: `${title}${more}!` }
      const tokens = changesInText(tasksToText([changed]), [{ ...changed, title: '' }]).get(7)
      expect(tokens).toMatchObject([{ key: 'title', value: changed.title }])
    }),
    { numRuns: 500 },
  )
})
