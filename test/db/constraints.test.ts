import type { Database as Handle } from 'better-sqlite3'
import { expect, test } from 'vitest'
import { bench } from '../support/larry.ts'
import { insertInto, insertTasks, now, raw } from './stores.ts'

type Values = Readonly<Record<string, string | number | null>>

const project = { name: 'p', name_folded: 'p' }
const client = { name: 'c', name_folded: 'c' }

const check = 'SQLITE_CONSTRAINT_CHECK'

/** The result code a statement is refused with, or that it was not. */
function refusal(handle: Handle, statement: string): string {
  try {
    handle.exec(statement)
    return `taken: ${statement}`
  } catch (error) {
    return (error as NodeJS.ErrnoException).code ?? String(error)
  }
}

const refused: [string, string, Values][] = [
  ['a blank title', 'tasks', { title: '   ' }],
  ['an empty title', 'tasks', { title: '' }],
  ['a title of other white space', 'tasks', { title: '\t\n \u00a0' }],
  ['a title of 10,001 characters', 'tasks', { title: 'x'.repeat(10_001) }],
  ['an unknown status', 'tasks', { title: 't', status: 'open' }],
  ['an unknown priority', 'tasks', { title: 't', priority: 'huge' }],
  ['progress 101', 'tasks', { title: 't', progress: 101 }],
  ['progress -1', 'tasks', { title: 't', progress: -1 }],
  ['estimate 0', 'tasks', { title: 't', estimate_minutes: 0 }],
  ['done without completed_at', 'tasks', { title: 't', status: 'done' }],
  ['cancelled without completed_at', 'tasks', { title: 't', status: 'cancelled' }],
  ['completed_at of an open task', 'tasks', { title: 't', status: 'review', completed_at: now }],
  ['extra that is not JSON', 'tasks', { title: 't', extra: '{not json' }],
  ['a task as its own parent', 'tasks', { id: 5, title: 't', parent_id: 5 }],
  ['an unknown recurrence mode', 'tasks', { title: 't', recurrence: 'FREQ=DAILY', recurrence_mode: 'often' }],
  ['a recurrence without a mode', 'tasks', { title: 't', recurrence: 'FREQ=DAILY' }],
  ['a blank project', 'projects', { ...project, name: ' ' }],
  ['an unknown project status', 'projects', { ...project, status: 'done' }],
  ['a blank client', 'clients', { ...client, name: '' }],
  ['an unknown client status', 'clients', { ...client, status: 'todo' }],
  ['a negative rate', 'clients', { ...client, rate_cents: -1 }],
  ['a currency that is no code', 'clients', { ...client, currency: 'euro' }],
  ['a currency in small letters', 'clients', { ...client, currency: 'eur' }],
  ['a currency of digits', 'clients', { ...client, currency: '123' }],
]

test.each(refused)('%s is refused', (_, table, values) => {
  expect(refusal(raw(bench().file), insertInto(table, values))).toBe(check)
})

test('a NUL in a title, notes or name is refused', () => {
  const handle = raw(bench().file)
  for (const column of ['title', 'notes']) {
    const statement = insertInto('tasks', { title: 't', [column]: 'NUL' }).replace("'NUL'", "'a' || char(0) || 'b'")
    expect(refusal(handle, statement)).toBe(check)
  }
  expect(refusal(handle, insertInto('projects', { ...project, name: 'NUL' }).replace("'NUL'", "'a' || char(0)"))).toBe(
    check,
  )
})

test('a title of 10,000 characters of four bytes is stored', () => {
  const handle = raw(bench().file)
  insertTasks(handle, '𝒳'.repeat(10_000))
  expect(handle.prepare('select length(title) from tasks').pluck().get()).toBe(10_000)
})

test('names are unique by their folded form, uids by themselves', () => {
  const handle = raw(bench().file)
  handle.exec(insertInto('projects', project))
  expect(refusal(handle, insertInto('projects', { ...project, name: 'P' }))).toBe('SQLITE_CONSTRAINT_UNIQUE')
  handle.exec(insertInto('clients', client))
  expect(refusal(handle, insertInto('clients', { ...client, name: 'C' }))).toBe('SQLITE_CONSTRAINT_UNIQUE')
  insertTasks(handle, 'a', 'b')
  expect(refusal(handle, 'update tasks set uid = (select uid from tasks where id = 1)')).toBe(
    'SQLITE_CONSTRAINT_UNIQUE',
  )
})

test.each([
  ['ASCII', ' \t\n\r\u000b\f'],
  ['other', '\u0085\u00a0\u2003\u2028\u3000'],
])('a tag with %s white space is refused', (_, spaces) => {
  const handle = raw(bench().file)
  insertTasks(handle, 'a')
  for (const space of spaces)
    for (const tag of [`a${space}b`, space, `${space}a`])
      expect(refusal(handle, `insert into task_tags values (1, '${tag}')`)).toBe(check)
})

test('an empty tag, a tag twice and a dependency on itself or twice are refused', () => {
  const handle = raw(bench().file)
  insertTasks(handle, 'a', 'b')
  expect(refusal(handle, "insert into task_tags values (1, '')")).toBe(check)
  expect(refusal(handle, 'insert into task_dependencies values (1, 1)')).toBe(check)
  handle.exec("insert into task_tags values (1, 'x'); insert into task_dependencies values (1, 2)")
  expect(refusal(handle, "insert into task_tags values (1, 'x')")).toBe('SQLITE_CONSTRAINT_PRIMARYKEY')
  expect(refusal(handle, 'insert into task_dependencies values (1, 2)')).toBe('SQLITE_CONSTRAINT_PRIMARYKEY')
})

test('values of another type are refused', () => {
  const handle = raw(bench().file)
  expect(refusal(handle, insertInto('tasks', { title: 't', progress: 'half' }))).toBe('SQLITE_CONSTRAINT_DATATYPE')
  expect(refusal(handle, insertInto('tasks', { title: 't', estimate_minutes: 1.5 }))).toBe('SQLITE_CONSTRAINT_DATATYPE')
})

test('the journal knows its kinds, and a change has a before or an after', () => {
  const handle = raw(bench().file)
  const action = (kind: string, args = '[]') =>
    `insert into actions (created_at, kind, command, arguments, schema_version) values ('${now}', '${kind}', 'c', '${args}', 2)`
  expect(refusal(handle, action('edit'))).toBe(check)
  expect(refusal(handle, action('change', 'not json'))).toBe(check)
  handle.exec(action('change'))
  expect(refusal(handle, "insert into changes (action_id, table_name, row_key) values (1, 'tasks', '[1]')")).toBe(check)
  expect(refusal(handle, 'update actions set undone_by = 1')).toBe(check)
})
